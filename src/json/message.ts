import type { JsonField } from "./json-field.js";
import { JsonMessage } from "./json-message.js";
import { escapeSafely, type Escape } from "./json-text.js";

/** `"name":"user {} logged in"`: the message as it was written. */
export function rawMessage(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  const message = new JsonMessage(escape);
  return { write: (event) => `${start}${message.raw(event)}"` };
}

/** `"name":"user joe logged in"`: the message with its arguments. */
export function formattedMessage(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  const message = new JsonMessage(escape);
  return { write: (event) => `${start}${message.formatted(event)}"` };
}
