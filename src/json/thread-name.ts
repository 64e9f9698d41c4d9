import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/** `"name":"main"` */
export function threadName(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return { write: (event) => `${start}${escape(event.threadName)}"`, dependsOn: ["thread"] };
}
