import type { OffsetStyle } from "./date-pattern.js";

/** An offset as the letters `X`, `x` and `Z` print it. `zero` is printed also for what rounds to zero in the style. */
export function printOffset(offset: number, style: OffsetStyle, zero: string): string {
  const { sign, hours, minutes, seconds } = parts(offset);
  const colon = style.includes(":") ? ":" : "";
  const withMinutes = style !== "+HHmm" || minutes > 0;
  const withSeconds = style.endsWith("ss") && seconds > 0;
  if (hours === 0 && minutes === 0 && !withSeconds) {
    return zero;
  }
  return sign + two(hours) + (withMinutes ? colon + two(minutes) : "") + (withSeconds ? colon + two(seconds) : "");
}

/** An offset as the letters `O` and `OOOO` print it: `GMT+2`, `GMT+02:00`. */
export function printLocalizedOffset(offset: number, gmt: string, full: boolean): string {
  if (offset === 0) {
    return gmt;
  }
  const { sign, hours, minutes, seconds } = parts(offset);
  const withMinutes = full || minutes > 0 || seconds > 0;
  const tail = (withMinutes ? `:${two(minutes)}` : "") + (seconds > 0 ? `:${two(seconds)}` : "");
  return gmt + sign + (full ? two(hours) : String(hours)) + tail;
}

function parts(offset: number): { readonly sign: string; readonly hours: number; readonly minutes: number; readonly seconds: number } {
  const size = Math.abs(offset);
  return {
    sign: offset < 0 ? "-" : "+",
    hours: Math.floor(size / 3600),
    minutes: Math.floor(size / 60) % 60,
    seconds: size % 60,
  };
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
