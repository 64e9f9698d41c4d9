import { onDemand } from "../../util/on-demand.js";

/** Longest safe value, in bytes. */
const MAX_LENGTH = 100;
const HASH_LENGTH = 16;
const FORBIDDEN = /[^A-Za-z0-9._@-]/g;
/** `.`, `..` and what Windows drops from the end of a name. */
const TRAILING_DOTS = /\.+$/;
/** Names that Windows keeps for devices, whatever follows behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** What this function itself adds: a value that looks like it gets a hash of its own, so that nobody can pass for another. */
const HASHED = /--[0-9a-f]{16}$/;

/**
 * A value from outside as part of a file's name: it cannot leave its folder, hide, or name a device, and two different
 * values never become the same.
 *
 * Letters and digits of ASCII, `.`, `_`, `@` and `-` stay; a value of these alone is returned as it is. Everything else
 * becomes `_`, and `--` with 16 digits of the value's SHA-256 is added. So it is with `.` and `..`, dots at the end, the
 * empty value, names of Windows devices, values longer than 100 characters, and those that end like an added hash.
 *
 * Letter case stays, so on a file system that ignores it `Bob` and `bob` share a file.
 * Source: CVE-2026-19880; Logback 1.6.3 only drops `/` and `\`.
 */
export function safeValue(value: string): string {
  const replaced = value.replace(FORBIDDEN, "_").replace(TRAILING_DOTS, (dots) => "_".repeat(dots.length));
  if (replaced === value && value !== "" && value.length <= MAX_LENGTH && !DEVICE.test(value) && !HASHED.test(value)) {
    return value;
  }
  const hash = onDemand.crypto.createHash("sha256").update(value, "utf16le").digest("hex").slice(0, HASH_LENGTH);
  const name = DEVICE.test(replaced) || replaced === "" ? `_${replaced}` : replaced;
  return `${name.slice(0, MAX_LENGTH - HASH_LENGTH - "--".length)}--${hash}`;
}
