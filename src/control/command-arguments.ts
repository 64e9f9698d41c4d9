import { kindOf } from "../core/safe-access.js";
import { LONGEST_TTL_MS } from "./protocol.js";

/** A logger name of 64 KiB could stand for thirty thousand loggers, which would be there, and be listed, for ever. */
const LONGEST_TEXT = 1_024;
const A_TEXT = `a text of 1 to ${LONGEST_TEXT} characters`;

/** Arguments of a request, which may be anything that JSON can say. */
export class CommandArguments {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** @throws TypeError when there is none, or something else. */
  text(name: string): string {
    const value = this.#get(name);
    if (!isText(value)) {
      throw new TypeError(`Expected ${A_TEXT} as "${name}", got ${typeof value === "string" ? `one of ${value.length}` : kindOf(value)}.`);
    }
    return value;
  }

  /** A whole number. @throws TypeError when there is none, or something else. */
  integer(name: string): number {
    const value = this.#get(name);
    if (typeof value !== "number" || !Number.isSafeInteger(value)) {
      throw new TypeError(`Expected a whole number as "${name}", got ${kindOf(value)}.`);
    }
    return value;
  }

  /** @returns `undefined` when there is none. @throws TypeError for something else. */
  texts(name: string): readonly string[] | undefined {
    const value = this.#get(name);
    if (value === undefined) {
      return undefined;
    }
    if (!Array.isArray(value) || !value.every(isText)) {
      throw new TypeError(`Expected a list as "${name}", each ${A_TEXT}, got something else.`);
    }
    return value;
  }

  /** Texts by name, in their order, of which there may be none. @returns `undefined` when there is no such argument. @throws TypeError for something else. */
  pairs(name: string): ReadonlyMap<string, string> | undefined {
    const value = this.#get(name);
    if (value === undefined) {
      return undefined;
    }
    const isPair = (one: unknown): one is [string, string] => Array.isArray(one) && one.length === 2 && one.every(isText);
    if (!Array.isArray(value) || !value.every(isPair)) {
      throw new TypeError(`Expected a list of pairs as "${name}", each part ${A_TEXT}, got something else.`);
    }
    return new Map(value);
  }

  /** Milliseconds after which a change is undone; `undefined` for never. @throws RangeError for what is no such time. */
  get ttlMs(): number | undefined {
    const value = this.#get("ttlMs");
    if (value !== undefined && !(typeof value === "number" && value > 0 && value <= LONGEST_TTL_MS)) {
      throw new RangeError(`Expected milliseconds above 0 and up to ${LONGEST_TTL_MS} (24 days) as "ttlMs", got ${typeof value === "number" ? String(value) : kindOf(value)}.`);
    }
    return value;
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_TEXT;
}
