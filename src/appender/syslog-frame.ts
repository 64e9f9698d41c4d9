import type { Charset } from "../sink/charset.js";

/** Most bytes that a datagram of UDP over IPv4 can have. */
export const LARGEST_DATAGRAM = 65_507;

/** How messages are told apart in a stream. */
export type SyslogFraming = "octetCounting" | "newline";

/**
 * One message as it stands in a stream.
 *
 * With octet counting, its length in bytes stands before it and it is sent as it is. Otherwise a line feed ends it, and
 * those within become `\n`, so that no message can begin another one.
 *
 * Source: RFC 6587, section 3.4.
 */
export function syslogFrame(message: string, framing: SyslogFraming, charset: Charset): string {
  return framing === "octetCounting" ? `${String(byteLength(message, charset))} ${message}` : `${onOneLine(message)}\n`;
}

const LINE_BREAKING = /[\n\r\0]/;
const EACH_LINE_BREAKING = /[\n\r\0]/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
]);

/** Without line ends at the end of the text, and with `\n`, `\r` and `\x00` for those within it. */
export function onOneLine(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0x0a || text.charCodeAt(end - 1) === 0x0d)) {
    end--;
  }
  const line = end === text.length ? text : text.slice(0, end);
  return LINE_BREAKING.test(line) ? line.replace(EACH_LINE_BREAKING, (character) => NAMED.get(character) ?? "\\x00") : line;
}

/** Bytes of a text. */
export function byteLength(text: string, charset: Charset): number {
  return charset.name === "UTF-8" ? Buffer.byteLength(text) : charset.encodeInto(text, Buffer.allocUnsafe(Math.ceil(text.length * charset.maxBytesPerUnit)));
}

/** A text of at most so many UTF-16 code units, cut between characters. */
export function cutToLength(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : text.slice(0, borderAt(text, maxLength));
}

/** A text of at most so many bytes, cut between characters. */
export function cutToBytes(text: string, maxBytes: number, charset: Charset): string {
  if (text.length * charset.maxBytesPerUnit <= maxBytes) {
    return text;
  }
  let [fits, tooLong] = [0, text.length + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const isTooLong = byteLength(text.slice(0, middle), charset) > maxBytes;
    [fits, tooLong] = isTooLong ? [fits, middle] : [middle, tooLong];
  }
  return fits === text.length ? text : text.slice(0, borderAt(text, fits));
}

/** One less where a surrogate pair lies across. */
function borderAt(text: string, index: number): number {
  const isPair = isBetween(text.charCodeAt(index - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(index), 0xdc00, 0xdfff);
  return isPair ? index - 1 : index;
}

function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}

/**
 * A message of RFC 5424 without its structured data, for one that is too long with it: cut within, the data could not be
 * read, nor anything behind it.
 *
 * @returns The same message when there is no such data before `maxLength`, or when it ends there.
 */
export function withoutLongData(message: string, maxLength: number): string {
  const start = indexAfter(message, " ", 6);
  const end = message.startsWith("[", start) ? endOfData(message, start) : start;
  return end <= maxLength ? message : `${message.slice(0, start)}-${message.slice(end)}`;
}

/** The index behind the `count`th blank. */
function indexAfter(text: string, separator: string, count: number): number {
  let index = 0;
  for (let found = 0; found < count; found++) {
    index = text.indexOf(separator, index) + 1;
  }
  return index;
}

/** The index behind the elements that begin at `start`. */
function endOfData(text: string, start: number): number {
  let isQuoted = false;
  let index = start;
  for (; index < text.length; index++) {
    const character = text[index];
    if (character === "\\" && isQuoted) {
      index++;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (character === " " && !isQuoted && text[index - 1] === "]") {
      break;
    }
  }
  return index;
}
