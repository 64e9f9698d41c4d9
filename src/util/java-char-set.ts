/**
 * A set of code points, written as the inside of a JavaScript character class (flag `v`).
 */
export interface CharSet {
  /** What stands between `[` and `]`; a union of ranges, properties and nested classes. */
  readonly content: string;
  /** The one code point of the set, where it was written as such. */
  readonly single?: number;
  /** `true` where `content` is one nested class and needs no brackets around it. */
  readonly whole?: true;
  /** Whether Java compares this set with UTF-16 units; it decides where Java starts a search. */
  readonly unitwise: boolean;
  /**
   * What the set has of supplementary code points and surrogates: `none` of them, `all` of them,
   * or `some` (then nothing is assumed).
   */
  readonly astral: "none" | "all" | "some";
}

export const FIRST_SURROGATE = 0xd800;
export const LAST_SURROGATE = 0xdfff;
export const LAST_CODE_POINT = 0x10ffff;

/** The code points `from` to `to`, both included. */
export function rangeSet(from: number, to: number): CharSet {
  const below = to < FIRST_SURROGATE || (from > LAST_SURROGATE && to <= 0xffff);
  const all = from <= FIRST_SURROGATE && to === LAST_CODE_POINT;
  return {
    content: from === to ? classChar(from) : `${classChar(from)}-${classChar(to)}`,
    ...(from === to ? { single: from } : {}),
    unitwise: below,
    astral: below ? "none" : all ? "all" : "some",
  };
}

export function singleSet(codePoint: number): CharSet {
  return rangeSet(codePoint, codePoint);
}

/** A set given by JavaScript class content that Java tests by code point. */
export function propertySet(content: string): CharSet {
  return { content, unitwise: false, astral: "some" };
}

/** A set given by JavaScript class content that holds code points of the basic plane only. */
export function basicSet(content: string): CharSet {
  return { content, unitwise: true, astral: "none" };
}

/** The same set, for Java no longer one it compares by UTF-16 unit. */
export function byCodePoint(set: CharSet): CharSet {
  return { ...set, unitwise: false };
}

export function union(left: CharSet, right: CharSet): CharSet {
  const either = left.astral === "all" || right.astral === "all";
  const neither = left.astral === "none" && right.astral === "none";
  return {
    content: left.content + right.content,
    unitwise: left.unitwise && right.unitwise,
    astral: either ? "all" : neither ? "none" : "some",
  };
}

export function intersection(left: CharSet, right: CharSet): CharSet {
  const both = left.astral === "all" && right.astral === "all";
  const lacking = left.astral === "none" || right.astral === "none";
  return {
    content: `[[${left.content}]&&[${right.content}]]`,
    whole: true,
    unitwise: left.unitwise && right.unitwise,
    astral: both ? "all" : lacking ? "none" : "some",
  };
}

export function complement(set: CharSet): CharSet {
  return {
    content: `[^${set.content}]`,
    whole: true,
    unitwise: false,
    astral: set.astral === "none" ? "all" : set.astral === "all" ? "none" : "some",
  };
}

/** The set as JavaScript source (flag `v`) that matches one code point. */
export function setSource(set: CharSet): string {
  if (set.single !== undefined) return literalSource(set.single);
  return set.whole === true ? set.content : `[${set.content}]`;
}

/** Whether `text`, one code point, is in the set. */
export function setTester(set: CharSet): (text: string) => boolean {
  const expression = new RegExp(`^${setSource(set)}$`, "v");
  return (text) => expression.test(text);
}

/** One code point outside a class. */
export function literalSource(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  if (/[\^$\\.*+?()[\]{}|/]/.test(text)) return `\\${text}`;
  return /[\p{L}\p{N}\p{P}\p{S} ]/u.test(text) ? text : escaped(codePoint);
}

function classChar(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return /[\p{L}\p{N}_ ]/u.test(text) ? text : escaped(codePoint);
}

function escaped(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}
