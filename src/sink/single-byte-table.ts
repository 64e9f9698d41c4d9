/** Bytes of a charset that has one byte for each of its characters. */
export interface SingleByteTable {
  /** The name that Java gives it. */
  readonly name: string;
  /** The byte of each UTF-16 code unit; a question mark for what the charset lacks, surrogates included. */
  readonly byteOf: Uint8Array;
}

/**
 * What the bytes 0x80 to 0x9F mean: what the decoder says; the same, but nothing where it says that they are control
 * characters, as Java has it for the charsets of Windows; control characters; or nothing.
 */
type UpperControls = "decoded" | "undefined" | "controls" | "none";

type Decoder = InstanceType<typeof TextDecoder>;

interface SingleByteCharset {
  readonly name: string;
  /** Those of Java. */
  readonly aliases: string;
  /** Name of the decoder of Node.js; `name` unless given. */
  readonly label?: string;
  /** "decoded" unless given. */
  readonly upperControls?: UpperControls;
  /** Where Java and the decoder, in any version of Node.js, differ. `undefined` for a byte that means nothing. */
  readonly exceptions?: readonly (readonly [byte: number, character: string | undefined])[];
}

/** The decoder for windows-1252 takes it for ISO-8859-1 in some versions of Node.js; the one for Turkish differs from it in these. */
const NOT_TURKISH = [...latin("ÐÝÞðýþ"), [0x8e, "Ž"], [0x9e, "ž"]] as const;

const QUESTION_MARK = 0x3f;
const REPLACEMENT = 0xfffd;

const CHARSETS: readonly SingleByteCharset[] = [
  { name: "ISO-8859-2", aliases: "8859_2 912 ISO8859-2 ISO_8859-2 ISO_8859-2:1987 cp912 csISOLatin2 ibm-912 ibm912 iso-ir-101 iso8859_2 l2 latin2" },
  { name: "ISO-8859-3", aliases: "8859_3 913 ISO8859-3 ISO_8859-3 ISO_8859-3:1988 cp913 csISOLatin3 ibm-913 ibm913 iso-ir-109 iso8859_3 l3 latin3" },
  { name: "ISO-8859-4", aliases: "8859_4 914 ISO_8859-4 ISO_8859-4:1988 cp914 csISOLatin4 ibm-914 ibm914 iso-ir-110 iso8859-4 iso8859_4 l4 latin4" },
  { name: "ISO-8859-5", aliases: "8859_5 915 ISO8859-5 ISO_8859-5 ISO_8859-5:1988 cp915 csISOLatinCyrillic cyrillic ibm-915 ibm915 iso-ir-144 iso8859_5" },
  { name: "ISO-8859-6", aliases: "1089 8859_6 ASMO-708 ECMA-114 ISO8859-6 ISO_8859-6 ISO_8859-6:1987 arabic cp1089 csISOLatinArabic ibm-1089 ibm1089 iso-ir-127 iso8859_6" },
  {
    name: "ISO-8859-7",
    aliases: "813 8859_7 ECMA-118 ELOT_928 ISO_8859-7 ISO_8859-7:1987 cp813 csISOLatinGreek greek greek8 ibm-813 ibm813 iso-ir-126 iso8859-7 iso8859_7 sun_eu_greek",
  },
  { name: "ISO-8859-8", aliases: "8859_8 916 ISO8859-8 ISO_8859-8 ISO_8859-8:1988 cp916 csISOLatinHebrew hebrew ibm-916 ibm916 iso-ir-138 iso8859_8" },
  {
    name: "ISO-8859-9",
    aliases: "8859_9 920 ISO8859-9 ISO_8859-9 ISO_8859-9:1989 cp920 csISOLatin5 ibm-920 ibm920 iso-ir-148 iso8859_9 l5 latin5",
    label: "windows-1254",
    upperControls: "controls",
  },
  { name: "ISO-8859-13", aliases: "8859_13 ISO8859-13 iso8859_13 iso_8859-13" },
  {
    name: "ISO-8859-15",
    aliases: "8859_15 923 IBM-923 IBM923 ISO8859-15 ISO8859_15 ISO8859_15_FDIS ISO_8859-15 L9 LATIN0 LATIN9 Latin-9 cp923 csISO885915 csISOlatin0 csISOlatin9",
  },
  { name: "x-iso-8859-11", aliases: "iso-8859-11 iso8859_11", label: "windows-874", upperControls: "controls" },
  { name: "TIS-620", aliases: "tis620 tis620.2533", label: "windows-874", upperControls: "none" },
  { name: "KOI8-R", aliases: "cskoi8r koi8 koi8_r" },
  { name: "KOI8-U", aliases: "koi8_u", exceptions: [[0xae, "╝"], [0xbe, "╬"]] },
  { name: "IBM866", aliases: "866 cp866 csIBM866 ibm-866" },
  { name: "windows-1250", aliases: "cp1250 cp5346", upperControls: "undefined" },
  { name: "windows-1251", aliases: "ansi-1251 cp1251 cp5347", upperControls: "undefined" },
  { name: "windows-1252", aliases: "cp1252 cp5348 ibm-1252 ibm1252", label: "windows-1254", upperControls: "undefined", exceptions: NOT_TURKISH },
  { name: "windows-1253", aliases: "cp1253 cp5349", upperControls: "undefined", exceptions: [[0xaa, undefined]] },
  { name: "windows-1254", aliases: "cp1254 cp5350", upperControls: "undefined" },
  { name: "windows-1255", aliases: "cp1255", upperControls: "undefined", exceptions: [[0xca, undefined]] },
  { name: "windows-1256", aliases: "cp1256" },
  { name: "windows-1257", aliases: "cp1257 cp5353", upperControls: "undefined" },
  { name: "windows-1258", aliases: "cp1258", upperControls: "undefined" },
  { name: "x-windows-874", aliases: "ms-874 ms874 windows-874", label: "windows-874", upperControls: "undefined" },
];

