import types from "node:util/types";
import { wholeCharacters } from "../util/whole-characters.js";
import { accessorText, builtInNumber, MAX_KEYS_SEEN, TYPED_ARRAY_PROTOTYPE } from "./foreign-objects.js";
import { classNameOf, errorName, functionName, isThrowable, ownToString, safeGet, unprintable, Unprintable } from "./safe-access.js";

/**
 * How much of a value is printed. What is left out is marked with an ellipsis.
 *
 * @public
 */
export interface PrintLimits {
  /** Levels of objects within objects; what lies deeper is `{…}`. */
  readonly maxDepth: number;
  /** Properties an object. */
  readonly maxKeys: number;
  /** Items an array, `Map`, `Set` or typed array. */
  readonly maxItems: number;
  /** Characters of a rendered object, all together. */
  readonly maxLength: number;
  /** Characters of a plain string. */
  readonly maxStringLength: number;
}

/** Those of a context that was given none: 256 KiB for an object, 1 MiB for a string. */
export const DEFAULT_PRINT_LIMITS: PrintLimits = Object.freeze({
  maxDepth: 8,
  maxKeys: 256,
  maxItems: 256,
  maxLength: 256 * 1024,
  maxStringLength: 1024 * 1024,
});

/** Larger numbers are not printed: the time for it grows with the square of their length. */
const MAX_BIGINT = 10n ** 4096n;
/** By these Node.js keeps at promises, timers and sockets what belongs to `AsyncLocalStorage`: whole MDCs, which are nobody's property. */
const OF_ASYNC_HOOKS: ReadonlySet<string | undefined> = new Set(["async_id_symbol", "trigger_async_id_symbol", "kResourceStore"]);
/** As many bytes of a Buffer as Node.js prints itself. */
const MAX_BUFFER_BYTES = 50;

/**
 * A value as text for a message. Never throws and always returns a string.
 *
 * Of what the application wrote, only a `toString` of its own is called, and `name` and `message` of errors are read.
 * Getters are shown and not called; `toJSON`, `util.inspect.custom`, `Symbol.toPrimitive` and `then` are not looked at.
 * A Proxy is shown by its own properties, read through its traps.
 */
export function printValue(value: unknown, limits: PrintLimits = DEFAULT_PRINT_LIMITS): string {
  if (typeof value === "string") {
    return value.length <= limits.maxStringLength ? value : cut(value, limits.maxStringLength);
  }
  return typeof value === "number" || typeof value === "boolean" ? String(value) : printOther(value, limits);
}

function printOther(value: unknown, limits: PrintLimits): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  try {
    const printer = new Printer(limits);
    printer.value(value, false);
    return printer.finish();
  } catch (thrown) {
    return unprintable(thrown);
  }
}

/** Renders one value within the limits. `nested` is the style inside an object: strings quoted, all on one line. */
class Printer {
  readonly #limits: PrintLimits;
  readonly #path: object[] = [];
  #text = "";
  #isFull = false;
  #keysLeft = MAX_KEYS_SEEN;

  constructor(limits: PrintLimits) {
    this.#limits = limits;
  }

  finish(): string {
    return this.#isFull ? `${this.#text}…[cut at ${String(this.#limits.maxLength)} characters]` : this.#text;
  }

  value(value: unknown, nested: boolean): void {
    if (typeof value === "string") {
      this.#add(nested ? quote(this.#bounded(value)) : value);
    } else if (typeof value === "bigint") {
      this.#add(bigintText(value) + (nested ? "n" : ""));
    } else if (typeof value === "function" || (typeof value === "object" && value !== null)) {
      this.#object(value, nested);
    } else {
      this.#addText(String(value), nested);
    }
  }

  property(holder: object, key: PropertyKey, nested: boolean): this {
    try {
      const property = Object.getOwnPropertyDescriptor(holder, key);
      const accessor = accessorText(property);
      if (accessor === undefined) {
        this.value(property?.value, nested);
      } else {
        this.#add(accessor);
      }
    } catch (thrown) {
      this.#addText(unprintable(thrown), nested);
    }
    return this;
  }

