import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/** `"name":"com.acme.Cart"`. Unlike Logback's, a logger's name is escaped as everything else is. */
export function loggerName(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return { write: (event) => `${start}${escape(event.loggerName)}"`, dependsOn: ["logger"] };
}
