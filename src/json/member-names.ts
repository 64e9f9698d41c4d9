import type { Escape } from "./json-text.js";

/**
 * The names that members of an object have already, so that data never takes the place of another member.
 * Two members of one name would mean something else to every reader.
 */
export class MemberNames {
  readonly #outer: MemberNames | undefined;
  readonly #taken = new Set<string>();

  /** @param outer - Names that are taken too, and will not change any more. */
  constructor(outer?: MemberNames) {
    this.#outer = outer;
  }

  has(name: string): boolean {
    return this.#taken.has(name) || (this.#outer !== undefined && this.#outer.has(name));
  }

  /** Takes a name and returns it; with `prefix` before it, as often as needed, where it is taken. */
  take(name: string, prefix: string): string {
    // Names may become equal by what writing them makes of halves of surrogate pairs.
    let free = name.toWellFormed();
    while (this.has(free)) {
      free = prefix + free;
    }
    this.#taken.add(free);
    return free;
  }
}

/** `"key":"value"` of every entry, with commas between. */
export function stringMembers(entries: Iterable<readonly [string, string]>, prefix: string, names: MemberNames, escape: Escape): string {
  let text = "";
  for (const [key, value] of entries) {
    text += `${text === "" ? "" : ","}"${escape(names.take(key, prefix))}":"${escape(value)}"`;
  }
  return text;
}

/** `"key":value` of every entry, whose value is JSON already, with commas between. */
export function jsonMembers(entries: Iterable<readonly [string, string]>, prefix: string, names: MemberNames, escape: Escape): string {
  let text = "";
  for (const [key, value] of entries) {
    text += `${text === "" ? "" : ","}"${escape(names.take(key, prefix))}":${value}`;
  }
  return text;
}
