import { NAMES } from "./events.js";
import { DATES, ZONES } from "./patterns.js";

/**
 * Why two answers may differ although nothing is wrong: the first that fits is named in the summary.
 *
 * @type {readonly { cause: string, fits: (difference: Difference) => boolean }[]}
 *
 * @typedef {{ state: "stopped" } | { state: "threw", error: string } | { state: "started", texts: readonly { text?: string, error?: string }[] }} Answer
 * @typedef {{ pattern: string, java: Answer, ours: Answer & { problems: readonly { level: string, message: string }[] } }} Difference
 */
const CAUSES = [
  {
    cause: "Logback throws; we report an ERROR and print the rest (deviation)",
    fits: ({ java, ours }) =>
      (java.state === "threw" || (java.state === "started" && java.texts.some(({ error }) => error !== undefined))) && ours.problems.some(({ level }) => level === "ERROR"),
  },
  {
    cause: "A regular expression that cannot mean the same in JavaScript is refused, with an ERROR (deviation)",
    fits: ({ ours }) => ours.problems.some(({ message }) => /^"%replace" could not be made: Expected /.test(message)),
  },
  {
    cause: "Logback 1.2 gives words in a group no context, and %ex with evaluators throws there",
    fits: ({ pattern, java }) => java.state === "threw" && java.error === "NullPointerException" && /(?:ex|Ex|exception|Exception|throwable|Throwable)\{[^}]*,/.test(pattern),
  },
  {
    cause: "Logback 1.2 formats dates with SimpleDateFormat, and 1.6 with DateTimeFormatter",
    fits: ({ pattern }) => [...pattern.matchAll(/d(?:ate)?\{([^}]*)/g)].some(([, options]) => !isDateOfBoth(options)),
  },
  {
    cause: "Logback 1.6 also abbreviates a name that is exactly as long as it may be, as the corpus shows",
    fits: ({ pattern }) => [...pattern.matchAll(/(?:c|C|lo|logger|class)\{\s*(\d+)/g)].some(([, length]) => NAMES.some((name) => name.length === Number(length))),
  },
];

function isDateOfBoth(options) {
  const date = DATES.filter((each) => options.trimStart().startsWith(each)).sort((left, right) => right.length - left.length)[0] ?? "";
  const zone = options.trimStart().slice(date.length).replace(/^[\s,]+/, "").trimEnd();
  return zone === "" || ZONES.includes(zone);
}

/** Whether two answers say the same. */
export function isSame(java, ours) {
  if (java.state !== ours.state) {
    return false;
  }
  return java.state !== "started" || java.texts.every(({ text }, index) => text === ours.texts[index].text);
}

/** The documented cause of a difference; `undefined` when there is none. */
export function causeOf(difference) {
  return CAUSES.find(({ fits }) => fits(difference))?.cause;
}
