import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";

/** `level=""`, mostly from a variable that is empty. */
export const emptyLevel: Check = {
  name: "empty-level",
  find: ({ elements, reading }) =>
    elements.flatMap((element) => {
      const word = element.name.toLowerCase();
      const level = ["logger", "root"].includes(word) ? findAttribute(element, "level") : undefined;
      if (level === undefined || reading.substituteSilently(level.value).trim() !== "") {
        return [];
      }
      const outcome = word === "root" ? "the root logger has DEBUG" : "the level of the logger above counts";
      return [{ element, at: level.position, message: `The level is empty, so ${outcome}${level.value === "" ? "" : `: "${level.value}" is the empty text`}.` }];
    }),
};
