import type { OldPart, OldWord } from "./scan-pattern.js";

/** Letters of `SimpleDateFormat` for those behind `t`. */
const DATES: Readonly<Record<string, string>> = {
  Y: "yyyy", y: "yy", m: "MM", B: "MMMM", b: "MMM", h: "MMM", d: "dd", e: "d", j: "DDD", A: "EEEE", a: "EEE",
  H: "HH", I: "hh", k: "H", l: "h", M: "mm", S: "ss", L: "SSS", p: "a", Z: "z", z: "Z",
  F: "yyyy-MM-dd", T: "HH:mm:ss", R: "HH:mm", r: "hh:mm:ss a", D: "MM/dd/yy", c: "EEE MMM dd HH:mm:ss z yyyy",
};

const TIME = 1;
const CALLER = 2;
/** Is printed in any case. */
const EXCEPTION = 6;
/** Words of Log4j for the other arguments of SimpleFormatter. */
const ARGUMENTS: Readonly<Record<string, string>> = { 3: "c", 4: "p", 5: "m" };

const SPECIFIER = /%(?:(\d+)\$)?([-#+ 0,(<]*)(\d*)(?:\.(\d+))?([tT]?)([A-Za-z%])/g;

/** What a format consists of; a date is its letters alone until its neighbours are known. */
type Part = OldPart | { readonly date: string };

/**
 * The parts of a pattern of Log4j that prints what `java.util.logging.SimpleFormatter` prints with a format.
 *
 * Source: Java, `SimpleFormatter`, `java.util.Formatter`.
 *
 * @param lost - is told each part of the format that has no equivalent.
 */
export function simpleFormatterParts(format: string, lost: (specifier: string) => void): readonly OldPart[] {
  const parts: Part[] = [];
  let at = 0;
  let next = 1;
  let last = 0;
  for (const found of format.matchAll(SPECIFIER)) {
    const [whole, index, flags = "", width = "", precision, isDate, letter = ""] = found;
    parts.push({ text: format.slice(at, found.index) });
    at = found.index + whole.length;
    if (letter === "n" || letter === "%") {
      parts.push(letter === "n" ? word("n") : { text: "%" });
      continue;
    }
    last = index === undefined ? (flags.includes("<") ? last : next++) : Number(index);
    const meant = isDate === "" ? wordsOf(last, letter, `${flags.includes("-") ? "-" : ""}${width}${precision === undefined ? "" : `.-${precision}`}`) : dateOf(last, letter);
    if (meant === undefined) {
      lost(whole);
    }
    parts.push(...(meant ?? []));
  }
  parts.push({ text: format.slice(at) });
  return joined(withoutVariables(parts, lost));
}

const IN_PAIRS = /^[^{}$]*(?:\{[^{}$:]*\}[^{}$]*)*$/;

/** Logback takes `${` for a variable and has no way to say that it is none; nor does it take a brace without its other. */
function withoutVariables(parts: readonly Part[], lost: (specifier: string) => void): readonly Part[] {
  const text = parts.map((part) => ("text" in part ? part.text : "")).join("");
  if (!/[{}]/.test(text) || IN_PAIRS.test(text)) {
    return parts;
  }
  lost("{ or }");
  return parts.map((part) => ("text" in part ? { text: part.text.replace(/[{}]/g, "") } : part));
}

function word(name: string, modifier = "", ...options: readonly string[]): OldWord {
  return { word: name, modifier, options };
}

function wordsOf(argument: number, letter: string, modifier: string): readonly OldPart[] | undefined {
  if (argument === EXCEPTION) {
    return [];
  }
  if (letter.toLowerCase() !== "s") {
    return undefined;
  }
  const name = ARGUMENTS[argument];
  return argument === CALLER ? [word("C"), { text: " " }, word("M")] : name === undefined ? undefined : [word(name, modifier)];
}

function dateOf(argument: number, letter: string): readonly Part[] | undefined {
  const date = argument === TIME ? DATES[letter] : undefined;
  return date === undefined ? undefined : [{ date }];
}

const MARKS = /^[-:./, T]*$/;

/** Dates with nothing but marks between them become one. */
function joined(parts: readonly Part[]): readonly OldPart[] {
  const kept = parts.filter((part) => !("text" in part) || part.text !== "");
  const words: OldPart[] = [];
  for (let at = 0; at < kept.length; at++) {
    const part = kept[at] as Part;
    if (!("date" in part)) {
      words.push(part);
      continue;
    }
    let { date } = part;
    for (;;) {
      const [between, after] = kept.slice(at + 1, at + 3);
      if (between !== undefined && "date" in between) {
        date += between.date;
        at += 1;
      } else if (between !== undefined && "text" in between && MARKS.test(between.text) && after !== undefined && "date" in after) {
        date += between.text.replace(/T+/g, "'$&'") + after.date;
        at += 2;
      } else {
        break;
      }
    }
    words.push(word("d", "", date));
  }
  return words;
}
