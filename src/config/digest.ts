import { createHash } from "node:crypto";

/** Digest of a file that is missing, or is not read. */
export const NO_CONTENT = "";

/** By which two contents of a file are told apart. */
export function digestOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
