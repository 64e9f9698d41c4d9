import { type RegexCursor } from "./cursor.js";
import { flagLetters, type FlagState } from "./flags.js";

/** What follows the `(` of a group. `flags` is a whole `(?i)`, to its `)`. */
export type GroupHead =
  | { readonly kind: "capturing"; readonly name: string | undefined }
  | { readonly kind: "plain" | "atomic" | "flags" }
  | { readonly kind: "look"; readonly behind: boolean; readonly negative: boolean };

/** Reads the head of a group, from its `(` on, and sets the flags it names. */
export function readGroupHead(cursor: RegexCursor): GroupHead {
  if (cursor.next() !== 0x3f) {
    return { kind: "capturing", name: undefined };
  }
  const code = cursor.nextRaw();
  switch (code) {
    case 0x3a:
      cursor.readRaw();
      return { kind: "plain" };
    case 0x3e:
      cursor.readRaw();
      return { kind: "atomic" };
    case 0x3d:
    case 0x21:
      cursor.readRaw();
      return { kind: "look", behind: false, negative: code === 0x21 };
    case 0x3c:
      return readAngle(cursor);
    default:
      return readFlags(cursor);
  }
}

/** Reads the name of a group and the `>` behind it. */
export function readGroupName(cursor: RegexCursor): string {
  let name = "";
  while (isNameCharacter(cursor.raw())) {
    name += String.fromCodePoint(cursor.readRaw());
  }
  if (!/^[A-Za-z]/.test(name)) {
    cursor.fail(`Expected a name that begins with a letter of ASCII, found ${name === "" ? cursor.came() : `"${name}"`}`);
  }
  if (cursor.raw() !== 0x3e) {
    cursor.fail(`Expected ">" after the name of a group, found ${cursor.came()}`);
  }
  cursor.readRaw();
  return name;
}

function readAngle(cursor: RegexCursor): GroupHead {
  const code = cursor.nextRaw();
  if (code !== 0x3d && code !== 0x21) {
    return { kind: "capturing", name: readGroupName(cursor) };
  }
  cursor.readRaw();
  return { kind: "look", behind: true, negative: code === 0x21 };
}

function readFlags(cursor: RegexCursor): GroupHead {
  let value = true;
  for (;;) {
    const code = cursor.peek();
    if (cursor.atEnd()) {
      cursor.fail('Expected ")" or ":" after flags, found the end of the pattern');
    }
    const letter = String.fromCodePoint(code);
    if (code === 0x29 || code === 0x3a) {
      cursor.readRaw();
      return { kind: code === 0x29 ? "flags" : "plain" };
    }
    if (code === 0x2d && value) {
      value = false;
    }
    else {
      setFlag(cursor, letter, value);
    }
    cursor.readRaw();
  }
}

function setFlag(cursor: RegexCursor, letter: string, value: boolean): void {
  const names = flagLetters.get(letter);
  if (names === undefined) {
    const found = letter === "c" ? '"c" (canonical equivalence), which is not supported' : `"${letter}"`;
    return cursor.fail(`Expected a flag of "idmsuxU" after "(?", found ${found}`);
  }
  const flags: FlagState = { ...cursor.flags, ...Object.fromEntries(names.map((name) => [name, value])) };
  cursor.flags = flags;
}

function isNameCharacter(code: number): boolean {
  return code > 0 && code < 0x80 && /[A-Za-z0-9]/.test(String.fromCodePoint(code));
}
