import {
  booleanProperty,
  componentProperty,
  componentsProperty,
  integerProperty,
  stringProperty,
  stringsProperty,
  type ComponentEnvironment,
  type NestedProperty,
  type TextProperty,
} from "../core/component.js";
import type { JsonProvider } from "../json/json-provider.js";
import type { MdcEntryWriter } from "../json/mdc.js";
import { abbreviatorOf } from "../pattern/abbreviator.js";
import type { ConverterFactory } from "../pattern/converter.js";
import type { LogstashFieldNames } from "./logstash-field-names.js";
import type { LogstashEncoderOptions } from "./logstash-fields.js";
import { keySelection, readCustomFields, readVersion } from "./logstash-settings.js";
import { configuredTimestamp } from "./logstash-timestamp.js";
import { firstOf } from "./mdc-entry-writers.js";
import { configuredMessage } from "./message-split.js";
import { configuredStackTrace, THROWABLE_CONVERTER } from "./throwable-converter.js";

/**
 * The properties of a LogstashEncoder and a LogstashLayout:
 *
 * - `<customFields>`: a JSON object, whose members every event has. One with the name of a standard field gets `custom_` before it.
 * - `<fieldNames>`: names for the standard fields, `[ignore]` for none; `class="...ShortenedFieldNames"` for shorter ones.
 * - `<timestampPattern>`: a pattern of `java.time.format.DateTimeFormatter`, `[ISO_OFFSET_DATE_TIME]` (default),
 *   `[ISO_ZONED_DATE_TIME]`, `[ISO_DATE_TIME]`, `[ISO_LOCAL_DATE_TIME]`, `[ISO_INSTANT]`, `[UNIX_TIMESTAMP_AS_NUMBER]`,
 *   `[UNIX_TIMESTAMP_AS_STRING]`.
 * - `<timeZone>`: the system's unless given.
 * - `<version>`: `1` unless given; `<writeVersionAsInteger>`: false unless given.
 * - `<messageSplitRegex>`: a regular expression, `SYSTEM`, `UNIX` or `WINDOWS`: the message is a list, split there.
 * - `<shortenedLoggerNameLength>`: as the length of `%logger{20}`; -1 (default) for the whole name.
 * - `<throwableConverter>`: what prints the throwable, such as a ShortenedThrowableConverter; `<writeStackTraceAsArray>`:
 *   true writes a list of lines.
 * - `<includeMdc>`, `<includeContext>`, `<includeKeyValuePairs>`, `<includeTags>`: true unless given.
 * - `<includeMdcKeyName>` or `<excludeMdcKeyName>`, any number: the only keys of the MDC, or all but these.
 * - `<mdcKeyFieldName>`, any number: `key=name` to write a key of the MDC under another name.
 * - `<mdcEntryWriter>`, any number: writes values of the MDC as numbers, true or false.
 * - `<includeKeyValueKeyName>`, `<excludeKeyValueKeyName>`, `<keyValueKeyFieldName>`: the same for key-value pairs.
 * - `<includeNonStructuredArguments>`: false unless given; `<nonStructuredArgumentsFieldPrefix>`: `arg` unless given;
 *   `<includeStructuredArguments>`: accepted and of no effect.
 * - `<includeCallerData>`: false unless given.
 * - `<provider>`, any number: further parts, as in a composite encoder, by class. One for MDC, pairs or arguments stands in
 *   the place of the encoder's own.
 *
 * Status ERROR for custom fields that are no JSON object, a pattern, time zone or regular expression that is none, and when
 * keys are both included and excluded; WARN for a name that is given twice.
 */
