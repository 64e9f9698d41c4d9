import { SINGLE_BYTE_NAMES, singleByteTable, type SingleByteTable } from "./single-byte-table.js";

/** How text becomes bytes. */
export interface Charset {
  /** The name that Java gives it. */
  readonly name: string;
  /** Most bytes that one UTF-16 code unit can need. */
  readonly maxBytesPerUnit: number;
  /** Fewest bytes that one UTF-16 code unit can need; a half where a surrogate pair becomes one byte. */
  readonly minBytesPerUnit: number;
  /** Stands before every text that is encoded; empty for none. */
  readonly prefix: string;
  /**
   * Encodes into `room`, which must have `maxBytesPerUnit` bytes for every code unit.
   *
   * @returns How many bytes it took.
   */
  encodeInto(text: string, room: Buffer): number;
}

const UTF_8_ENCODER = new TextEncoder();

/** A half of a surrogate pair becomes U+FFFD, where Java writes a question mark. */
export const UTF_8: Charset = {
  name: "UTF-8",
  maxBytesPerUnit: 3,
  minBytesPerUnit: 1,
  prefix: "",
  // Node.js writes a short text sooner by this than by `Buffer.write`; both are the same for a long one.
  encodeInto: (text, room) => UTF_8_ENCODER.encodeInto(text, room).written,
};

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** As in Java, what such a charset lacks becomes a question mark, one for a whole character. */
const SINGLE_BYTE = { maxBytesPerUnit: 1, minBytesPerUnit: 0.5, prefix: "" } as const;
const BEYOND_ASCII = /[^\0-\x7f]/u;
const BEYOND_LATIN_1 = /[^\0-\xff]/u;

const ISO_8859_1: Charset = firstOfUnicode("ISO-8859-1", BEYOND_LATIN_1);
const US_ASCII: Charset = firstOfUnicode("US-ASCII", BEYOND_ASCII);

const UTF_16LE: Charset = { name: "UTF-16LE", maxBytesPerUnit: 2, minBytesPerUnit: 2, prefix: "", encodeInto: writeLittleEndian };
const UTF_16BE: Charset = { name: "UTF-16BE", maxBytesPerUnit: 2, minBytesPerUnit: 2, prefix: "", encodeInto: writeBigEndian };

/** Big endian with a byte order mark before every event, because Logback encodes event by event and Java begins each time anew. */
const UTF_16: Charset = { ...UTF_16BE, name: "UTF-16", prefix: "\ufeff" };

/** With the aliases of Java. */
const CHARSETS: readonly (readonly [charset: Charset, aliases: string])[] = [
  [UTF_8, "UTF8 unicode-1-1-utf-8"],
  [
    ISO_8859_1,
    "ISO8859_1 ISO8859-1 ISO_8859-1 ISO_8859_1 ISO_8859-1:1987 8859_1 iso-ir-100 latin1 l1 IBM819 IBM-819 cp819 819 csISOLatin1",
  ],
  [US_ASCII, "ASCII ASCII7 ISO646-US ISO_646.irv:1983 ISO_646.irv:1991 646 iso-ir-6 us ANSI_X3.4-1968 ANSI_X3.4-1986 IBM367 cp367 csASCII"],
  [UTF_16, "UTF_16 UTF16 unicode UnicodeBig"],
  [UTF_16BE, "UTF_16BE ISO-10646-UCS-2 X-UTF-16BE UnicodeBigUnmarked"],
  [UTF_16LE, "UTF_16LE X-UTF-16LE UnicodeLittleUnmarked"],
];

const BY_NAME: ReadonlyMap<string, Charset> = new Map(
  CHARSETS.flatMap(([charset, aliases]) => [charset.name, ...aliases.split(" ")].map((name) => [name.toLowerCase(), charset] as const)),
);

/**
 * The charset with that name, in any letter case; the names that Java knows for it are understood.
 *
 * @throws RangeError when there is none; its text names those there are.
 */
export function charsetNamed(name: string): Charset {
  const known = BY_NAME.get(name.trim().toLowerCase());
  if (known !== undefined) {
    return known;
  }
  const table = singleByteTable(name.trim());
  if (table === undefined) {
    throw new RangeError(`"${name}" is no charset that is offered; there are ${[...CHARSETS.map(([charset]) => charset.name), ...SINGLE_BYTE_NAMES].join(", ")}.`);
  }
  return fromTable(table);
}

/** Bytes of a text, in a buffer of their own. */
export function encoded(charset: Charset, text: string): Buffer {
  const room = Buffer.allocUnsafe(Math.ceil(text.length * charset.maxBytesPerUnit));
  return room.subarray(0, charset.encodeInto(text, room));
}

/** The first characters of Unicode, each with its own number for a byte. */
function firstOfUnicode(name: string, unmappable: RegExp): Charset {
  const all = new RegExp(unmappable, "gu");
  return {
    name,
    ...SINGLE_BYTE,
    encodeInto: (text, room) => room.write(unmappable.test(text) ? text.replace(all, "?") : text, "latin1"),
  };
}

function fromTable({ name, byteOf }: SingleByteTable): Charset {
  return {
    name,
    ...SINGLE_BYTE,
    encodeInto: (text, room) => (BEYOND_ASCII.test(text) ? writeFromTable(text, byteOf, room) : room.write(text, "latin1")),
  };
}

function writeFromTable(text: string, byteOf: Uint8Array, room: Buffer): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    room[length++] = byteOf[unit] as number;
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
    }
  }
  return length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function writeLittleEndian(text: string, room: Buffer): number {
  return room.write(text.replace(LONE_SURROGATE, "\ufffd"), "utf16le");
}

function writeBigEndian(text: string, room: Buffer): number {
  const length = writeLittleEndian(text, room);
  room.subarray(0, length).swap16();
  return length;
}
