/** Letters of `SimpleDateFormat` for those behind `t`. */
const DATES: Readonly<Record<string, string>> = {
  Y: "yyyy", y: "yy", m: "MM", B: "MMMM", b: "MMM", h: "MMM", d: "dd", e: "d", j: "DDD", A: "EEEE", a: "EEE",
  H: "HH", I: "hh", k: "H", l: "h", M: "mm", S: "ss", L: "SSS", p: "a", Z: "z", z: "Z",
  F: "yyyy-MM-dd", T: "HH:mm:ss", R: "HH:mm", r: "hh:mm:ss a", D: "MM/dd/yy", c: "EEE MMM dd HH:mm:ss z yyyy",
};

/** Words of Log4j for what SimpleFormatter hands on; 1 is the time, 6 the exception, which is printed in any case. */
const ARGUMENTS: Readonly<Record<string, string>> = { 2: "C %M", 3: "c", 4: "p", 5: "m" };

const SPECIFIER = /%(?:(\d+)\$)?([-#+ 0,(<]*)(\d*)(?:\.(\d+))?([tT]?)([A-Za-z%])/g;

interface Part {
  readonly kind: "date" | "word" | "text";
  readonly text: string;
}

/**
 * The pattern of Log4j that prints what `java.util.logging.SimpleFormatter` prints with a format.
 *
 * Source: Java, `SimpleFormatter`, `java.util.Formatter`.
 *
 * @param lost - is told each part of the format that has no equivalent.
 */
export function simpleFormatterPattern(format: string, lost: (specifier: string) => void): string {
  const parts: Part[] = [];
  let at = 0;
  let next = 1;
  let last = 0;
  for (const found of format.matchAll(SPECIFIER)) {
    const [whole, index, flags = "", width = "", precision, isDate, letter = ""] = found;
    parts.push({ kind: "text", text: format.slice(at, found.index) });
    at = found.index + whole.length;
    if (letter === "n" || letter === "%") {
      parts.push(letter === "n" ? { kind: "word", text: "%n" } : { kind: "text", text: "%" });
      continue;
    }
    last = index === undefined ? (flags.includes("<") ? last : next++) : Number(index);
    const part = isDate === "" ? wordOf(last, letter, `${flags.includes("-") ? "-" : ""}${width}${precision === undefined ? "" : `.-${precision}`}`) : dateOf(last, letter);
    if (part === undefined) {
      lost(whole);
    } else {
      parts.push(part);
    }
  }
  parts.push({ kind: "text", text: format.slice(at) });
  return joined(withoutVariables(parts, lost).filter(({ text }) => text !== ""));
}

const IN_PAIRS = /^[^{}$]*(?:\{[^{}$:]*\}[^{}$]*)*$/;

/** Logback takes `${` for a variable and has no way to say that it is none; nor does it take a brace without its other. */
function withoutVariables(parts: readonly Part[], lost: (specifier: string) => void): readonly Part[] {
  const text = parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
  if (!/[{}]/.test(text) || IN_PAIRS.test(text)) {
    return parts;
  }
  lost("{ or }");
  return parts.map((part) => (part.kind === "text" ? { ...part, text: part.text.replace(/[{}]/g, "") } : part));
}

function wordOf(argument: number, letter: string, modifier: string): Part | undefined {
  if (argument === 6) {
    return { kind: "text", text: "" };
  }
  const word = letter.toLowerCase() === "s" ? ARGUMENTS[argument] : undefined;
  return word === undefined ? undefined : { kind: "word", text: `%${argument === 2 ? "" : modifier}${word}` };
}

function dateOf(argument: number, letter: string): Part | undefined {
  const letters = argument === 1 ? DATES[letter] : undefined;
  return letters === undefined ? undefined : { kind: "date", text: letters };
}

/** Dates with nothing but marks between them become one. */
function joined(parts: readonly Part[]): string {
  let pattern = "";
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Part;
    if (part.kind !== "date") {
      pattern += part.kind === "word" ? part.text : part.text.replaceAll("%", "%%");
      continue;
    }
    let date = part.text;
    for (;;) {
      const [between, after] = parts.slice(at + 1, at + 3);
      if (between?.kind === "date") {
        date += between.text;
        at += 1;
      } else if (between?.kind === "text" && after?.kind === "date" && /^[-:./, T]*$/.test(between.text)) {
        date += between.text.replace(/T+/g, "'$&'") + after.text;
        at += 2;
      } else {
        break;
      }
    }
    pattern += `%d{${date}}`;
  }
  return pattern;
}
