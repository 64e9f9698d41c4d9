import type { TimeZone } from "./time-zone.js";

/** No zone has ever moved its clock further at once. */
const WIDEST_CHANGE_MS = 26 * 3_600_000;

/** Milliseconds east of Greenwich at an instant. */
export function offsetMsAt(zone: TimeZone, epochMs: number): number {
  return zone.offsetAt(Math.floor(epochMs / 1000)) * 1000;
}

/**
 * The instants at which a zone's clock may have shown a time, the one that Java's calendars choose first.
 *
 * A time that comes twice, when clocks go back, means the second time; one that is skipped is counted with the offset from
 * before the gap, so it falls behind it.
 * Source: Java, `GregorianCalendar`, "ambiguous wall clock time is interpreted as standard time".
 *
 * @param wallMs - Milliseconds since 1970-01-01T00:00 on the zone's clock.
 */
export function instantsOf(zone: TimeZone, wallMs: number): readonly [number, number] {
  if (zone.fixedOffset !== undefined) {
    const instant = wallMs - zone.fixedOffset * 1000;
    return [instant, instant];
  }
  const near = wallMs - offsetMsAt(zone, wallMs);
  const before = wallMs - offsetMsAt(zone, near - WIDEST_CHANGE_MS);
  const after = wallMs - offsetMsAt(zone, near + WIDEST_CHANGE_MS);
  return wallMs - offsetMsAt(zone, after) === after ? [after, before] : [before, after];
}
