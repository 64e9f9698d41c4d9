import { Level } from "./level.js";
import type { Marker } from "./marker.js";

/**
 * Logs at one level.
 *
 * A marker may stand before the message. Nothing that is passed can make the call throw. The method may be taken off its
 * logger: `promise.catch(log.error)` works.
 *
 * @param message - Text with `{}` where the arguments go; in a message without `{}`, `<>` does the same.
 *   An error is logged with its stack trace; any other value is printed as `{}` would print it.
 * @param args - For the placeholders. An error in the last place is the throwable, and fills no placeholder, as in SLF4J.
 *
 * @public
 */
export interface LogMethod {
  (message: string, ...args: readonly unknown[]): void;
  (marker: Marker, message: unknown, ...args: readonly unknown[]): void;
  (error: unknown, message?: string, ...args: readonly unknown[]): void;
}

/**
 * The log methods, one a level. Each is exchanged whenever the effective level or the turbo filters change.
 *
 * @public
 */
export interface LogMethods {
  readonly trace: LogMethod;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
}

/** What stands in for a method whose level is off: the call has nothing left to do, and V8 inlines it away. */
export const DISABLED: LogMethod = () => {};

/** Which method logs at which level. */
export const METHOD_LEVELS: readonly (readonly [name: keyof LogMethods, level: Level])[] = [
  ["trace", Level.TRACE],
  ["debug", Level.DEBUG],
  ["info", Level.INFO],
  ["warn", Level.WARN],
  ["error", Level.ERROR],
];
