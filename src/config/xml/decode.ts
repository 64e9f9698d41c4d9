import { quoted } from "../quoted-name.js";
import { LineIndex, type TextPosition } from "../text-position.js";
import { XmlError } from "./error.js";

const START: TextPosition = { line: 1, column: 1 };
const DECLARED_ENCODING = /^<\?xml[^>]{0,200}?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._-]{0,39})["']/;
/** Single-byte encodings that are read, and the highest byte each has. */
const SINGLE_BYTE = new Map([
  ["iso-8859-1", 0xff],
  ["latin1", 0xff],
  ["us-ascii", 0x7f],
  ["ascii", 0x7f],
]);

/** The text of a document; where a byte cannot be read, the text before it and the error. */
export interface DecodedXml {
  readonly text: string;
  readonly defect?: XmlError;
}

/**
 * Bytes of a document to its text, without a byte order mark.
 *
 * UTF-8 is read strictly: an invalid byte is an error, never U+FFFD. UTF-16 is read when a byte order mark says so and
 * the declaration does not contradict it; ISO-8859-1 and US-ASCII when they are declared. Any other encoding is refused.
 * So is windows-1252, which Node.js 20 decodes wrongly.
 *
 * Throws: `XmlError`, when the encoding as a whole is wrong.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const utf16 = utf16ByMark(bytes);
  if (utf16 !== undefined) {
    return decodeUtf16(bytes, utf16);
  }
  const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 300)).toString("latin1"));
  if (declared === undefined || declared === "utf-8" || declared === "utf8") {
    return decodeUtf8(body);
  }
  const single = SINGLE_BYTE.get(declared);
  if (single === undefined) {
    throw wrong("UTF-8", `the declaration of encoding ${quoted(declared)}, which is not read`);
  }
  if (body !== bytes) {
    throw wrong("UTF-8, whose byte order mark the file has", `the declaration of encoding ${quoted(declared)}`);
  }
  return decodeSingleByte(body, single);
}

function declaredEncoding(start: string): string | undefined {
  return DECLARED_ENCODING.exec(start)?.[1]?.toLowerCase();
}

function utf16ByMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return "utf-16le";
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return "utf-16be";
  }
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): DecodedXml {
  // Lone surrogates stay in the text, so that the check of characters names their line.
  const body = bytes.length % 2 === 0 ? Buffer.from(bytes.subarray(2)) : undefined;
  if (body === undefined) {
    throw wrong("UTF-16, whose byte order mark the file has", "an odd number of bytes");
  }
  const text = (encoding === "utf-16be" ? body.swap16() : body).toString("utf16le");
  const declared = declaredEncoding(text.slice(0, 300));
  if (declared !== undefined && declared !== "utf-16" && declared !== encoding) {
    throw wrong("UTF-16, whose byte order mark the file has", `the declaration of encoding ${quoted(declared)}`);
  }
  return { text };
}

function decodeUtf8(bytes: Uint8Array): DecodedXml {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return cutOff(validPrefix(bytes), "expected UTF-8, got a byte that is not");
  }
}

/** The text before the first invalid byte: the only U+FFFD whose three bytes are not in the file marks it. */
function validPrefix(bytes: Uint8Array): string {
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let byte = 0;
  for (const character of lenient) {
    if (character === "\ufffd" && !(bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd)) {
      break;
    }
    byte += Buffer.byteLength(character);
    offset += character.length;
  }
  return lenient.slice(0, offset);
}

function decodeSingleByte(bytes: Uint8Array, highest: number): DecodedXml {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const bad = bytes.findIndex((byte) => byte > highest);
  return bad < 0 ? { text } : cutOff(text.slice(0, bad), "expected US-ASCII, as declared, got a byte that is not");
}

function cutOff(text: string, message: string): DecodedXml {
  const lines = new LineIndex(text.replace(/\r\n?/g, "\n"));
  return { text, defect: new XmlError(message, lines.positionAt(text.replace(/\r\n/g, "\n").length)) };
}

function wrong(expected: string, came: string): XmlError {
  return new XmlError(`expected ${expected}, got ${came}`, START);
}
