/** The flags of `java.util.regex.Pattern`, each `false` unless given. `CANON_EQ` is not supported. */
export interface JavaRegexFlags {
  /** `(?i)`: letters of ASCII match in either case. */
  readonly caseInsensitive?: boolean;
  /** `(?u)`: with `caseInsensitive`, all letters of Unicode do. */
  readonly unicodeCase?: boolean;
  /** `(?m)`: `^` and `$` also match at line terminators. */
  readonly multiline?: boolean;
  /** `(?s)`: `.` also matches line terminators. */
  readonly dotAll?: boolean;
  /** `(?d)`: only `\n` is a line terminator. */
  readonly unixLines?: boolean;
  /** `(?x)`: white space and comments in the pattern are skipped. */
  readonly comments?: boolean;
  /** `(?U)`: `\w`, `\d`, `\s`, `\b` and the POSIX classes follow Unicode. */
  readonly unicodeCharacterClass?: boolean;
}

/** Every flag with its value, as the parser keeps them while it reads. */
export type FlagState = Required<JavaRegexFlags>;

/** The letters of `(?idmsuxU)`. `c` (`CANON_EQ`) is missing on purpose. */
export const flagLetters: ReadonlyMap<string, readonly (keyof FlagState)[]> = new Map([
  ["i", ["caseInsensitive"]],
  ["u", ["unicodeCase"]],
  ["m", ["multiline"]],
  ["s", ["dotAll"]],
  ["d", ["unixLines"]],
  ["x", ["comments"]],
  ["U", ["unicodeCharacterClass", "unicodeCase"]],
]);

/** The flags in force where a pattern begins; those that are not given are off. */
export function flagState(flags: JavaRegexFlags): FlagState {
  const unicodeCharacterClass = flags.unicodeCharacterClass ?? false;
  return {
    caseInsensitive: flags.caseInsensitive ?? false,
    unicodeCase: (flags.unicodeCase ?? false) || unicodeCharacterClass,
    multiline: flags.multiline ?? false,
    dotAll: flags.dotAll ?? false,
    unixLines: flags.unixLines ?? false,
    comments: flags.comments ?? false,
    unicodeCharacterClass,
  };
}
