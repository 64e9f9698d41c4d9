import type { JavaRegex } from "../util/java-regex/java-regex.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/**
 * `"name":["first line","second line"]`: the message with its arguments, split wherever the expression matches. Empty
 * parts at the end are left out, as Java does.
 *
 * @param maxLength - Longer messages are not searched, and are one part.
 */
export function splitMessage(name: string, separator: JavaRegex, maxLength: number, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":[`;
  const everywhere = new RegExp(separator.regexp.source, "gu");
  return {
    write: ({ formattedMessage }) => {
      const parts = formattedMessage.length > maxLength ? [formattedMessage] : split(formattedMessage, everywhere);
      return `${start}${parts.map((part) => `"${escape(part)}"`).join(",")}]`;
    },
  };
}

/** `Pattern.split` of Java. */
function split(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(separator)) {
    // A match of nothing at the beginning separates nothing.
    if (index + found.length > 0) {
      parts.push(text.slice(from, index));
      from = index + found.length;
    }
  }
  parts.push(text.slice(from));
  while (parts.length > 1 && parts.at(-1) === "") {
    parts.pop();
  }
  return parts;
}