  #add(text: string): void {
    const room = this.#limits.maxLength - this.#text.length;
    this.#isFull ||= text.length > room;
    this.#text += text.length > room ? wholeCharacters(text, room) : text;
  }

  #addText(text: string, nested: boolean): void {
    this.#add(nested ? oneLine(this.#bounded(text)) : text);
  }

  #bounded(text: string): string {
    return text.slice(0, this.#limits.maxLength + 1);
  }

  #object(value: object, nested: boolean): void {
    try {
      const text = leafText(value);
      if (text === undefined) {
        this.#container(value, nested);
      } else {
        this.#addText(text, nested);
      }
    } catch (thrown) {
      this.#addText(unprintable(thrown), nested);
    }
  }

  #container(value: object, nested: boolean): void {
    const isArray = Array.isArray(value);
    if (this.#path.includes(value)) {
      this.#add(isArray ? "[...]" : "[Circular]");
    } else if (this.#path.length >= this.#limits.maxDepth || this.#keysLeft <= 0) {
      this.#add(isArray ? "[…]" : "{…}");
    } else {
      this.#path.push(value);
      try {
        this.#contents(value, nested);
      } finally {
        this.#path.pop();
      }
    }
  }

  #contents(value: object, nested: boolean): void {
    if (Array.isArray(value)) {
      this.#array(value, nested);
    } else if (types.isProxy(value)) {
      this.#record(value, "Proxy ");
    } else if (isThrowable(value)) {
      this.#error(value, nested);
    } else if (types.isTypedArray(value)) {
      this.#typedArray(value);
    } else if (types.isMap(value)) {
      this.#map(value);
    } else if (types.isSet(value)) {
      this.#set(value);
    } else {
      this.#record(value, labelOf(value));
    }
  }

  #list<Item>(open: string, items: readonly Item[], more: number, close: string, print: (item: Item) => void): void {
    this.#add(open);
    for (const [index, item] of items.entries()) {
      if (this.#isFull) {
        return;
      }
      this.#add(index === 0 ? "" : ", ");
      print(item);
    }
    this.#add(more === 0 ? close : `${items.length === 0 ? "" : ", "}… ${String(more)} more${close}`);
  }

  #record(value: object, label: string): void {
    const keys: PropertyKey[] = Object.keys(value);
    for (const symbol of Object.getOwnPropertySymbols(value)) {
      if (Object.getOwnPropertyDescriptor(value, symbol)?.enumerable === true && !OF_ASYNC_HOOKS.has(symbol.description)) {
        keys.push(symbol);
      }
    }
    this.#keysLeft -= keys.length;
    if (keys.length === 0) {
      this.#add(`${label}{}`);
      return;
    }
    const shown = keys.slice(0, this.#limits.maxKeys);
    this.#list(`${label}{ `, shown, keys.length - shown.length, " }", (key) => {
      this.#add(`${keyText(typeof key === "symbol" ? key : this.#bounded(String(key)))}: `);
      this.property(value, key, true);
    });
  }

  /** As SLF4J prints arrays; inside an object as `util.inspect` does. */
  #array(array: readonly unknown[], nested: boolean): void {
    const { slots, more } = slotsOf(array, this.#limits.maxItems);
    const padding = nested && slots.length + more > 0 ? " " : "";
    this.#list(`[${padding}`, slots, more, `${padding}]`, ({ index, empty }) => {
      if (empty > 0) {
        this.#add(`<${String(empty)} empty>`);
      } else {
        this.property(array, index, nested);
      }
    });
  }

  #error(error: Error, nested: boolean): void {
    const message = safeGet(error, "message");
    this.#addText(`${nested ? "[" : ""}${errorName(error)}`, nested);
    if (typeof message === "string" || Unprintable.is(message)) {
      this.#addText(message === "" ? "" : `: ${String(message)}`, nested);
    } else if (message !== undefined && message !== null) {
      this.#add(": ");
      this.value(message, true);
    }
    this.#add(nested ? "]" : "");
  }

  #typedArray(array: NodeJS.TypedArray): void {
    const name = classNameOf(array) ?? String(Reflect.get(TYPED_ARRAY_PROTOTYPE, Symbol.toStringTag, array));
    const length = builtInNumber(TYPED_ARRAY_PROTOTYPE, "length", array);
    const shown = Math.min(length, name === "Buffer" ? MAX_BUFFER_BYTES : this.#limits.maxItems);
    const items = Array.from({ length: shown }, (_, index) => array[index] as number | bigint);
    if (name === "Buffer") {
      const bytes = items.map((byte) => ` ${byte.toString(16).padStart(2, "0")}`).join("");
      this.#add(`<Buffer${bytes}${length > shown ? ` … ${String(length - shown)} more` : ""}>`);
    } else {
      this.#collection(name, length, items, (item) => {
        this.value(item, true);
      }, "[", "]");
    }
  }

  #map(map: Map<unknown, unknown>): void {
    const entries = firstOf(Map.prototype.entries.call(map) as IterableIterator<[unknown, unknown]>, this.#limits.maxItems);
    this.#collection(classNameOf(map) ?? "Map", builtInNumber(Map.prototype, "size", map), entries, ([key, value]) => {
      this.value(key, true);
      this.#add(" => ");
      this.value(value, true);
    });
  }

  #set(set: Set<unknown>): void {
    const items = firstOf(Set.prototype.values.call(set), this.#limits.maxItems);
    this.#collection(classNameOf(set) ?? "Set", builtInNumber(Set.prototype, "size", set), items, (item) => {
      this.value(item, true);
    });
  }

  #collection<Item>(name: string, size: number, items: readonly Item[], print: (item: Item) => void, open = "{", close = "}"): void {
    const padding = size === 0 ? "" : " ";
    this.#list(`${oneLine(name)}(${String(size)}) ${open}${padding}`, items, size - items.length, padding + close, print);
  }
}

