import type { ElementHandler } from "../element-handler.js";

const DEFAULT_NAME = "default";

/**
 * `<contextName>orders</contextName>`, or `<name>orders</name>`: printed by `%contextName`. A context has one name, but for
 * `default` and none, which another may replace.
 *
 * Source: Logback manual, "Configuration", setting the context name.
 */
export const contextNameElement: ElementHandler = {
  names: ["contextName", "name"],
  isLeaf: true,
  attributes: [],
  read: (element, reading, origin) => {
    if (element.name.toLowerCase() === "name" && element.text.trim() === "") {
      // A property of the context, which an element without a text does not set.
      return;
    }
    // As in Logback, white space goes before variables come.
    const name = reading.substitute(element.text.trim(), origin, element.textPosition ?? element.position);
    const { contextName = name } = reading.draft;
    if (contextName === DEFAULT_NAME || contextName === "") {
      reading.draft.contextName = name;
      return;
    }
    if (contextName !== name) {
      reading.report(origin, element.position).error(`Failed to rename context [${contextName}] as [${name}]: a context is named once.`);
    }
    reading.draft.contextName = contextName;
  },
};
