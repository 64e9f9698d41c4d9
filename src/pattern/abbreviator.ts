import { lastPart } from "../util/last-part.js";
import type { ConverterEnvironment } from "./converter.js";
import { parseJavaInt } from "./java-int.js";

/** Names are as many as a program has loggers or classes; made-up ones must not fill the memory. */
const MAX_NAMES = 1024;

/**
 * A function that shortens dotted names and remembers them, or `undefined` when nothing is to be shortened.
 *
 * @param option - The length wanted; what is no whole number is reported, and so is nothing shortened.
 */
export function nameAbbreviator(option: string | undefined, environment: ConverterEnvironment): ((name: string) => string) | undefined {
  if (option === undefined) {
    return undefined;
  }
  const length = parseJavaInt(option);
  if (length === undefined) {
    environment.report("ERROR", `"${option}" is no length, such as 36; names are printed in full.`);
    return undefined;
  }
  return length < 0 ? undefined : abbreviatorOf(length);
}

/** A function that shortens dotted names and remembers them: to their last part where `length` is 0, not at all below. */
export function abbreviatorOf(length: number): (name: string) => string {
  return length < 0 ? (name) => name : remembered(length === 0 ? lastPart : (name) => abbreviate(name, length));
}

/**
 * Cuts parts to their first letter, from the left, until the name is no longer than `target`; the last part stays whole.
 *
 * Source: Logback, `ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator`.
 */
function abbreviate(name: string, target: number): string {
  const lastDot = name.lastIndexOf(".");
  if (name.length < target || lastDot < 0) {
    return name;
  }
  const room = Math.max(target - (name.length - lastDot), 0);
  const surplus = lastDot - room;
  let result = "";
  let cut = 0;
  let index = 0;
  for (let isFirst = true; index < lastDot; index++) {
    const char = name.charAt(index);
    if (char === ".") {
      if (cut >= surplus) {
        break;
      }
      result += char;
      isFirst = true;
    } else if (isFirst) {
      result += char;
      isFirst = false;
    } else {
      cut++;
    }
  }
  return result + name.slice(index);
}

function remembered(shorten: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let short = known.get(name);
    if (short === undefined) {
      if (known.size >= MAX_NAMES) {
        known.clear();
      }
      short = shorten(name);
      known.set(name, short);
    }
    return short;
  };
}
