import type { ElementHandler } from "../element-handler.js";

/**
 * `<contextName>orders</contextName>`: printed by `%contextName`.
 *
 * Source: Logback manual, "Configuration", setting the context name.
 */
export const contextNameElement: ElementHandler = {
  names: ["contextName"],
  attributes: [],
  read: (element, reading, origin) => {
    reading.draft.contextName = reading.substitute(element.text, origin, element.textPosition ?? element.position).trim();
  },
};
