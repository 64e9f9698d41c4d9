import type { OldComponent } from "./old-component.js";
import type { Remarks } from "./remark.js";

const DATE = /%d(?:\{([^{}]*)\})?(?:\{([^{}]*)\})?/g;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The shortest seconds of a period by the letter of it, the shortest first. Logback knows no half of a day. */
const PERIODS: readonly (readonly [letter: RegExp, seconds: number])[] = [
  [/[nSA]/, 0.001],
  [/s/, 1],
  [/m/, MINUTE],
  [/[HhKk]/, HOUR],
  [/[dDEeuF]/, DAY],
  [/[wW]/, 7 * DAY],
  [/[ML]/, 28 * DAY],
  [/[yY]/, 365 * DAY],
];

const LONGEST = 28 * DAY;

/** Endings of archives that Log4j 2 compresses, and Logback does not. */
const OTHER_COMPRESSION = /\.(?:bz2|deflate|pack200|zst)$/i;

/**
 * The `filePattern` of an appender as in Logback: of several dates the one with the shortest period decides, the others are
 * auxiliary; numbers are not padded.
 */
export function fileNamePattern(appender: OldComponent, remarks: Remarks): string {
  const line = appender.lineOf("filePattern");
  const written = appender.takePattern("filePattern") ?? "";
  const plain = written.replace(/%0?\d*i/g, "%i").replace(/\$?\$\{date:([^}]*)\}/g, "%d{$1}");
  const periods = [...plain.matchAll(DATE)].map(([, letters]) => secondsOf(letters));
  const shortest = Math.min(...periods);
  const decides = periods.lastIndexOf(shortest);
  if (periods.length > 0 && shortest > LONGEST) {
    remarks.warn(line, `Appender [${appender.name}] does not start: Logback rolls at least once in a month, and its filePattern has no date as short.`);
  }
  let index = -1;
  const dated = plain.replace(DATE, (_, letters: string | undefined, zone: string | undefined) => {
    index++;
    return `%d{${[quoted(lettersOf(letters)), ...(zone === undefined || zone === "" ? [] : [zone]), ...(index === decides ? [] : ["aux"])].join(", ")}}`;
  });
  const [ending] = OTHER_COMPRESSION.exec(dated) ?? [];
  if (ending === undefined) {
    return dated;
  }
  remarks.warn(line, `Archives of appender [${appender.name}] end with .gz and are compressed so: ${ending} is not carried over.`);
  return `${dated.slice(0, -ending.length)}.gz`;
}

/** Seconds of the period that the name of a file tells; `undefined` without a date. */
export function periodOf(pattern: string): number | undefined {
  const [, letters] = [...pattern.matchAll(DATE)].find(([, inBraces = ""]) => !/, aux$/.test(inBraces)) ?? [];
  return letters === undefined ? undefined : secondsOf(letters.replace(/, .*/, ""));
}

/** `%i` before the ending that says how the archive is compressed. */
export function withIndex(pattern: string): string {
  return pattern.replace(/(\.(?:gz|zip|xz))?$/, ".%i$1");
}

function lettersOf(letters: string | undefined): string {
  return letters === undefined || letters === "" ? "yyyy-MM-dd" : letters;
}

function quoted(letters: string): string {
  return letters.includes(",") ? `"${letters}"` : letters;
}

function secondsOf(letters: string | undefined): number {
  const unquoted = lettersOf(letters).replace(/'[^']*'/g, "");
  return PERIODS.find(([letter]) => letter.test(unquoted))?.[1] ?? Infinity;
}
