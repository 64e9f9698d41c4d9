import { isXmlCodePoint } from "./characters.js";

const PREDEFINED = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"]]);
const DECIMAL = /^#[0-9]+$/;
const HEXADECIMAL = /^#x[0-9A-Fa-f]+$/;

/**
 * What stands for the reference `&name;`: one of the five entities XML predefines, or a character by number.
 *
 * Gives undefined for anything else: no entity can be declared, since a DTD is refused.
 */
export function resolveReference(name: string): string | undefined {
  if (!name.startsWith("#")) {
    return PREDEFINED.get(name);
  }
  const code = HEXADECIMAL.test(name) ? parseInt(name.slice(2), 16) : DECIMAL.test(name) ? parseInt(name.slice(1), 10) : NaN;
  return Number.isNaN(code) || !isXmlCodePoint(code) ? undefined : String.fromCodePoint(code);
}

/** Replaces every reference of a text in which all are known to be good. One pass: what a reference gives is never read again. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) {
    return text;
  }
  return text.replace(/&([^;]*);/g, (whole, name: string) => resolveReference(name) ?? whole);
}
