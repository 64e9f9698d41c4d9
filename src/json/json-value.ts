import types from "node:util/types";
import { accessorText, builtInNumber, MAX_KEYS_SEEN, TYPED_ARRAY_PROTOTYPE } from "../core/foreign-objects.js";
import { printValue, type PrintLimits } from "../core/printable.js";
import { isThrowable, ownToString, unprintable } from "../core/safe-access.js";
import { jsonNumber, type Escape } from "./json-text.js";
import { MemberNames } from "./member-names.js";

/**
 * Any value as JSON. Never throws; the text is always valid and no longer than the limits allow, a few characters aside.
 *
 * Arrays, sets and typed arrays become arrays, maps and plain objects become objects; NaN and the infinities become
 * strings, a `bigint` a number where every reader understands it exactly and a string elsewhere. Whatever else is an
 * object becomes the text it would have in a message: dates, errors, functions, objects with a `toString` of their own.
 *
 * Of what the application wrote, only such a `toString` is called: getters are shown, `toJSON` is not looked at.
 * Where something is left out stands an ellipsis.
 */
export function jsonValue(value: unknown, limits: PrintLimits, escape: Escape): string {
  switch (typeof value) {
    case "string":
      return `"${escape(printValue(value, limits))}"`;
    case "number":
      return Number.isFinite(value) ? jsonNumber(value) : `"${String(value)}"`;
    case "boolean":
      return String(value);
    default:
      return new ValueWriter(limits, escape).value(value);
  }
}

class ValueWriter {
  readonly #limits: PrintLimits;
  readonly #escape: Escape;
  readonly #path: object[] = [];
  /** Characters that may still be written. */
  #left: number;
  #keysLeft = MAX_KEYS_SEEN;

  constructor(limits: PrintLimits, escape: Escape) {
    this.#limits = limits;
    this.#escape = escape;
    this.#left = limits.maxLength;
  }

  value(value: unknown): string {
    if (value === null || value === undefined) {
      return this.#counted("null");
    }
    switch (typeof value) {
      case "string":
        return this.#string(value);
      case "number":
        return this.#counted(Number.isFinite(value) ? jsonNumber(value) : `"${String(value)}"`);
      case "boolean":
        return this.#counted(String(value));
      case "bigint":
        return isExact(value) ? this.#counted(String(value)) : this.#string(value);
      case "object":
        return this.#object(value);
      default:
        return this.#string(value);
    }
  }

  #counted(text: string): string {
    this.#left -= text.length;
    return text;
  }

  /** As in a message, cut to the room that is left. */
  #string(value: unknown): string {
    const room = Math.max(0, this.#left);
    const { maxLength, maxStringLength } = this.#limits;
    const text = printValue(value, { ...this.#limits, maxLength: Math.min(maxLength, room), maxStringLength: Math.min(maxStringLength, room) });
    return this.#counted(`"${this.#escape(text)}"`);
  }

  #object(value: object): string {
    try {
      if (isPrintedAsText(value)) {
        return this.#string(value);
      }
      return this.#path.includes(value) ? this.#string("[Circular]") : this.#container(value);
    } catch (thrown) {
      return this.#string(unprintable(thrown));
    }
  }

  #container(value: object): string {
    const isList = Array.isArray(value) || types.isSet(value) || types.isTypedArray(value);
    if (this.#path.length >= this.#limits.maxDepth || this.#left <= 0 || this.#keysLeft <= 0) {
      return this.#string(isList ? "[…]" : "{…}");
    }
    this.#path.push(value);
    try {
      if (types.isSet(value)) {
        return this.#list(Set.prototype.values.call(value), builtInNumber(Set.prototype, "size", value));
      }
      if (types.isMap(value)) {
        return this.#map(value);
      }
      return isList ? this.#list(elementsOf(value), lengthOf(value)) : this.#record(value);
    } finally {
      this.#path.pop();
    }
  }

  #list(items: Iterator<unknown>, size: number): string {
    let text = "[";
    let count = 0;
    for (; count < size && count < this.#limits.maxItems && this.#left > 0; count++) {
      const result = items.next();
      if (result.done === true) {
        return `${text}]`;
      }
      text += this.#counted(count === 0 ? "" : ",") + this.value(result.value);
    }
    return size <= count ? `${text}]` : `${text}${count === 0 ? "" : ","}"… ${String(size - count)} more"]`;
  }

  #map(map: Map<unknown, unknown>): string {
    const entries = Map.prototype.entries.call(map) as IterableIterator<[unknown, unknown]>;
    return this.#members(
      builtInNumber(Map.prototype, "size", map),
      this.#limits.maxItems,
      () => (entries.next().value as [unknown, unknown] | undefined) ?? ["", undefined],
    );
  }

  #record(record: object): string {
    const keys = Object.keys(record);
    this.#keysLeft -= keys.length;
    return this.#members(keys.length, this.#limits.maxKeys, (index) => [keys[index] ?? "", propertyOf(record, keys[index] ?? "")]);
  }

  #members(size: number, max: number, memberAt: (index: number) => readonly [unknown, unknown]): string {
    const names = new MemberNames();
    let text = "";
    let count = 0;
    for (; count < size && count < max && this.#left > 0; count++) {
      const [key, value] = memberAt(count);
      if (value !== undefined) {
        text += this.#counted(text === "" ? "" : ",") + this.#name(key, names) + this.value(value);
      }
    }
    if (count < size) {
      text += `${text === "" ? "" : ","}"${names.take("…", "_")}":"${String(size - count)} more"`;
    }
    return `{${text}}`;
  }

  #name(key: unknown, names: MemberNames): string {
    const text = printValue(key, { ...this.#limits, maxLength: Math.max(0, this.#left), maxStringLength: Math.max(0, this.#left) });
    return this.#counted(`"${this.#escape(names.take(text, "_"))}":`);
  }
}

function isExact(value: bigint): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
}

/** Objects that are no containers of data. Calls nothing of the application. */
function isPrintedAsText(value: object): boolean {
  if (types.isProxy(value) || Array.isArray(value)) {
    return false;
  }
  if (types.isTypedArray(value)) {
    // Bytes say more as hexadecimal digits.
    return Buffer.isBuffer(value);
  }
  return types.isDate(value) || isThrowable(value) || (!types.isMap(value) && !types.isSet(value) && ownToString(value) !== undefined);
}

/** `undefined` for a property that is not there any more, too. */
function propertyOf(holder: object, key: PropertyKey): unknown {
  try {
    const property = Object.getOwnPropertyDescriptor(holder, key);
    return accessorText(property) ?? property?.value;
  } catch (thrown) {
    return unprintable(thrown);
  }
}

/** Holes are `undefined`. */
function* elementsOf(list: object): Generator {
  const length = lengthOf(list);
  for (let index = 0; index < length; index++) {
    yield propertyOf(list, index);
  }
}

function lengthOf(list: object): number {
  const length: unknown = types.isTypedArray(list) ? builtInNumber(TYPED_ARRAY_PROTOTYPE, "length", list) : Object.getOwnPropertyDescriptor(list, "length")?.value;
  return Math.max(0, Number(length) || 0);
}
