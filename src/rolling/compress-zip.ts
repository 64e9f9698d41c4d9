import type { ArchiveCodec } from "./archive-codec.js";
import { DeflatedBytes } from "./deflated-bytes.js";

/** What a zip archive says of the file in it. */
export interface ZipEntry {
  readonly name: string;
  readonly modified: Date;
  /** Permissions, as in `stat`. */
  readonly mode: number;
  /** Bytes of the file. More must not follow. */
  readonly size: number;
}

const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
const MADE_ON_UNIX = 3 << 8;
const NAME_IS_UTF8 = 0x0800;
const METHOD_DEFLATE = 8;
const REGULAR_FILE = 0o100_000;
const ZIP64_TAG = 1;
const IN_ZIP64 = 0xffff_ffff;
/** Below 4 GiB by more than DEFLATE can add to what it cannot make smaller. */
const LARGE_FROM = 0xff00_0000;

/**
 * A zip archive with one file in it; of the ZIP64 kind for a file of about 4 GiB or more.
 *
 * Source: PKWARE, APPNOTE 6.3.
 *
 * @param largeFrom - Size from which ZIP64 is used.
 */
export function zipCodec(entry: ZipEntry, largeFrom: number = LARGE_FROM): ArchiveCodec {
  const bytes = new DeflatedBytes();
  const name = Buffer.from(entry.name, "utf8");
  const isLarge = entry.size >= largeFrom;
  const localHeader = (): Buffer => Buffer.concat([packed([[4, 0x0403_4b50], ...commonFields(entry, bytes, name, isLarge)]), name, sizesExtra(bytes, isLarge)]);
  return {
    begin: localHeader,
    compress: (chunk) => bytes.compress(chunk),
    finalBegin: localHeader,
    end: () => {
      const last = bytes.end();
      const directory = centralDirectory(entry, bytes, name, isLarge);
      return Buffer.concat([last, directory, ending(directory.length, localHeader().length + bytes.compressedSize, isLarge)]);
    },
  };
}

type Field = readonly [bytes: 2 | 4 | 8, value: number];

function commonFields({ modified }: ZipEntry, { crc, size, compressedSize }: DeflatedBytes, name: Buffer, isLarge: boolean): readonly Field[] {
  const time = (modified.getHours() << 11) | (modified.getMinutes() << 5) | (modified.getSeconds() >> 1);
  const date = (Math.max(modified.getFullYear() - 1980, 0) << 9) | ((modified.getMonth() + 1) << 5) | modified.getDate();
  return [
    [2, isLarge ? VERSION_ZIP64 : VERSION_DEFLATE],
    [2, NAME_IS_UTF8],
    [2, METHOD_DEFLATE],
    [2, time],
    [2, date & 0xffff],
    [4, crc],
    [4, isLarge ? IN_ZIP64 : compressedSize],
    [4, isLarge ? IN_ZIP64 : size],
    [2, name.length],
    [2, isLarge ? 20 : 0],
  ];
}

function sizesExtra({ size, compressedSize }: DeflatedBytes, isLarge: boolean): Buffer {
  return isLarge ? packed([[2, ZIP64_TAG], [2, 16], [8, size], [8, compressedSize]]) : Buffer.alloc(0);
}

function centralDirectory(entry: ZipEntry, bytes: DeflatedBytes, name: Buffer, isLarge: boolean): Buffer {
  const madeBy: Field = [2, MADE_ON_UNIX | (isLarge ? VERSION_ZIP64 : VERSION_DEFLATE)];
  const noComment: Field = [2, 0];
  const firstDisk: Field = [2, 0];
  const noAttributes: Field = [2, 0];
  const permissions: Field = [4, ((REGULAR_FILE | (entry.mode & 0o777)) << 16) >>> 0];
  const offset: Field = [4, 0];
  const head = packed([[4, 0x0201_4b50], madeBy, ...commonFields(entry, bytes, name, isLarge), noComment, firstDisk, noAttributes, permissions, offset]);
  return Buffer.concat([head, name, sizesExtra(bytes, isLarge)]);
}

function ending(length: number, offset: number, isLarge: boolean): Buffer {
  const classic = packed([[4, 0x0605_4b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, length], [4, isLarge ? IN_ZIP64 : offset], [2, 0]]);
  if (!isLarge) {
    return classic;
  }
  const zip64 = packed([[4, 0x0606_4b50], [8, 44], [2, MADE_ON_UNIX | VERSION_ZIP64], [2, VERSION_ZIP64], [4, 0], [4, 0], [8, 1], [8, 1], [8, length], [8, offset]]);
  const locator = packed([[4, 0x0706_4b50], [4, 0], [8, offset + length], [4, 1]]);
  return Buffer.concat([zip64, locator, classic]);
}

function packed(fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) {
      buffer.writeBigUInt64LE(BigInt(value), at);
    } else {
      buffer.writeUIntLE(value, at, bytes);
    }
    at += bytes;
  }
  return buffer;
}
