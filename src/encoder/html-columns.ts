import type { LoggingEvent } from "../core/logging-event.js";
import type { CompiledColumn } from "../pattern/compiler.js";
import { COLORS } from "../pattern/converters/color.js";
import { BARE_GROUP } from "../pattern/parser.js";

/** A column of an `HTMLLayout`'s tables. */
export interface HtmlColumn {
  /** Title of the column, and the class of its cells for the style. */
  readonly name: string;
  /** The text of an event's cell, not yet escaped. */
  readonly convert: (event: LoggingEvent) => string;
}

/** Names by word: those of Logback's converters. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...named("CallerData", "caller"),
  ...named("ClassOfCaller", "C", "class"),
  ...named("ContextName", "cn", "contextName"),
  ...named("Date", "d", "date"),
  ...named("Epoch", "ep", "epoch"),
  ...named("ExtendedThrowableProxy", "xEx", "xException", "xThrowable"),
  ...named("FileOfCaller", "F", "file"),
  ...named("HighlightingComposite", "highlight"),
  ...named("IdentityComposite", BARE_GROUP),
  ...named("KeyValuePair", "kvp"),
  ...named("Level", "p", "le", "level"),
  ...named("LineOfCaller", "L", "line"),
  ...named("LineSeparator", "n"),
  ...named("LocalSequenceNumber", "lsn"),
  ...named("Logger", "c", "lo", "logger"),
  ...named("Marker", "marker"),
  ...named("MaskedKeyValuePair", "maskedKvp"),
  ...named("Message", "m", "msg", "message"),
  ...named("MethodOfCaller", "M", "method"),
  ...named("Microsecond", "ms", "micros"),
  ...named("NopThrowableInformation", "nopex", "nopexception"),
  ...named("PrefixComposite", "prefix"),
  ...named("Property", "property"),
  ...named("RelativeTime", "r", "relative"),
  ...named("ReplacingComposite", "replace"),
  ...named("RootCauseFirstThrowableProxy", "rEx", "rootException"),
  ...named("SequenceNumber", "sn", "sequenceNumber"),
  ...named("Thread", "t", "thread"),
  ...named("ThrowableProxy", "ex", "exception", "throwable"),
  ...COLORS.map(([word]) => [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}Composite`] as const),
]);

const MDC_WORDS: readonly string[] = ["X", "mdc"];

/**
 * The columns of a pattern. The MDC's is named by its key; a word of the configuration's own by itself.
 *
 * @param ownWords - Words that the configuration bound.
 */
export function htmlColumns(columns: readonly CompiledColumn[], ownWords: ReadonlySet<string>): readonly HtmlColumn[] {
  return columns.map((column) => ({ name: nameOf(column, ownWords), convert: column.convert }));
}

function nameOf({ word, options }: CompiledColumn, ownWords: ReadonlySet<string>): string {
  if (word === undefined) {
    return "Literal";
  }
  if (ownWords.has(word)) {
    return word;
  }
  return MDC_WORDS.includes(word) ? (options[0] ?? "MDC") : (NAMES.get(word) ?? word);
}

function named(name: string, ...words: readonly string[]): readonly (readonly [string, string])[] {
  return words.map((word) => [word, name]);
}
