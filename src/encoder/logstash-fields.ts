import { argumentMembers } from "../json/arguments.js";
import { callerData } from "../json/caller-data.js";
import { constant } from "../json/constant.js";
import { contextProperties } from "../json/context-properties.js";
import type { DataField, NamesOf } from "../json/data-field.js";
import type { JsonField } from "../json/json-field.js";
import { JsonObjectNames, type JsonProvider } from "../json/json-provider.js";
import { escapeSafely } from "../json/json-text.js";
import type { KeySelection } from "../json/key-selection.js";
import { keyValueMembers } from "../json/key-value-pairs.js";
import { levelName, levelValue } from "../json/level.js";
import { loggerName } from "../json/logger-name.js";
import { tags } from "../json/markers.js";
import { mdcMembers, type MdcOptions } from "../json/mdc.js";
import { MemberNames } from "../json/member-names.js";
import { formattedMessage } from "../json/message.js";
import { stackTrace } from "../json/stack-trace.js";
import { threadName } from "../json/thread-name.js";
import { formattedTimestamp } from "../json/timestamp.js";
import { compileDateFormat } from "../util/date-format.js";
import type { LineOptions } from "./json-line.js";
import { STANDARD_FIELD_NAMES, type LogstashFieldNames } from "./logstash-field-names.js";
import { ISO_OFFSET_DATE_TIME } from "./logstash-timestamp.js";

/** What a {@link LogstashEncoder} writes. */
export interface LogstashEncoderOptions {
  readonly names?: Partial<LogstashFieldNames>;
  /** Makes the field that tells the time; by default as `2024-03-15T10:30:00.123+01:00` in the system's zone. */
  readonly timestamp?: (name: string) => JsonField;
  /** `"1"` unless given. */
  readonly version?: string | number;
  /** Class, method, file and line of the log call, which costs far more than all else; false unless given. */
  readonly includeCallerData?: boolean;
  /** The properties of the context; true unless given. */
  readonly includeContext?: boolean;
  /** True unless given. */
  readonly includeMdc?: boolean;
  /** Which keys of the MDC, and under which names; all unless given. */
  readonly mdc?: Omit<MdcOptions, "objectName">;
  /** True unless given. */
  readonly includeKeyValuePairs?: boolean;
  /** The markers; true unless given. */
  readonly includeTags?: boolean;
  /** The arguments of the message, as JSON; false unless given. */
  readonly includeNonStructuredArguments?: boolean;
  /** Stands before the number of an argument; `arg` unless given. */
  readonly nonStructuredArgumentsFieldPrefix?: string;
  /** Members with the same value in every event. */
  readonly customFields?: Readonly<Record<string, unknown>>;
  /** Makes the field with the message; the message with its arguments unless given. */
  readonly message?: (name: string) => JsonField;
  /** Makes the field with the throwable; its stack trace as `%ex` prints it unless given. */
  readonly stackTrace?: (name: string) => JsonField;
  /** Shortens the names of loggers. */
  readonly abbreviate?: (loggerName: string) => string;
  /** Which key-value pairs, and under which names; all unless given. */
  readonly keyValues?: KeySelection;
  /** Further parts, behind all others. */
  readonly providers?: readonly JsonProvider[];
  /** What stands around the object. */
  readonly line?: LineOptions;
}

/** Put before the name of a custom field that is taken. */
const CUSTOM_PREFIX = "custom_";

/**
 * The fields in the order of logstash-logback-encoder.
 *
 * @param complain - Told of names that are given twice.
 */
export function logstashFields(given: LogstashEncoderOptions, complain: (message: string) => void = () => {}): JsonField[] {
  const options = withoutReplaced(given);
  const { includeContext = true, includeMdc = true, includeKeyValuePairs = true, includeNonStructuredArguments = false, providers = [] } = options;
  const taken = new MemberNames();
  const names = namesInUse(options, taken, complain);
  const custom = customFields(options, taken, complain);
  const object = new JsonObjectNames(complain, taken);
  const data = (isWritten: boolean, make: (before: NamesOf) => DataField): JsonField[] => (isWritten ? [object.chained(make)] : []);
  const prefix = options.nonStructuredArgumentsFieldPrefix ?? "arg";
  return [
    ...eventFields(options, names),
    ...data(includeContext, (before) => contextProperties(names.context, before, escapeSafely)),
    ...data(includeMdc, (before) => mdcMembers({ ...options.mdc, objectName: names.mdc }, before, escapeSafely)),
    ...data(includeKeyValuePairs, (before) => keyValueMembers(names.keyValuePair, before, escapeSafely, options.keyValues)),
    ...custom,
    ...field(names.tags, (name) => tags(name, escapeSafely)),
    ...data(includeNonStructuredArguments, (before) => argumentMembers({ objectName: names.arguments, prefix }, before, escapeSafely)),
    ...providers.flatMap((provider) => provider.fieldsIn(object)),
  ];
}