const BY_NAME: ReadonlyMap<string, SingleByteCharset> = new Map(
  CHARSETS.flatMap((charset) => [charset.name, ...charset.aliases.split(" ")].map((name) => [name.toLowerCase(), charset] as const)),
);

/** The charsets that {@link singleByteTable} has. */
export const SINGLE_BYTE_NAMES: readonly string[] = CHARSETS.map(({ name }) => name);

/**
 * The table of a charset with that name, in any letter case; `undefined` when there is none, also where Node.js was built
 * without its decoder. The characters are Java's.
 */
export function singleByteTable(name: string): SingleByteTable | undefined {
  const charset = BY_NAME.get(name.toLowerCase());
  const decoder = charset === undefined ? undefined : decoderNamed(charset.label ?? charset.name);
  return charset === undefined || decoder === undefined ? undefined : { name: charset.name, byteOf: bytesOf(charset, decoder) };
}

function bytesOf({ upperControls = "decoded", exceptions = [] }: SingleByteCharset, decoder: Decoder): Uint8Array {
  const byteOf = new Uint8Array(0x10000).fill(QUESTION_MARK);
  const different = new Map(exceptions);
  for (let byte = 0; byte <= 0xff; byte++) {
    const unit = different.has(byte) ? different.get(byte)?.charCodeAt(0) : unitOf(byte, upperControls, decoder);
    if (unit !== undefined) {
      byteOf[unit] = byte;
    }
  }
  return byteOf;
}

/** The character of a byte; `undefined` for none. */
function unitOf(byte: number, upperControls: UpperControls, decoder: Decoder): number | undefined {
  if (byte < 0x80) {
    return byte;
  }
  const decoded = decoder.decode(Uint8Array.of(byte)).charCodeAt(0);
  // ICU gives bytes without a character one of private use.
  const unit = decoded === REPLACEMENT || isOfPrivateUse(decoded) ? undefined : decoded;
  if (byte > 0x9f) {
    return unit;
  }
  switch (upperControls) {
    case "decoded":
      return unit;
    case "undefined":
      return unit === byte ? undefined : unit;
    case "controls":
      return byte;
    case "none":
      return undefined;
  }
}

function isOfPrivateUse(unit: number): boolean {
  return unit >= 0xe000 && unit <= 0xf8ff;
}

function decoderNamed(label: string): Decoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

/** Characters that stand where ISO-8859-1 has them. */
function latin(characters: string): (readonly [byte: number, character: string])[] {
  return Array.from(characters, (character) => [character.charCodeAt(0), character]);
}
