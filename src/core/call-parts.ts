import type { KeyValuePair } from "./logging-event.js";
import { isMarker, type Marker } from "./marker.js";
import { isThrowable, printValue, safeGet, type PrintLimits } from "./printable.js";
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
 */
export function callPartsOf(first: unknown, rest: readonly unknown[], limits: PrintLimits): CallParts {
  const marker = isMarker(first) ? first : undefined;
  const [template, ...params] = marker === undefined ? [first, ...rest] : rest;
  const isError = isThrowable(template);
  const words = typeof template === "string" ? template : typeof params[0] === "string" && template !== undefined ? (params.shift() as string) : undefined;
  const given = [...params];
  const throwable = isThrowable(params.at(-1)) ? params.pop() : isError ? template : undefined;
  if (words !== undefined) {
    const pairs = typeof template === "string" || isError ? [] : pairsOf(template, limits);
    const error = throwable === undefined ? pairs.find(({ key, value }) => ERROR_KEYS.has(key) && isThrowable(value)) : undefined;
    const keyValuePairs = error === undefined ? pairs : pairs.filter((pair) => pair !== error);
    return { marker, text: words, isMessageNull: false, given, args: params, throwable: throwable ?? error?.value, keyValuePairs };
  }
  const text = isError ? (messageOf(template) ?? "") : printValue(template, limits);
  const keyValuePairs = isPlainObject(params[0]) ? pairsOf(params[0], limits) : [];
  return { marker, text, isMessageNull: template === null, given, args: [], throwable, keyValuePairs };
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
    return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value) as null) && Object.keys(value).length > 0;
  } catch {
    return false;
  }
}
