import { isMarker, type Marker } from "./marker.js";
import { isThrowable, printValue, type PrintLimits } from "./printable.js";
import { messageOf } from "./throwable-info.js";

/** A log call taken apart. */
export interface CallParts {
  readonly marker: Marker | undefined;
  readonly text: string;
  /** What stands behind the message, as it was given. */
  readonly given: readonly unknown[];
  /** The same without the throwable: for the placeholders. */
  readonly args: readonly unknown[];
  readonly throwable: unknown;
}

/**
 * Sorts out a log call whose first argument is a marker, an error, or any other value that is no message. Never throws.
 *
 * `log.error(error, "while saving {}", id)` is the habit of other libraries: there the words are the message.
 */
export function callPartsOf(first: unknown, rest: readonly unknown[], limits: PrintLimits): CallParts {
  const marker = isMarker(first) ? first : undefined;
  const [template, ...params] = marker === undefined ? [first, ...rest] : rest;
  const isError = isThrowable(template);
  const message = isError && typeof params[0] === "string" ? params.shift() : template;
  const given = [...params];
  const throwable = isThrowable(params.at(-1)) ? params.pop() : isError ? template : undefined;
  const text = typeof message === "string" ? message : isError ? (messageOf(template) ?? "") : printValue(message, limits);
  return { marker, text, given, args: params, throwable };
}
