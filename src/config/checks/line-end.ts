import type { Check } from "./check.js";
import { hasConversion } from "./conversions.js";
import { layoutPatternsOf } from "./layout-patterns.js";

/** A pattern without `%n`: the white space around it is dropped, a line end in the file too. */
export const lineEnd: Check = {
  name: "line-end",
  find: (configuration) =>
    layoutPatternsOf(configuration)
      .filter(({ text }) => text !== "" && !hasConversion(text, ["n"]) && !/\\n/.test(text))
      .map(({ element, at }) => ({ element, at, message: "The pattern has no %n, so all events stand in one line; a line end of the file itself is dropped. Write %n behind the message." })),
};
