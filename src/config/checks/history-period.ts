import type { Check, Finding } from "./check.js";
import { conversionsIn } from "./conversions.js";
import { dateLettersOf } from "./date-texts.js";
import { rollingAppenders } from "./rolling-appenders.js";
import { childrenNamed, childText } from "./search.js";

/** Periods by their shortest letter, the shortest first; days need no word. */
const PERIODS: readonly (readonly [letter: RegExp, period: string])[] = [
  [/^[Ss]/, "second"],
  [/^m/, "minute"],
  [/^[HhKk]/, "hour"],
  [/^[dDEeu]/, "day"],
  [/^[wW]/, "week"],
  [/^[ML]/, "month"],
];

/** `<maxHistory>` counts periods, which are days only where the file name has a day in it and nothing shorter; and without it nothing is removed. */
export const historyPeriod: Check = {
  name: "history-period",
  find: (configuration) =>
    rollingAppenders(configuration).flatMap(({ draft, rollingPolicy, policyClass }): Finding[] => {
      if (rollingPolicy === undefined || !policyClass.includes("TimeBased")) {
        return [];
      }
      const element = childrenNamed(rollingPolicy, "maxHistory")[0];
      const history = Number(childText(configuration, draft, rollingPolicy, "maxHistory") ?? 0);
      if (element === undefined || history === 0) {
        return [{ element: element ?? rollingPolicy, level: "INFO", message: "Without <maxHistory> old files are kept for ever; 30 keeps those of 30 periods." }];
      }
      if (Number.isNaN(history)) {
        // The policy itself says that it is no number.
        return [];
      }
      const period = periodOf(childText(configuration, draft, rollingPolicy, "fileNamePattern") ?? "");
      return period === undefined || period === "day"
        ? []
        : [{ element, level: "INFO", message: `<maxHistory> counts periods: <fileNamePattern> begins a file each ${period}, so ${history} keeps files for ${history} ${period}s.` }];
    }),
};

function periodOf(fileNamePattern: string): string | undefined {
  const primary = conversionsIn(fileNamePattern).find(({ word, options }) => (word === "d" || word === "date") && !options.includes("aux"));
  const pattern = primary === undefined ? undefined : (primary.options[0] ?? "yyyy-MM-dd");
  const letters = pattern === undefined ? [] : dateLettersOf(pattern);
  return PERIODS.find(([letter]) => letters.some((run) => letter.test(run)))?.[1];
}
