import type { Check } from "./check.js";
import { idlePercentsIn } from "./conversions.js";
import { layoutPatternsOf } from "./layout-patterns.js";
import { placeIn } from "./search.js";

/** `%red(...)%n`: Logback takes the `%` behind a closing parenthesis for text. */
export const percentBehindGroup: Check = {
  name: "percent-behind-group",
  find: (configuration) =>
    layoutPatternsOf(configuration).flatMap((found) =>
      idlePercentsIn(found.text).map((index) => ({
        element: found.element,
        at: placeIn(found, index),
        message: `As in Logback, a "%" directly behind a closing parenthesis is text: "${found.text.slice(index, index + 6)}" is printed as it stands. Write "{}" or a space between the two.`,
      })),
    ),
};
