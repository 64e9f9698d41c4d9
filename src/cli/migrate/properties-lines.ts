import { parseProperties } from "../../config/properties-file.js";

/** A value of a properties file and where its key stands, from 1. */
export interface PropertyLine {
  readonly value: string;
  readonly line: number;
}

/**
 * Reads a Java properties file as `parseProperties`, and knows the lines. Of a key that is there twice the last counts.
 *
 * @throws PropertiesError for a malformed `\uxxxx`.
 */
export function propertiesWithLines(text: string): Map<string, PropertyLine> {
  const found = new Map<string, PropertyLine>();
  const natural = text.split(/\r\n|\r|\n/);
  for (let start = 0; start < natural.length; ) {
    const end = endOfLogicalLine(natural, start);
    for (const [key, value] of parseProperties(natural.slice(start, end).join("\n"))) {
      found.delete(key);
      found.set(key, { value, line: start + 1 });
    }
    start = end;
  }
  return found;
}

/** Index behind the last of the lines that go on with a backslash. */
function endOfLogicalLine(lines: readonly string[], start: number): number {
  if (/^[ \t\f]*(?:[#!]|$)/.test(lines[start] ?? "")) {
    return start + 1;
  }
  let end = start;
  while (end < lines.length - 1 && (/\\*$/.exec(lines[end] ?? "")?.[0].length ?? 0) % 2 === 1) {
    end++;
  }
  return end + 1;
}
