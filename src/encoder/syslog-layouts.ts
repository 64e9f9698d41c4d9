import { compilePattern, type CompiledPattern, type PatternOptions } from "../pattern/compiler.js";
import type { ConverterFactory } from "../pattern/converter.js";
import { structuredData, type StructuredDataOptions } from "../pattern/converters/structured-data.js";
import { syslogHeader, type SyslogSender } from "../pattern/converters/syslog-header.js";
import { syslogStart } from "../pattern/converters/syslog-start.js";
import { facilityNumber } from "../pattern/syslog-priority.js";

/** What a message of RFC 5424 says besides time, level and text. */
export interface StructuredSyslog extends Omit<SyslogSender, "facility">, Omit<StructuredDataOptions, "messageId"> {
  /** A pattern whose text becomes the message id; without one there is none. */
  readonly messageId?: string | undefined;
}

/** What the two layouts of a syslog appender are made of. */
export interface SyslogLayoutSettings {
  readonly facility: string;
  readonly suffixPattern: string;
  readonly stackTracePattern: string;
  /** Left out: messages are those of RFC 3164, as in Logback. */
  readonly structured?: StructuredSyslog | undefined;
}

/** The message of an event, and what stands before each line of its stack trace. */
export interface SyslogLayouts {
  readonly message: CompiledPattern;
  readonly stackTrace: CompiledPattern;
}

/** A property that a pattern stands in. */
export type SyslogPatternProperty = "suffixPattern" | "stackTracePattern" | "messageId";

/**
 * Compiles the patterns of a syslog appender, each behind the beginning of a message.
 *
 * @param optionsFor - What the pattern of a property is compiled against; columns are those of the property's text.
 *
 * Source: Logback, `ch.qos.logback.classic.net.SyslogAppender`.
 */
export function compileSyslogLayouts(settings: SyslogLayoutSettings, optionsFor: (property: SyslogPatternProperty) => PatternOptions): SyslogLayouts {
  const { facility, suffixPattern, stackTracePattern, structured } = settings;
  const beginning = structured === undefined ? STANDARD_BEGINNING : structuredBeginning(facility, structured, optionsFor("messageId"));
  const prefix = `%${START}{${facility}}${structured === undefined ? "" : `%${DATA}`}%nopex{}`;
  const compile = (pattern: string, property: SyslogPatternProperty): CompiledPattern => {
    const options = optionsFor(property);
    return compilePattern(prefix + pattern, {
      ...options,
      words: new Map([...options.words, ...beginning]),
      report: ({ column, ...problem }) => options.report?.({ ...problem, column: Math.max(1, column - prefix.length) }),
    });
  };
  return { message: compile(suffixPattern, "suffixPattern"), stackTrace: compile(stackTracePattern, "stackTracePattern") };
}

const START = "syslogStart";
const DATA = "syslogData";
const STANDARD_BEGINNING: ReadonlyMap<string, ConverterFactory> = new Map([[START, syslogStart]]);

/** The words that the beginning of a message is made of. Two, because only the first can be kept from event to event. */
function structuredBeginning(facility: string, structured: StructuredSyslog, options: PatternOptions): ReadonlyMap<string, ConverterFactory> {
  const messageId = structured.messageId === undefined ? undefined : compilePattern(structured.messageId, { ...options, throwableWord: "" }).convert;
  const header = syslogHeader({ ...structured, facility: facilityNumber(facility) ?? 0 });
  const data = structuredData({ ...structured, messageId });
  return new Map<string, ConverterFactory>([
    [START, () => header],
    [DATA, () => data],
  ]);
}
