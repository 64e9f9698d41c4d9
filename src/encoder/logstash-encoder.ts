import {
  booleanProperty,
  componentProperty,
  defineComponent,
  stringProperty,
  stringsProperty,
  type ComponentDefinition,
  type ComponentEnvironment,
} from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { jsonLine, type JsonField } from "../json/json-field.js";
import type { LogstashFieldNames } from "./logstash-field-names.js";
import { logstashFields, type LogstashEncoderOptions } from "./logstash-fields.js";
import { readCustomFields, readRenamedKeys, readVersion } from "./logstash-settings.js";
import { timestampField } from "./logstash-timestamp.js";

/**
 * Writes each event as the JSON object that Logstash understands, on a line of its own.
 *
 * In this order: `@timestamp`, `@version`, `message`, `logger_name`, `thread_name`, `level`, `level_value`, the call site if
 * asked for, `stack_trace` where there is a throwable, the properties of the context, the MDC, the key-value pairs, the
 * custom fields, `tags` where there are markers, the arguments if asked for.
 *
 * A name that comes from data never takes the place of another member: where it is taken already, `context_`, `mdc_` or
 * `kvp_` is put before it. logstash-logback-encoder writes two members of one name there.
 *
 * Source: logstash-logback-encoder 9.0, LogstashEncoder.
 *
 * @public
 */
export class LogstashEncoder implements Encoder {
  /** The line of an event. */
  readonly encode: (event: LoggingEvent) => string;

  /** @param complain - Told of names that are given twice. */
  constructor(options: LogstashEncoderOptions = {}, complain?: (message: string) => void) {
    this.encode = jsonLine(logstashFields(options, complain));
  }
}

/**
 * `<encoder class="net.logstash.logback.encoder.LogstashEncoder">`
 *
 * - `<customFields>`: a JSON object, whose members every event has. One with the name of a standard field gets `custom_` before it.
 * - `<fieldNames>`: names for the standard fields, `[ignore]` for none; `class="...ShortenedFieldNames"` for shorter ones.
 * - `<timestampPattern>`: a pattern of `java.time.format.DateTimeFormatter`, `[ISO_OFFSET_DATE_TIME]` (default),
 *   `[ISO_ZONED_DATE_TIME]`, `[ISO_DATE_TIME]`, `[ISO_LOCAL_DATE_TIME]`, `[ISO_INSTANT]`, `[UNIX_TIMESTAMP_AS_NUMBER]`,
 *   `[UNIX_TIMESTAMP_AS_STRING]`.
 * - `<timeZone>`: the system's unless given.
 * - `<version>`: `1` unless given; `<writeVersionAsInteger>`: false unless given.
 * - `<includeMdc>`, `<includeContext>`, `<includeKeyValuePairs>`, `<includeTags>`: true unless given.
 * - `<includeMdcKeyName>` or `<excludeMdcKeyName>`, any number: the only keys of the MDC, or all but these.
 * - `<mdcKeyFieldName>`, any number: `key=name` to write a key of the MDC under another name.
 * - `<includeNonStructuredArguments>`: false unless given; `<nonStructuredArgumentsFieldPrefix>`: `arg` unless given.
 * - `<includeCallerData>`: false unless given.
 *
 * Status ERROR for custom fields that are no JSON object, a pattern or time zone that is none, and when keys are both
 * included and excluded; WARN for a name that is given twice.
 */
export const logstashEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["net.logstash.logback.encoder.LogstashEncoder"],
  properties: {
    customFields: stringProperty(),
    fieldNames: componentProperty<LogstashFieldNames>("value", { defaultClassName: "net.logstash.logback.fieldnames.LogstashFieldNames" }),
    timestampPattern: stringProperty(),
    timeZone: stringProperty(),
    version: stringProperty({ fallback: "1" }),
    writeVersionAsInteger: booleanProperty(false),
    includeMdc: booleanProperty(true),
    includeContext: booleanProperty(true),
    includeKeyValuePairs: booleanProperty(true),
    includeTags: booleanProperty(true),
    includeMdcKeyName: stringsProperty(),
    excludeMdcKeyName: stringsProperty(),
    mdcKeyFieldName: stringsProperty(),
    includeNonStructuredArguments: booleanProperty(false),
    nonStructuredArgumentsFieldPrefix: stringProperty({ fallback: "arg" }),
    includeCallerData: booleanProperty(false),
  },
  create: ({ customFields, fieldNames, timestampPattern, timeZone, version, writeVersionAsInteger, includeMdcKeyName, excludeMdcKeyName, mdcKeyFieldName, ...rest }, environment) => {
    if (includeMdcKeyName.length > 0 && excludeMdcKeyName.length > 0) {
      environment.reportOn("excludeMdcKeyName").error("Keys of the MDC are both included and excluded; only those are written that are included and not excluded.");
    }
    return new LogstashEncoder(
      {
        ...rest,
        ...(fieldNames === undefined ? {} : { names: fieldNames }),
        timestamp: (name) => timestamp(name, timestampPattern, timeZone, environment),
        version: readVersion(version, writeVersionAsInteger, environment.reportOn("version")),
        mdc: {
          included: new Set(includeMdcKeyName),
          excluded: new Set(excludeMdcKeyName),
          renamed: readRenamedKeys(mdcKeyFieldName, environment.reportOn("mdcKeyFieldName")),
        },
        customFields: readCustomFields(customFields, environment.reportOn("customFields")),
      },
      (message) => environment.report.warn(message),
    );
  },
});

function timestamp(name: string, pattern: string | undefined, zone: string | undefined, environment: ComponentEnvironment): JsonField {
  const reports = { pattern: environment.reportOn("timestampPattern"), zone: environment.reportOn("timeZone") };
  const { field, needsNanos } = timestampField(name, { pattern, zone }, reports);
  environment.context.fineClock ||= needsNanos;
  return field;
}
