import type { DateFormat } from "../util/date-format.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, jsonNumber } from "./json-text.js";

/** `"name":1710498600123`: when the event happened, in milliseconds since 1970-01-01 UTC. */
export function epochTimestamp(name: string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  return { write: ({ timestamp }) => start + jsonNumber(timestamp), dependsOn: ["time"] };
}

/** As {@link epochTimestamp}, as a string. */
export function epochTimestampText(name: string): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return { write: ({ timestamp }) => `${start}${String(timestamp)}"`, dependsOn: ["time"] };
}

/** `"name":"2024-03-15T10:30:00.123Z"`: when the event happened. A time that the format cannot print is printed in milliseconds. */
export function formattedTimestamp(name: string, format: DateFormat): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  const text = (timestamp: number, nanos: number): string => {
    try {
      return format.format(timestamp, nanos);
    } catch {
      return String(timestamp);
    }
  };
  return {
    write: ({ timestamp, nanos }) => `${start}${escapeSafely(text(timestamp, nanos))}"`,
    dependsOn: [format.precision === "nano" ? "event" : "time"],
  };
}
