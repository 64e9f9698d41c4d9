import type { KeyValuePair } from "./logging-event.js";
import { isMarker, type Marker } from "./marker.js";
import { printValue, type PrintLimits } from "./printable.js";
import { isThrowable, safeGet } from "./safe-access.js";
import { messageOf } from "./throwable-info.js";

/** A log call taken apart. */
export interface CallParts {
  readonly marker: Marker | undefined;
  readonly text: string;
  /** `null` stood in the place of the message. */
  readonly isMessageNull: boolean;
  /** What stands behind the message, as it was given. */
  readonly given: readonly unknown[];
  /** The same without the throwable, for the placeholders; empty when the message was no text, because data is never looked through for them. */
  readonly args: readonly unknown[];
  readonly throwable: unknown;
  readonly keyValuePairs: readonly KeyValuePair[];
}

/** Keys under which other libraries expect the error of an object: pino and bunyan, winston. */
const ERROR_KEYS: ReadonlySet<string> = new Set(["err", "error"]);

/** Key of a value that stands before the words and has no keys of its own. */
const VALUE_KEY = "value";

/**
 * Sorts out a log call whose first argument is a marker, an error, or any other value that is no message. Never throws.
 *
 * `log.error(error, "while saving {}", id)` and `log.info({ id }, "saved")` are the habit of other libraries: there the
 * words are the message, the error is the throwable and the object's own properties are key-value pairs. So it is with
 * `log.error({ err, id }, "failed")`: an error that the object has as `err` or `error` is the throwable where there is no other.
 * Without words its message is the message.
 */
export function callPartsOf(first: unknown, rest: readonly unknown[], limits: PrintLimits): CallParts {
  const marker = isMarker(first) ? first : undefined;
  const [template, ...params] = marker === undefined ? [first, ...rest] : rest;
  const isError = isThrowable(template);
  const { words, rest: given } = splitWords(template, params);
  const last = given.at(-1);
  const endsWithError = isThrowable(last);
  const args = endsWithError ? given.slice(0, -1) : given;
  const throwable = endsWithError ? last : isError ? template : undefined;
  if (words !== undefined) {
    const pairs = typeof template === "string" || isError ? [] : pairsOf(template, limits);
    const error = throwable === undefined ? errorIn(pairs) : undefined;
    return { marker, text: words, isMessageNull: false, given, args, throwable: throwable ?? error?.value, keyValuePairs: without(pairs, error) };
  }
  const pairs = throwable === undefined && isPlainObject(template) ? pairsOf(template, limits) : [];
  const error = errorIn(pairs);
  if (error !== undefined) {
    return { marker, text: messageOf(error.value as object) ?? "", isMessageNull: false, given, args: [], throwable: error.value, keyValuePairs: without(pairs, error) };
  }
  const text = isError ? (messageOf(template) ?? "") : printValue(template, limits);
  const keyValuePairs = isPlainObject(args[0]) ? pairsOf(args[0], limits) : [];
  return { marker, text, isMessageNull: template === null, given, args: [], throwable, keyValuePairs };
}

/** The error that other libraries would print with its stack trace. */
function errorIn(pairs: readonly KeyValuePair[]): KeyValuePair | undefined {
  return pairs.find(({ key, value }) => ERROR_KEYS.has(key) && isThrowable(value));
}

function without(pairs: readonly KeyValuePair[], left: KeyValuePair | undefined): readonly KeyValuePair[] {
  return left === undefined ? pairs : pairs.filter((pair) => pair !== left);
}

/** A call's words, which are its message or stand right behind it, and what follows them. After a message that is `undefined` no text counts as words. */
function splitWords(template: unknown, params: readonly unknown[]): { readonly words: string | undefined; readonly rest: readonly unknown[] } {
  if (typeof template === "string") {
    return { words: template, rest: params };
  }
  const next = template === undefined ? undefined : params[0];
  return typeof next === "string" ? { words: next, rest: params.slice(1) } : { words: undefined, rest: params };
}

function pairsOf(value: unknown, { maxKeys }: PrintLimits): KeyValuePair[] {
  if (!isPlainObject(value)) {
    return [{ key: VALUE_KEY, value }];
  }
  return Object.keys(value)
    .slice(0, maxKeys)
    .map((key) => ({ key, value: safeGet(value, key) }));
}

/** An object literal, as far as one can tell without running code of the object. */
function isPlainObject(value: unknown): value is object {
  try {
    if (typeof value !== "object" || value === null) {
      return false;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    return (prototype === Object.prototype || prototype === null) && Object.keys(value).length > 0;
  } catch {
    return false;
  }
}
