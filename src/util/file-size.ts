/** A size that was read from a text. */
export interface ParsedFileSize {
  readonly bytes: number;
  /** The size does not fit into 64 bits: `bytes` is what Logback is left with, perhaps negative. Worth a warning. */
  readonly overflow?: true;
}

const SHAPE = /^([0-9]+)[ \t\n\v\f\r]*((?:kb|mb|gb)?)s?$/i;

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;
const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["kb", KIB],
  ["mb", MIB],
  ["gb", GIB],
]);
/** More digits than any number of 64 bits has. */
const TOO_MANY_DIGITS = 20;

/**
 * Reads `64 MB`, `10kb`, `1GB`, `512` (bytes): a whole number, then perhaps kb, mb or gb in any letter case, each 1024
 * times the one before. A trailing `s` is allowed.
 *
 * Gives undefined for anything else: `1.5MB`, `10M`, `10 bytes`, `1TB`, `-1MB`, and a number of bytes or units that does
 * not fit into 64 bits.
 * Source: Logback 1.6, `ch.qos.logback.core.util.FileSize`, whose overflow is kept and marked.
 */
export function parseFileSize(text: string): ParsedFileSize | undefined {
  const match = SHAPE.exec(text);
  const coefficient = UNITS.get(match?.[2]?.toLowerCase() ?? "");
  const digits = match?.[1]?.replace(/^0+(?=[0-9])/, "");
  if (digits === undefined || coefficient === undefined || digits.length >= TOO_MANY_DIGITS) {
    return undefined;
  }
  const count = BigInt(digits);
  if (BigInt.asIntN(64, count) !== count) {
    return undefined;
  }
  const exact = count * BigInt(coefficient);
  const kept = BigInt.asIntN(64, exact);
  return kept === exact ? { bytes: Number(exact) } : { bytes: Number(kept), overflow: true };
}

/** What was expected of a text that is no file size, for a message. */
export const FILE_SIZE_EXPECTED = 'a file size such as "10MB", "512 kb", "1GB" or "4096" (bytes)';

/** A size in Logback's words, cut down to whole units: `512 Bytes`, `10 KB`, `64 MB`, `1 GB`. */
export function formatFileSize(bytes: number): string {
  if (bytes < KIB) {
    return `${bytes} Bytes`;
  }
  if (bytes < MIB) {
    return `${Math.floor(bytes / KIB)} KB`;
  }
  if (bytes < GIB) {
    return `${Math.floor(bytes / MIB)} MB`;
  }
  return `${Math.floor(bytes / GIB)} GB`;
}
