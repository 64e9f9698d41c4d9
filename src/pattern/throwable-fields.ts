import type { ThrowableInfo } from "../core/throwable-info.js";
import { neutralise } from "../util/neutralise.js";

/** The number of an error of the operating system says what its `code` says. */
const NAMED_BY_OTHERS: ReadonlySet<string> = new Set(["errno"]);

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

/** Whether the value stands in the message as a word of its own. */
function says(message: string, value: string): boolean {
  for (let at = message.indexOf(value); at >= 0; at = message.indexOf(value, at + 1)) {
    if (value === "" || (isEdge(message, at - 1) && isEdge(message, at + value.length))) {
      return true;
    }
  }
  return false;
}

function isEdge(message: string, at: number): boolean {
  return !WORD_CHARACTER.test(message.charAt(at));
}
