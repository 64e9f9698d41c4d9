/**
 * The text given, for one that goes into many lines.
 *
 * V8 keeps a sum of strings as a tree until a character of it is read, and would walk through that tree in each line.
 * The answer is always the text itself; asking keeps the reading from being optimised away.
 */
export function flat(text: string): string {
  return text === "" || text.charCodeAt(0) >= 0 ? text : "";
}
