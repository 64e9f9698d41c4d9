import type { MdcEntries, MdcStore } from "./mdc.js";

/**
 * Puts pairs into the MDC and leaves out those without a value.
 *
 * Source: Open-Xchange, `com.openexchange.log.LogProperties.putProperties`.
 *
 * @param mdc - `MDC`.
 * @public
 */
export function putProperties(mdc: MdcStore, entries: MdcEntries): void {
  const pairs = Symbol.iterator in entries ? entries : Object.entries(entries);
  for (const [key, value] of pairs) {
    if (value !== null && value !== undefined) {
      mdc.put(key, value);
    }
  }
}

/**
 * Adds a value behind those that the MDC has under a key, with a comma between. No value adds nothing.
 *
 * Source: Open-Xchange, `com.openexchange.log.LogProperties.append`.
 *
 * @param mdc - `MDC`.
 * @public
 */
export function appendProperty(mdc: MdcStore, key: string, value: unknown): void {
  if (value !== null && value !== undefined) {
    const before = mdc.get(key);
    mdc.put(key, value);
    if (before !== undefined) {
      mdc.put(key, `${before},${mdc.get(key) ?? ""}`);
    }
  }
}
