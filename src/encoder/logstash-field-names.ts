import { defineComponent, stringProperty, type ComponentDefinition, type TextProperty } from "../core/component.js";

/** The name of a field that is not to be written. */
const IGNORED = "[ignore]";

/** The names of the members of a Logstash event; `undefined` for one that is not written or, of an object, written without one. */
export interface LogstashFieldNames {
  readonly timestamp: string | undefined;
  readonly version: string | undefined;
  readonly message: string | undefined;
  readonly logger: string | undefined;
  readonly thread: string | undefined;
  readonly level: string | undefined;
  readonly levelValue: string | undefined;
  readonly stackTrace: string | undefined;
  readonly tags: string | undefined;
  readonly callerClass: string | undefined;
  readonly callerMethod: string | undefined;
  readonly callerFile: string | undefined;
  readonly callerLine: string | undefined;
  /** Objects around the members of that kind, which otherwise stand side by side with all others. */
  readonly caller: string | undefined;
  readonly context: string | undefined;
  readonly mdc: string | undefined;
  readonly keyValuePair: string | undefined;
  readonly arguments: string | undefined;
}

/** The names of logstash-logback-encoder. */
export const STANDARD_FIELD_NAMES: LogstashFieldNames = {
  timestamp: "@timestamp",
  version: "@version",
  message: "message",
  logger: "logger_name",
  thread: "thread_name",
  level: "level",
  levelValue: "level_value",
  stackTrace: "stack_trace",
  tags: "tags",
  callerClass: "caller_class_name",
  callerMethod: "caller_method_name",
  callerFile: "caller_file_name",
  callerLine: "caller_line_number",
  caller: undefined,
  context: undefined,
  mdc: undefined,
  keyValuePair: undefined,
  arguments: undefined,
};

const SHORTENED_FIELD_NAMES: LogstashFieldNames = {
  ...STANDARD_FIELD_NAMES,
  logger: "logger",
  thread: "thread",
  levelValue: "levelVal",
  stackTrace: "stacktrace",
  caller: "caller",
  callerClass: "class",
  callerMethod: "method",
  callerFile: "file",
  callerLine: "line",
};

/**
 * `<fieldNames>` of a LogstashEncoder.
 *
 * Every property gives the name of that field, `[ignore]` leaves it out: `<timestamp>`, `<version>`, `<message>`, `<logger>`,
 * `<thread>`, `<level>`, `<levelValue>`, `<stackTrace>`, `<tags>`, `<callerClass>`, `<callerMethod>`, `<callerFile>`,
 * `<callerLine>`. `<caller>`, `<context>`, `<mdc>`, `<keyValuePair>` and `<arguments>` put the members of that kind into an object.
 *
 * Source: logstash-logback-encoder 9.0, "Customizing Standard Field Names".
 */
export const logstashFieldNames: ComponentDefinition<LogstashFieldNames> = fieldNames("LogstashFieldNames", STANDARD_FIELD_NAMES);

/**
 * `<fieldNames class="net.logstash.logback.fieldnames.ShortenedFieldNames">`: as LogstashFieldNames with shorter names.
 *
 * Unless given, `<timestamp>`, `<version>`, `<message>`, `<level>`, `<tags>`, `<context>`, `<mdc>`, `<keyValuePair>` and `<arguments>` are
 * as there; `<logger>` is `logger`, `<thread>` `thread`, `<levelValue>` `levelVal`, `<stackTrace>` `stacktrace`, `<caller>` `caller`,
 * `<callerClass>` `class`, `<callerMethod>` `method`, `<callerFile>` `file`, `<callerLine>` `line`.
 */
export const shortenedFieldNames: ComponentDefinition<LogstashFieldNames> = fieldNames("ShortenedFieldNames", SHORTENED_FIELD_NAMES);

function fieldNames(className: string, defaults: LogstashFieldNames): ComponentDefinition<LogstashFieldNames> {
  const properties = Object.fromEntries(Object.keys(defaults).map((key) => [key, stringProperty()]));
  return defineComponent({
    kind: "value",
    classNames: [`net.logstash.logback.fieldnames.${className}`],
    properties: properties as Record<keyof LogstashFieldNames, TextProperty<string | undefined>>,
    create: (values) => withNames(defaults, values),
  });
}

/** Empty names count as not given. */
function withNames(defaults: LogstashFieldNames, values: Partial<LogstashFieldNames>): LogstashFieldNames {
  const given = Object.entries(values).filter(([, name]) => name !== undefined && name !== "");
  return { ...defaults, ...Object.fromEntries(given.map(([key, name]) => [key, name === IGNORED ? undefined : name])) };
}
