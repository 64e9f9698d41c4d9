import type { Check } from "./check.js";
import { dateTextsOf } from "./date-texts.js";

/** Short names that Java takes for a fixed distance from UTC, without summer time. */
const FIXED: ReadonlyMap<string, string> = new Map([
  ["EST", "America/New_York"],
  ["MST", "America/Denver"],
  ["HST", "Pacific/Honolulu"],
]);

/** Short names that several places of the world use. */
const AMBIGUOUS: ReadonlyMap<string, string> = new Map([
  ["BST", "Asia/Dhaka and not London, which is Europe/London"],
  ["CST", "America/Chicago and not China, which is Asia/Shanghai"],
  ["ECT", "Europe/Paris and not Ecuador, which is America/Guayaquil"],
  ["IST", "Asia/Kolkata and neither Dublin nor Jerusalem"],
]);

/** `Etc/GMT+2` lies west of Greenwich: the sign is that of POSIX. */
const INVERTED = /^Etc\/GMT([+-])(\d{1,2})$/;

/** Time zones that Java knows and that are hardly the ones that were meant. */
export const timeZone: Check = {
  name: "time-zone",
  find: (configuration) =>
    dateTextsOf(configuration).flatMap(({ element, at, zone }) => {
      const trouble = zone === undefined ? undefined : troubleWith(zone);
      return trouble === undefined ? [] : [{ element, at, message: `Time zone "${zone ?? ""}" ${trouble}` }];
    }),
};

function troubleWith(zone: string): string | undefined {
  const place = FIXED.get(zone);
  if (place !== undefined) {
    return `has no summer time; a place has: "${place}".`;
  }
  const meaning = AMBIGUOUS.get(zone);
  if (meaning !== undefined) {
    return `is the name of several zones; Java takes it for ${meaning}. Write a place.`;
  }
  const inverted = INVERTED.exec(zone);
  return inverted === null ? undefined : `lies ${inverted[1] === "+" ? "west" : "east"} of Greenwich; if the other side was meant, write "GMT${zone.slice(7)}".`;
}