/** A provider of MDC, pairs or arguments stands in the place of the encoder's own. */
function withoutReplaced(options: LogstashEncoderOptions): LogstashEncoderOptions {
  const replaced = new Set(options.providers?.map(({ replaces }) => replaces));
  return {
    ...options,
    ...(replaced.has("mdc") ? { includeMdc: false } : {}),
    ...(replaced.has("keyValuePairs") ? { includeKeyValuePairs: false } : {}),
    ...(replaced.has("arguments") ? { includeNonStructuredArguments: false } : {}),
  };
}

/** What every event says of itself. */
function eventFields(
  { timestamp = isoTimestamp, version = "1", message = wholeMessage, stackTrace: throwable = plainStackTrace, includeCallerData = false, abbreviate }: LogstashEncoderOptions,
  names: LogstashFieldNames,
): JsonField[] {
  const { caller, callerClass, callerMethod, callerFile, callerLine } = names;
  const callerNames = { objectName: caller, className: callerClass, methodName: callerMethod, fileName: callerFile, lineNumber: callerLine };
  return [
    ...field(names.timestamp, timestamp),
    ...field(names.version, (name) => constant(name, version)),
    ...field(names.message, message),
    ...field(names.logger, (name) => loggerName(name, escapeSafely, abbreviate)),
    ...field(names.thread, (name) => threadName(name, escapeSafely)),
    ...field(names.level, levelName),
    ...field(names.levelValue, levelValue),
    ...(includeCallerData ? [callerData(callerNames, escapeSafely)] : []),
    ...field(names.stackTrace, throwable),
  ];
}

function wholeMessage(name: string): JsonField {
  return formattedMessage(name, escapeSafely);
}

function plainStackTrace(name: string): JsonField {
  return stackTrace(name, escapeSafely);
}

function isoTimestamp(name: string): JsonField {
  return formattedTimestamp(name, compileDateFormat(ISO_OFFSET_DATE_TIME));
}

function field(name: string | undefined, make: (name: string) => JsonField): JsonField[] {
  return name === undefined ? [] : [make(name)];
}

const CALLER_MEMBERS: readonly (keyof LogstashFieldNames)[] = ["callerClass", "callerMethod", "callerFile", "callerLine"];

/** The names that are written, each once: a second field of the same name is left out, a second object is opened up. */
function namesInUse(options: LogstashEncoderOptions, taken: MemberNames, complain: (message: string) => void): LogstashFieldNames {
  const given: LogstashFieldNames = { ...STANDARD_FIELD_NAMES, ...options.names };
  const inCaller = new MemberNames();
  const names = Object.entries(given as unknown as Readonly<Record<string, string | undefined>>).map(([key, name]): [string, string | undefined] => {
    const scope = given.caller !== undefined && CALLER_MEMBERS.includes(key as keyof LogstashFieldNames) ? inCaller : taken;
    if (name === undefined || !isInUse(key as keyof LogstashFieldNames, options)) {
      return [key, undefined];
    }
    if (scope.has(name.toWellFormed())) {
      complain(`The field name "${name}" is given twice; it is not used for <${key}>.`);
      return [key, undefined];
    }
    return [key, scope.take(name, "")];
  });
  return Object.fromEntries(names) as unknown as LogstashFieldNames;
}

function isInUse(key: keyof LogstashFieldNames, options: LogstashEncoderOptions): boolean {
  switch (key) {
    case "tags":
      return options.includeTags ?? true;
    case "context":
      return options.includeContext ?? true;
    case "mdc":
      return options.includeMdc ?? true;
    case "keyValuePair":
      return options.includeKeyValuePairs ?? true;
    case "arguments":
      return options.includeNonStructuredArguments ?? false;
    default:
      return key === "caller" || CALLER_MEMBERS.includes(key) ? (options.includeCallerData ?? false) : true;
  }
}

function customFields({ customFields: fields = {} }: LogstashEncoderOptions, taken: MemberNames, complain: (message: string) => void): JsonField[] {
  return Object.entries(fields).map(([key, value]) => {
    const name = taken.take(key, CUSTOM_PREFIX);
    if (name !== key.toWellFormed()) {
      complain(`The custom field "${key}" has the name of a standard field; it is written as "${name}".`);
    }
    return constant(name, value);
  });
}
