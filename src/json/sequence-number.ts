import type { JsonField } from "./json-field.js";
import { escapeSafely, jsonNumber } from "./json-text.js";

/** `"name":17`: the number of the event; 0 where events are not numbered. */
export function sequenceNumber(name: string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  return { write: (event) => start + jsonNumber(event.sequenceNumber) };
}
