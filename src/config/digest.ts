/** Digest of a file that is missing, or is not read. */
export const NO_CONTENT = "";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Any other odd numbers: what one of the two hashes misses, the other does not. */
const OTHER_OFFSET = 0x9747b28c;
const OTHER_PRIME = 0x85ebca6b;

/**
 * By which two contents of a file are told apart: its length, and two hashes of 32 bits.
 *
 * Nobody gains by a second content of the same digest, so it is no cryptographic one: `node:crypto` takes longer to load
 * than a configuration to be read.
 *
 * Source: the first hash is FNV-1a.
 */
export function digestOf(content: Uint8Array): string {
  let hash = FNV_OFFSET;
  let other = OTHER_OFFSET;
  for (const byte of content) {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
    other = Math.imul(other ^ byte, OTHER_PRIME);
  }
  return [content.length, hash >>> 0, other >>> 0].map((part) => part.toString(16)).join("-");
}
