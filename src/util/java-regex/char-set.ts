/**
 * A set of code points.
 */
export interface CharSet {
  readonly form: SetForm;
  /** The one code point of the set, where it was written as such. */
  readonly single?: number;
  /** Whether Java compares this set with UTF-16 units; it decides where Java starts a search. */
  readonly unitwise: boolean;
  /**
   * What the set has of supplementary code points and surrogates: `none` of them, `all` of them,
   * or `some` (then nothing is assumed).
   */
  readonly astral: "none" | "all" | "some";
}

/** How a set is put together. `content` is what stands between the brackets of a JavaScript class (flag `u`). */
type SetForm =
  | { readonly kind: "class"; readonly content: string; readonly negative: boolean }
  | { readonly kind: "union" | "intersection"; readonly left: SetForm; readonly right: SetForm }
  | { readonly kind: "complement"; readonly of: SetForm };

const ANY = "[\\u{0}-\\u{10ffff}]";
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const LAST_CODE_POINT = 0x10ffff;

/** The code points `from` to `to`, both included. */
export function rangeSet(from: number, to: number): CharSet {
  const below = to < FIRST_SURROGATE || (from > LAST_SURROGATE && to <= 0xffff);
  const all = from <= FIRST_SURROGATE && to === LAST_CODE_POINT;
  return {
    form: classForm(from === to ? classChar(from) : `${classChar(from)}-${classChar(to)}`),
    ...(from === to ? { single: from } : {}),
    unitwise: below,
    astral: below ? "none" : all ? "all" : "some",
  };
}

/** The set with that one code point. */
export function singleSet(codePoint: number): CharSet {
  return rangeSet(codePoint, codePoint);
}

/** A set given by JavaScript class content that Java tests by code point. */
export function propertySet(content: string): CharSet {
  return { form: classForm(content), unitwise: false, astral: "some" };
}

/** A set given by JavaScript class content that holds code points of the basic plane only. */
export function basicSet(content: string): CharSet {
  return { form: classForm(content), unitwise: true, astral: "none" };
}

/** The same set, for Java no longer one it compares by UTF-16 unit. */
export function byCodePoint(set: CharSet): CharSet {
  return { ...set, unitwise: false };
}

/** What is in one of the two. */
export function union(left: CharSet, right: CharSet): CharSet {
  const either = left.astral === "all" || right.astral === "all";
  const neither = left.astral === "none" && right.astral === "none";
  return {
    form: unionForm(left.form, right.form),
    unitwise: left.unitwise && right.unitwise,
    astral: either ? "all" : neither ? "none" : "some",
  };
}

/** What is in both. */
export function intersection(left: CharSet, right: CharSet): CharSet {
  const both = left.astral === "all" && right.astral === "all";
  const lacking = left.astral === "none" || right.astral === "none";
  return {
    form: { kind: "intersection", left: left.form, right: right.form },
    unitwise: left.unitwise && right.unitwise,
    astral: both ? "all" : lacking ? "none" : "some",
  };
}

/** What is not in it. */
export function complement(set: CharSet): CharSet {
  return {
    form: complementForm(set.form),
    unitwise: false,
    astral: set.astral === "none" ? "all" : set.astral === "all" ? "none" : "some",
  };
}

/** The set as JavaScript source (flag `u`) that matches one code point, forwards as well as backwards. */
export function setSource(set: CharSet): string {
  return set.single === undefined ? formSource(set.form) : literalSource(set.single);
}

/** Whether `text`, one code point, is in the set. */
export function setTester(set: CharSet): (text: string) => boolean {
  const expression = new RegExp(`^${setSource(set)}$`, "u");
  return (text) => expression.test(text);
}

/** One code point outside a class. */
function literalSource(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  if (/[\^$\\.*+?()[\]{}|/]/.test(text)) {
    return `\\${text}`;
  }
  return /[\p{L}\p{N}\p{P}\p{S} ]/u.test(text) ? text : escaped(codePoint);
}

function classChar(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return /[\p{L}\p{N}_ ]/u.test(text) ? text : escaped(codePoint);
}

function escaped(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}

function classForm(content: string): SetForm {
  return { kind: "class", content, negative: false };
}

function unionForm(left: SetForm, right: SetForm): SetForm {
  if (left.kind === "class" && !left.negative && right.kind === "class" && !right.negative) {
    return classForm(left.content + right.content);
  }
  // Keeps plain members together: `[a[^b]c]` has two parts, not three.
  if (left.kind === "union" && left.right.kind === "class" && !left.right.negative && right.kind === "class" && !right.negative) {
    return { kind: "union", left: left.left, right: unionForm(left.right, right) };
  }
  return { kind: "union", left, right };
}

function complementForm(form: SetForm): SetForm {
  if (form.kind === "class") {
    return { ...form, negative: !form.negative };
  }
  return form.kind === "complement" ? form.of : { kind: "complement", of: form };
}

function formSource(form: SetForm): string {
  switch (form.kind) {
    case "class":
      if (form.content === "") {
        return form.negative ? ANY : "[]";
      }
      return form.negative ? `[^${form.content}]` : `[${form.content}]`;
    case "union":
      return unionSource(formSource(form.left), formSource(form.right));
    case "intersection":
      return `(?:(?=${formSource(form.left)})${formSource(form.right)})`;
    case "complement":
      return `(?:(?!${formSource(form.of)})${ANY})`;
  }
}

/** A character in both must not match in two ways: in a loop that would take exponential time. */
function unionSource(left: string, right: string): string {
  return `(?:${left}|(?!${left})${right})`;
}
