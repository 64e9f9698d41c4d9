import type { ArchiveCodec } from "./archive-codec.js";
import { DeflatedBytes } from "./deflated-bytes.js";

/** No name, no time, system unknown: as Java writes it. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** A gzip file with one member. Source: RFC 1952. */
export function gzCodec(): ArchiveCodec {
  const bytes = new DeflatedBytes();
  return {
    begin: () => HEADER,
    compress: (chunk) => bytes.compress(chunk),
    end: () => {
      const tail = Buffer.alloc(8);
      tail.writeUInt32LE(bytes.crc, 0);
      tail.writeUInt32LE(bytes.size % 2 ** 32, 4);
      return Buffer.concat([bytes.end(), tail]);
    },
  };
}
