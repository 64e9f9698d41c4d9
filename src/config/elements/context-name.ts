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
    const name = reading.substitute(element.text, origin, element.textPosition ?? element.position).trim();
    const { contextName = name } = reading.draft;
    if (contextName !== name) {
      reading.report(origin, element.position).error(`Failed to rename context [${contextName}] as [${name}]: a context is named once.`);
    }
    reading.draft.contextName = contextName;
  },
};
