import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";
import { elementsOfLogger } from "./search.js";

/** The same logger more than once, with levels that differ. */
export const repeatedLogger: Check = {
  name: "repeated-logger",
  find: (configuration) =>
    [...configuration.loggers.keys()].flatMap((name) => {
      const levels = elementsOfLogger(configuration, name).flatMap((element) => {
        const attribute = findAttribute(element, "level");
        return attribute === undefined ? [] : [{ element, level: configuration.reading.substituteSilently(attribute.value).trim().toUpperCase() }];
      });
      const last = levels.at(-1);
      const replaced = levels.find(({ level }) => level !== last?.level);
      return last === undefined || replaced === undefined
        ? []
        : [{ element: last.element, message: `"${name}" is here again: its level ${replaced.level} of line ${replaced.element.position.line} is replaced by ${last.level}; the appenders of both count.` }];
    }),
};
