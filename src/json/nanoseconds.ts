import type { JsonField } from "./json-field.js";
import { escapeSafely, jsonNumber } from "./json-text.js";

/** `"name":123000000`: the nanoseconds within the second. Below the milliseconds they are zeros unless the context reads the fine clock. */
export function nanoseconds(name: string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  return { write: ({ timestamp, nanos }) => start + jsonNumber((timestamp - Math.floor(timestamp / 1000) * 1000) * 1e6 + nanos) };
}
