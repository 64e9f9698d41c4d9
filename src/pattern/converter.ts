import type { ServiceKey } from "../core/component.js";
import type { EventEvaluator } from "../core/event-evaluator.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * The text of one event. Throws nothing.
 *
 * @public
 */
export type Convert = (event: LoggingEvent) => string;

/**
 * What a text may depend on, so that it is made once where nothing of it changes: the time of the event in whole
 * milliseconds (`time`), the context as an object (`context`), or anything else (`event`).
 *
 * @public
 */
export type Dependency = "time" | "context" | "logger" | "level" | "thread" | "event";

/**
 * What a conversion word became with its options: a function of the event, or more precisely one of the other three.
 *
 * @public
 */
export type Converter = Convert | TextConverter | EventConverter | GroupConverter;

/**
 * Always the same text.
 *
 * @public
 */
export interface TextConverter {
  readonly kind: "text";
  readonly text: string;
}

/**
 * A text made from the event.
 *
 * @public
 */
export interface EventConverter {
  readonly kind: "event";
  readonly convert: Convert;
  /** Anything of the event, unless given. */
  readonly dependsOn?: readonly Dependency[];
  /** How long a text that depends on the time stays the same; 1 millisecond unless given. */
  readonly timeStepMs?: number;
  /** What `%prefix` prints before it. */
  readonly label?: string;
  /** It prints the throwable, or says that nothing shall: none is added at the end of the pattern. */
  readonly handlesThrowable?: boolean;
  /** It prints parts of the millisecond, which the clock is asked for only then. */
  readonly needsNanos?: boolean;
  /** Nothing in it comes from logged data, or it neutralises what does: its control characters are meant. */
  readonly isNeutral?: boolean;
}

/**
 * Changes the text of the parts between its parentheses.
 *
 * @public
 */
export interface GroupConverter {
  readonly kind: "group";
  /** The text in place of that of its parts. */
  transform(text: string, event: LoggingEvent): string;
  /** What it depends on besides its parts; nothing unless given. */
  readonly dependsOn?: readonly Dependency[];
  /** Each part is preceded by its label and printed without its format modifier, as `%prefix` does. */
  readonly labelsParts?: boolean;
}

/**
 * Makes a converter from the options of a word, once for every place where the word stands.
 * What it throws is reported, and the place prints `%PARSER_ERROR[word]`.
 *
 * @param options - Trimmed and unquoted; empty both for `{}` and for no braces.
 *
 * @public
 */
export type ConverterFactory = (options: readonly string[], environment: ConverterEnvironment) => Converter;

/** The conversion words that patterns of this process may use; those of a configuration's `<conversionRule>` are among them. */
export const CONVERSION_WORDS: ServiceKey<Map<string, ConverterFactory>> = { name: "conversion words" };

/**
 * What a converter may ask for, when it is made.
 *
 * @public
 */
export interface ConverterEnvironment {
  /** What stands between the braces; `undefined` where there are none. */
  readonly optionText: string | undefined;
  /** Where each option begins in the pattern, from 1. */
  readonly optionColumns: readonly number[];
  /** Whether a modifier pads or cuts the text: Logback prints a missing value as `null` without one and as spaces with one. */
  readonly hasFormat: boolean;
  /** Whether events are numbered. */
  readonly hasSequenceNumbers: boolean;
  /** A problem at the place of the word, or at a column of the pattern. Also later, while events are printed. */
  report(level: "WARN" | "ERROR", message: string, column?: number): void;
  /** The evaluator that the configuration defined under that name. */
  evaluator(name: string): EventEvaluator | undefined;
  /** A property of the program, which `%property` prints when the context has none of that name. */
  property(key: string): string | undefined;
  /** Makes data harmless for the reader of the log, where that is switched on; otherwise gives it back unchanged. */
  neutralise(text: string): string;
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}
