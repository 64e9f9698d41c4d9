import { parseJavaInt } from "./java-int.js";

/**
 * Padding and truncation of one conversion: `%-20.30logger`.
 *
 * Lengths count UTF-16 code units, as Java's strings do.
 *
 * Source: Logback manual, "Layouts", format modifiers.
 */
export interface FormatInfo {
  /** Shorter text is filled up with spaces to this length; 0 for never. */
  readonly min: number;
  /** Longer text is cut to this length. */
  readonly max: number;
  /** Spaces go before the text; a minus before the minimum puts them behind it. */
  readonly padsLeft: boolean;
  /** The beginning is cut off; a minus before the maximum cuts the end. */
  readonly cutsLeft: boolean;
}

/** Nothing useful is wider, and a typing mistake must not fill the memory. */
const MAX_WIDTH = 65_536;

/**
 * Reads what stands between `%` and the conversion word.
 *
 * @param text - `20`, `-20`, `.30`, `20.30`, `-20.-30`; the numbers as Java's `Integer.parseInt` takes them.
 * @returns `undefined` when it is none of these.
 */
export function parseFormatInfo(text: string): FormatInfo | undefined {
  const dot = text.indexOf(".");
  const minText = dot < 0 ? text : text.slice(0, dot);
  const maxText = dot < 0 ? "" : text.slice(dot + 1);
  if (dot >= 0 && maxText === "") {
    return undefined;
  }
  const min = minText === "" ? 0 : parseJavaInt(minText);
  const max = maxText === "" ? Number.POSITIVE_INFINITY : parseJavaInt(maxText);
  if (min === undefined || max === undefined || Math.abs(min) > MAX_WIDTH) {
    return undefined;
  }
  return { min: Math.abs(min), max: Math.abs(max), padsLeft: min >= 0, cutsLeft: max >= 0 };
}

/** A function that pads and cuts; `undefined` when the format changes no text. */
export function formatterOf({ min, max, padsLeft, cutsLeft }: FormatInfo): ((text: string) => string) | undefined {
  const pad = padsLeft ? (text: string): string => text.padStart(min) : (text: string): string => text.padEnd(min);
  if (max === Number.POSITIVE_INFINITY) {
    return min === 0 ? undefined : pad;
  }
  return cutsLeft
    ? (text) => (text.length > max ? text.slice(text.length - max) : text.length < min ? pad(text) : text)
    : (text) => (text.length > max ? text.slice(0, max) : text.length < min ? pad(text) : text);
}
