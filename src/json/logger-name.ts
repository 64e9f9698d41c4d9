import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/**
 * `"name":"com.acme.Cart"`. Unlike Logback's, a logger's name is escaped as everything else is.
 *
 * @param abbreviate - Shortens the name.
 */
export function loggerName(name: string, escape: Escape, abbreviate: (loggerName: string) => string = (text) => text): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return { write: (event) => `${start}${escape(abbreviate(event.loggerName))}"`, dependsOn: ["logger"] };
}