export const LOGSTASH_PROPERTIES: {
  readonly customFields: TextProperty<string | undefined>;
  readonly fieldNames: NestedProperty<LogstashFieldNames | undefined>;
  readonly timestampPattern: TextProperty<string | undefined>;
  readonly timeZone: TextProperty<string | undefined>;
  readonly version: TextProperty<string>;
  readonly writeVersionAsInteger: TextProperty<boolean>;
  readonly messageSplitRegex: TextProperty<string | undefined>;
  readonly shortenedLoggerNameLength: TextProperty<number>;
  readonly throwableConverter: NestedProperty<ConverterFactory | undefined>;
  readonly writeStackTraceAsArray: TextProperty<boolean>;
  readonly includeMdc: TextProperty<boolean>;
  readonly includeContext: TextProperty<boolean>;
  readonly includeKeyValuePairs: TextProperty<boolean>;
  readonly includeTags: TextProperty<boolean>;
  readonly includeMdcKeyName: TextProperty<readonly string[]>;
  readonly excludeMdcKeyName: TextProperty<readonly string[]>;
  readonly mdcKeyFieldName: TextProperty<readonly string[]>;
  readonly mdcEntryWriter: NestedProperty<readonly MdcEntryWriter[]>;
  readonly includeKeyValueKeyName: TextProperty<readonly string[]>;
  readonly excludeKeyValueKeyName: TextProperty<readonly string[]>;
  readonly keyValueKeyFieldName: TextProperty<readonly string[]>;
  readonly includeStructuredArguments: TextProperty<boolean>;
  readonly includeNonStructuredArguments: TextProperty<boolean>;
  readonly nonStructuredArgumentsFieldPrefix: TextProperty<string>;
  readonly includeCallerData: TextProperty<boolean>;
  readonly provider: NestedProperty<readonly JsonProvider[]>;
} = {
  customFields: stringProperty(),
  fieldNames: componentProperty<LogstashFieldNames>("value", { defaultClassName: "net.logstash.logback.fieldnames.LogstashFieldNames" }),
  timestampPattern: stringProperty(),
  timeZone: stringProperty(),
  version: stringProperty({ fallback: "1" }),
  writeVersionAsInteger: booleanProperty(false),
  messageSplitRegex: stringProperty(),
  shortenedLoggerNameLength: integerProperty(-1),
  throwableConverter: THROWABLE_CONVERTER,
  writeStackTraceAsArray: booleanProperty(false),
  includeMdc: booleanProperty(true),
  includeContext: booleanProperty(true),
  includeKeyValuePairs: booleanProperty(true),
  includeTags: booleanProperty(true),
  includeMdcKeyName: stringsProperty(),
  excludeMdcKeyName: stringsProperty(),
  mdcKeyFieldName: stringsProperty(),
  mdcEntryWriter: componentsProperty<MdcEntryWriter>("value"),
  includeKeyValueKeyName: stringsProperty(),
  excludeKeyValueKeyName: stringsProperty(),
  keyValueKeyFieldName: stringsProperty(),
  includeStructuredArguments: booleanProperty(true),
  includeNonStructuredArguments: booleanProperty(false),
  nonStructuredArgumentsFieldPrefix: stringProperty({ fallback: "arg" }),
  includeCallerData: booleanProperty(false),
  provider: componentsProperty<JsonProvider>("jsonProvider"),
};

/** Values of {@link LOGSTASH_PROPERTIES}. */
export type LogstashValues = { readonly [Name in keyof typeof LOGSTASH_PROPERTIES]: (typeof LOGSTASH_PROPERTIES)[Name]["fallback"] };

/** What an encoder or a layout with these values writes. What is wrong is reported. */
export function logstashOptions(values: LogstashValues, environment: ComponentEnvironment): LogstashEncoderOptions {
  const { fieldNames, timestampPattern, timeZone, version, shortenedLoggerNameLength } = values;
  return {
    includeMdc: values.includeMdc,
    includeContext: values.includeContext,
    includeKeyValuePairs: values.includeKeyValuePairs,
    includeTags: values.includeTags,
    includeNonStructuredArguments: values.includeNonStructuredArguments,
    nonStructuredArgumentsFieldPrefix: values.nonStructuredArgumentsFieldPrefix,
    includeCallerData: values.includeCallerData,
    ...(fieldNames === undefined ? {} : { names: fieldNames }),
    timestamp: (name) => configuredTimestamp(name, { pattern: timestampPattern, zone: timeZone }, { pattern: "timestampPattern", zone: "timeZone" }, environment),
    version: readVersion(version, values.writeVersionAsInteger, environment.reportOn("version")),
    message: configuredMessage(values.messageSplitRegex, environment.reportOn("messageSplitRegex")),
    stackTrace: configuredStackTrace(values.throwableConverter, values.writeStackTraceAsArray, environment),
    ...(shortenedLoggerNameLength < 0 ? {} : { abbreviate: abbreviatorOf(shortenedLoggerNameLength) }),
    mdc: {
      ...keySelection("MDC", { included: "includeMdcKeyName", excluded: "excludeMdcKeyName", renamed: "mdcKeyFieldName" }, values, environment),
      write: firstOf(values.mdcEntryWriter),
    },
    keyValues: keySelection(
      "key-value pairs",
      { included: "includeKeyValueKeyName", excluded: "excludeKeyValueKeyName", renamed: "keyValueKeyFieldName" },
      values,
      environment,
    ),
    customFields: readCustomFields(values.customFields, environment.reportOn("customFields")),
    providers: values.provider,
  };
}