/** Text of values that need no look inside; `undefined` for the others. */
function leafText(value: object): string | undefined {
  if (typeof value === "function") {
    const name = functionName(value);
    return name === "" ? "[Function (anonymous)]" : `[Function ${name}]`;
  }
  if (types.isProxy(value) || Array.isArray(value) || types.isTypedArray(value)) {
    return undefined;
  }
  if (types.isDate(value)) {
    return Number.isNaN(Date.prototype.getTime.call(value)) ? "Invalid Date" : Date.prototype.toISOString.call(value);
  }
  const toString = isThrowable(value) ? undefined : ownToString(value);
  if (toString === undefined) {
    return undefined;
  }
  const text = Reflect.apply(toString, value, []);
  return typeof text === "string" ? text : unprintable(new TypeError("toString returned no string"));
}

interface Slot {
  readonly index: number;
  /** How many places are empty from here on; 0 where there is an item. */
  empty: number;
}

function slotsOf(array: readonly unknown[], maxItems: number): { readonly slots: readonly Slot[]; readonly more: number } {
  const length = Math.max(0, Number(Object.getOwnPropertyDescriptor(array, "length")?.value) || 0);
  const looked = Math.min(length, maxItems);
  const slots: Slot[] = [];
  for (let index = 0; index < looked; index++) {
    const last = slots.at(-1);
    if (types.isProxy(array) || Object.hasOwn(array, index)) {
      slots.push({ index, empty: 0 });
    } else if (last === undefined || last.empty === 0) {
      slots.push({ index, empty: 1 });
    } else {
      last.empty++;
    }
  }
  return { slots, more: length - looked };
}

function firstOf<Item>(iterator: Iterator<Item>, max: number): readonly Item[] {
  const items: Item[] = [];
  for (let result = iterator.next(); result.done !== true && items.length < max; result = iterator.next()) {
    items.push(result.value);
  }
  return items;
}

function labelOf(value: object): string {
  if (Object.getPrototypeOf(value) === null) {
    return "[Object: null prototype] ";
  }
  const name = classNameOf(value) ?? "Object";
  return name === "Object" ? "" : `${oneLine(name)} `;
}

function keyText(key: PropertyKey): string {
  if (typeof key !== "string") {
    return `[${oneLine(String(key))}]`;
  }
  return key === "__proto__" ? "['__proto__']" : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

function bigintText(value: bigint): string {
  return value < MAX_BIGINT && value > -MAX_BIGINT ? String(value) : `${value < 0n ? "-" : ""}[bigint: more than 4096 digits…]`;
}

function cut(text: string, maxLength: number): string {
  const kept = wholeCharacters(text, maxLength);
  return `${kept}…[cut: ${String(text.length - kept.length)} more characters]`;
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([["\n", "\\n"], ["\r", "\\r"], ["\t", "\\t"], ["\b", "\\b"], ["\f", "\\f"], ["\v", "\\v"]]);

function quote(text: string): string {
  return `'${oneLine(text.replace(/[\\']/g, "\\$&"))}'`;
}

function oneLine(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, escaped);
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return SHORT_ESCAPES.get(character) ?? (code > 0xff ? `\\u${code.toString(16)}` : `\\x${code.toString(16).padStart(2, "0")}`);
}
