import { branchOf } from "../conditional.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<if><then>...</then><else>...</else></if>`, after a `<condition>`.
 *
 * Source: Logback manual, "Configuration", conditional processing.
 */
export const ifElement: ElementHandler = {
  names: ["if"],
  // `branchOf` looks at them.
  attributes: "any",
  read: (element, reading, origin) => {
    reading.readChildren(branchOf(element, "configuration", reading, origin), origin);
  },
};
