import type { Report } from "../core/component.js";
import { FileNameMatcher, type ParsedFileName } from "./file-name-matcher.js";
import { parseFileNameTokens } from "./file-name-parser.js";
import { printToken, type DateToken, type FileNameToken } from "./file-name-token.js";

/**
 * How archives are compressed, told by how their names end.
 *
 * @public
 */
export type Compression = "gz" | "xz" | "zip";

/**
 * The names of a rolling file's archives: `logs/%d{yyyy/MM, aux}/app.%d{yyyy-MM-dd, UTC}.%i.log.gz`.
 *
 * - `%d{pattern, zone, aux}`: the time, by a pattern of `DateTimeFormatter` (`yyyy-MM-dd` when none is given), in a zone (the
 *   system's when none is given). The first without `aux` is the primary one: it decides when the file rolls.
 * - `%i`: the index; `%3i` fills it with zeros to three digits.
 * - Everything else is literal; a backslash becomes a slash, white space around the whole is taken off.
 *
 * Names are as the pattern is, absolute or relative; resolving them is the caller's work.
 *
 * Source: Logback manual, "Appenders", `fileNamePattern`; Logback 1.6, `ch.qos.logback.core.rolling.helper.FileNamePattern`.
 */
export class FileNamePattern {
  /** The pattern with slashes, without white space around it. */
  readonly text: string;
  readonly tokens: readonly FileNameToken[];
  /** The `%d` that decides when the file rolls. */
  readonly primary: DateToken | undefined;
  readonly hasIndex: boolean;
  readonly compression: Compression | undefined;
  #matcher: FileNameMatcher | undefined;

  private constructor(text: string, tokens: readonly FileNameToken[]) {
    this.text = text;
    this.tokens = tokens;
    this.primary = tokens.find((token): token is DateToken => token.kind === "date" && token.isPrimary);
    this.hasIndex = tokens.some(({ kind }) => kind === "index");
    this.compression = (["gz", "zip", "xz"] as const).find((suffix) => text.endsWith(`.${suffix}`));
  }

  /**
   * Reads a pattern.
   *
   * Status ERROR for a date pattern or a zone that is none (`yyyy-MM-dd`, the system's zone, is used instead), for a letter
   * other than `d` and `i` behind `%` (printed as `%PARSER_ERROR[letter]`, as Logback does), and for a pattern that cannot be read.
   *
   * @returns `undefined` when it cannot be read: a brace or quote that is not closed, a `%` at the end, no text at all.
   */
  static parse(text: string, report: Report): FileNamePattern | undefined {
    const slashed = text.trim().replaceAll("\\", "/");
    const tokens = parseFileNameTokens(slashed, report);
    return tokens === undefined ? undefined : new FileNamePattern(slashed, tokens);
  }

  /** The name of the archive of a time and, where the pattern has `%i`, an index. */
  format(epochMs: number, index = 0): string {
    return this.tokens.map((token) => printToken(token, epochMs, index)).join("");
  }

  /**
   * The time and index behind a name, when this pattern prints exactly this name for them.
   *
   * @param path - As the pattern prints it, with slashes.
   * @param near - Where the pattern leaves out the year or more (`HH`), the last such time up to this one is meant.
   */
  parse(path: string, near: number): ParsedFileName | undefined {
    return this.matcher.parse(path, near);
  }

  /**
   * The index of a name of the period that a time lies in, 0 without `%i`; `undefined` for every other name.
   *
   * Much cheaper than `parse` for many names and one time.
   */
  indexAt(path: string, epochMs: number): number | undefined {
    return this.matcher.indexAt(path, epochMs);
  }

  /** Recognises this pattern's names. */
  get matcher(): FileNameMatcher {
    return (this.#matcher ??= new FileNameMatcher(this.tokens));
  }

  /** The same names with another ending, or with none, for the compression. A pattern without compression stays as it is. */
  withCompression(compression: Compression | undefined): FileNamePattern {
    const last = this.tokens.at(-1);
    if (this.compression === undefined || this.compression === compression || last?.kind !== "text") {
      return this;
    }
    const cut = this.compression.length + 1;
    const ending = compression === undefined ? "" : `.${compression}`;
    return new FileNamePattern(this.text.slice(0, -cut) + ending, [...this.tokens.slice(0, -1), { kind: "text", text: last.text.slice(0, -cut) + ending }]);
  }

  toString(): string {
    return this.text;
  }
}
