import type { Check } from "./check.js";
import { conversionsIn } from "./conversions.js";
import { layoutPatternsOf } from "./layout-patterns.js";
import { placeIn } from "./search.js";

/** Nobody means a name of so few characters. */
const MOST_PARTS = 4;

/** `%c{1}` of Log4j: there the last part of the name, here a length. */
export const log4jLoggerName: Check = {
  name: "log4j-logger-name",
  find: (configuration) =>
    layoutPatternsOf(configuration).flatMap((found) =>
      conversionsIn(found.text)
        .filter(({ word, options: [length] }) => ["c", "lo", "logger"].includes(word) && /^\d+$/.test(length ?? "") && Number(length) >= 1 && Number(length) <= MOST_PARTS)
        .map(({ word, options: [length], index }) => ({
          element: found.element,
          at: placeIn(found, index),
          message: `%${word}{${length ?? ""}} is a length: it shortens the parts of the name, "com.acme.Orders" to "c.a.Orders". The last part alone, as in Log4j, is %${word}{0}.`,
        })),
    ),
};
