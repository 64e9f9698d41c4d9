import { kindOf } from "../core/safe-access.js";

/** The longest that a timer of Node.js takes. */
const LONGEST_TTL_MS = 2 ** 31 - 1;

/** Arguments of a request, which may be anything that JSON can say. */
export class CommandArguments {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** @throws TypeError when there is none, or something else. */
  text(name: string): string {
    const value = this.#get(name);
    if (typeof value !== "string" || value === "") {
      throw new TypeError(`Expected a text as "${name}", came ${value === "" ? "an empty one" : kindOf(value)}.`);
    }
    return value;
  }

  /** A whole number. @throws TypeError when there is none, or something else. */
  integer(name: string): number {
    const value = this.#get(name);
    if (typeof value !== "number" || !Number.isSafeInteger(value)) {
      throw new TypeError(`Expected a whole number as "${name}", came ${kindOf(value)}.`);
    }
    return value;
  }

  /** @returns `undefined` when there is none. @throws TypeError for something else. */
  texts(name: string): readonly string[] | undefined {
    const value = this.#get(name);
    if (value === undefined) {
      return undefined;
    }
    if (!Array.isArray(value) || !value.every((one) => typeof one === "string" && one !== "")) {
      throw new TypeError(`Expected texts as "${name}", came something else.`);
    }
    return value as string[];
  }

  /** Texts by name, in their order, of which there may be none. @returns `undefined` when there is no such argument. @throws TypeError for something else. */
  pairs(name: string): ReadonlyMap<string, string> | undefined {
    const value = this.#get(name);
    if (value === undefined) {
      return undefined;
    }
    const isPair = (one: unknown): one is [string, string] => Array.isArray(one) && one.length === 2 && one.every((text) => typeof text === "string" && text !== "");
    if (!Array.isArray(value) || !value.every(isPair)) {
      throw new TypeError(`Expected pairs of texts as "${name}", came something else.`);
    }
    return new Map(value);
  }

  /** Milliseconds after which a change is undone; `undefined` for never. @throws RangeError for what is no such time. */
  get ttlMs(): number | undefined {
    const value = this.#get("ttlMs");
    if (value !== undefined && !(typeof value === "number" && value > 0 && value <= LONGEST_TTL_MS)) {
      throw new RangeError(`Expected milliseconds above 0 and up to ${LONGEST_TTL_MS} (24 days) as "ttlMs", came ${typeof value === "number" ? String(value) : kindOf(value)}.`);
    }
    return value;
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }
}
