import type { Check } from "./check.js";
import { dateLettersOf, dateTextsOf } from "./date-texts.js";

/** Runs of the same letter, such as `yyyy`, `MM`, `dd`. */
type Letters = readonly string[];

/** Letters that mean something else than most people think: what they do, and what was meant. */
const MISTAKES: readonly { readonly isIn: (letters: Letters) => boolean; readonly message: string }[] = [
  {
    isIn: (letters) => has(letters, /^Y/) && !has(letters, /^w/),
    message: '"YYYY" is the year that the week belongs to, a wrong year on some days around New Year; the calendar year is "yyyy".',
  },
  {
    isIn: (letters) => has(letters, /^[hK]/) && !has(letters, /^[aB]/),
    message: '"hh" counts to 12, and no "a" tells morning from evening; the hour of the day is "HH".',
  },
  {
    isIn: (letters) => has(letters, /^D/) && has(letters, /^[ML]/),
    message: '"DD" is the day of the year; the day of the month is "dd".',
  },
  {
    isIn: (letters) => has(letters, /^ddd/),
    message: '"ddd" is the day of the month in three digits; it has two, "dd".',
  },
  {
    isIn: (letters) => !has(letters, /^[ML]/) && (isFollowed(letters, /^[yu]/, /^mm?$/) || isFollowed(letters, /^mm?$/, /^[dyu]/)),
    message: '"mm" is the minute; the month is "MM".',
  },
  {
    isIn: (letters) => isFollowed(letters, /^[HhKk]/, /^MM?$/),
    message: '"MM" is the month; the minute is "mm".',
  },
  {
    isIn: (letters) => isFollowed(letters, /^mm?$/, /^SS?$/),
    message: '"SS" is a fraction of the second; the second is "ss".',
  },
];

/** Letters of date patterns that are mixed up. */
export const dateLetters: Check = {
  name: "date-letters",
  find: (configuration) =>
    dateTextsOf(configuration).flatMap(({ element, at, pattern }) => {
      const letters = dateLettersOf(pattern);
      return MISTAKES.filter(({ isIn }) => isIn(letters)).map(({ message }) => ({ element, at, message: `Date pattern "${pattern}": ${message}` }));
    }),
};

function has(letters: Letters, wanted: RegExp): boolean {
  return letters.some((run) => wanted.test(run));
}

/** Whether a run stands directly before another. */
function isFollowed(letters: Letters, first: RegExp, second: RegExp): boolean {
  return letters.some((run, index) => first.test(run) && second.test(letters[index + 1] ?? ""));
}
