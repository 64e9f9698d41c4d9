import type { JsonField } from "./json-field.js";
import { escapeSafely } from "./json-text.js";

/** `"name":"INFO"` */
export function levelName(name: string): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return { write: ({ level }) => `${start}${level.name}"`, dependsOn: ["level"] };
}

/** `"name":20000` */
export function levelValue(name: string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  return { write: ({ level }) => start + String(level.value), dependsOn: ["level"] };
}
