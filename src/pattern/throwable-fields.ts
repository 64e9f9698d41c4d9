import type { ThrowableInfo } from "../core/throwable-info.js";
import { neutralise } from "../util/neutralise.js";

/** The number of an error of the operating system says what its `code` says. */
const NAMED_BY_OTHERS: ReadonlySet<string> = new Set(["errno"]);

/** Values that a message may well hold for another reason. */
const ORDINARY = /^(?:.{1,2}|true|false|-?\d{1,3})$/;

/** What stands behind a value that was cut. */
const CUT = /…\[cut: \d+ more characters\]$/;

/** Both bounds keep a long message of many like characters from costing time. */
const LONGEST_SEARCHED = 4_096;
const MOST_TRIES = 16;

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

/**
 * `[code=23505, table=users]`: what the own fields of an error say beyond its message; empty where that is nothing.
 *
 * In one line, whatever they hold.
 */
export function throwableFields({ message = "", fields, isCyclic }: ThrowableInfo): string {
  if (fields.length === 0 || isCyclic) {
    return "";
  }
  const news = fields.filter(([name, value]) => !NAMED_BY_OTHERS.has(name) && !says(message, value));
  return news.length === 0 ? "" : neutralise(`[${news.map(([name, value]) => `${name}=${value}`).join(", ")}]`);
}

/** Whether the value stands in the message as a word of its own, and not by chance. */
function says(message: string, value: string): boolean {
  if (value === "") {
    return true;
  }
  if (ORDINARY.test(value)) {
    return false;
  }
  const whole = value.replace(CUT, "");
  const told = message.slice(0, LONGEST_SEARCHED);
  let at = told.indexOf(whole);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
    if (isEdge(told, at - 1) && (whole !== value || isEdge(told, at + whole.length))) {
      return true;
    }
    at = told.indexOf(whole, at + 1);
  }
  return false;
}

function isEdge(message: string, at: number): boolean {
  return !WORD_CHARACTER.test(message.charAt(at));
}
