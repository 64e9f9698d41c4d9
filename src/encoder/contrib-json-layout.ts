import { booleanProperty, componentProperty, defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { contextName } from "../json/context.js";
import { jsonLine, type JsonField } from "../json/json-field.js";
import { escapeSafely } from "../json/json-text.js";
import { levelName } from "../json/level.js";
import { loggerName } from "../json/logger-name.js";
import { mdcMembers } from "../json/mdc.js";
import { MemberNames } from "../json/member-names.js";
import { formattedMessage, rawMessage } from "../json/message.js";
import { threadName } from "../json/thread-name.js";
import { epochTimestampText } from "../json/timestamp.js";
import { configuredTimestamp } from "./logstash-timestamp.js";
import { configuredStackTrace, THROWABLE_CONVERTER } from "./throwable-converter.js";

/** Writes each event as a JSON object. Source: logback-contrib, `ch.qos.logback.contrib.json.classic.JsonLayout`. */
class ContribJsonLayout implements Layout {
  readonly doLayout: (event: LoggingEvent) => string;

  constructor(fields: readonly JsonField[], lineEnd: string) {
    this.doLayout = jsonLine(fields, lineEnd);
  }
}

/** Formatting is not left to it: an object stands on one line. */
interface JsonFormatter {
  readonly prettyPrint: boolean;
}

/** `<jsonFormatter class="ch.qos.logback.contrib.jackson.JacksonJsonFormatter">`: accepted; Status WARN for `<prettyPrint>` true, since an event is one line here. */
export const jacksonJsonFormatter: ComponentDefinition<JsonFormatter> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.contrib.jackson.JacksonJsonFormatter"],
  properties: { prettyPrint: booleanProperty(false) },
  create: ({ prettyPrint }, environment) => {
    if (prettyPrint) {
      environment.reportOn("prettyPrint").warn("<prettyPrint> has no effect: each event is an object on one line, so that whoever reads the log can tell them apart.");
    }
    return { prettyPrint };
  },
});

/**
 * `<layout class="ch.qos.logback.contrib.json.classic.JsonLayout">`
 *
 * - `<timestampFormat>`: a date pattern; milliseconds since 1970 as text unless given. `<timestampFormatTimezoneId>`: the system's unless given.
 * - `<includeTimestamp>`, `<includeLevel>`, `<includeThreadName>`, `<includeMDC>`, `<includeLoggerName>`, `<includeFormattedMessage>`,
 *   `<includeContextName>`, `<includeException>`: true unless given; `<includeMessage>`, the message without its arguments: false.
 * - `<appendLineSeparator>`: false unless given.
 * - `<throwableProxyConverter>`: what prints the throwable; `%ex` unless given.
 * - `<jsonFormatter>`: not needed.
 */
export const contribJsonLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["ch.qos.logback.contrib.json.classic.JsonLayout"],
  properties: {
    timestampFormat: stringProperty(),
    timestampFormatTimezoneId: stringProperty(),
    appendLineSeparator: booleanProperty(false),
    includeTimestamp: booleanProperty(true),
    includeLevel: booleanProperty(true),
    includeThreadName: booleanProperty(true),
    includeMDC: booleanProperty(true),
    includeLoggerName: booleanProperty(true),
    includeFormattedMessage: booleanProperty(true),
    includeMessage: booleanProperty(false),
    includeContextName: booleanProperty(true),
    includeException: booleanProperty(true),
    throwableProxyConverter: THROWABLE_CONVERTER,
    jsonFormatter: componentProperty<JsonFormatter>("value", { defaultClassName: "ch.qos.logback.contrib.jackson.JacksonJsonFormatter" }),
  },
  create: (values, environment) => {
    const { timestampFormat: pattern, timestampFormatTimezoneId: zone } = values;
    const names = { pattern: "timestampFormat", zone: "timestampFormatTimezoneId" };
    const noNames = new MemberNames();
    const fields: readonly (readonly [isIncluded: boolean, make: () => JsonField])[] = [
      [values.includeTimestamp, () => (pattern === undefined ? epochTimestampText("timestamp") : configuredTimestamp("timestamp", { pattern, zone }, names, environment))],
      [values.includeLevel, () => levelName("level")],
      [values.includeThreadName, () => threadName("thread", escapeSafely)],
      [values.includeMDC, () => mdcMembers({ objectName: "mdc" }, () => noNames, escapeSafely)],
      [values.includeLoggerName, () => loggerName("logger", escapeSafely)],
      [values.includeFormattedMessage, () => formattedMessage("message", escapeSafely)],
      [values.includeMessage, () => rawMessage("raw-message", escapeSafely)],
      [values.includeContextName, () => contextName("context", escapeSafely)],
      [values.includeException, () => configuredStackTrace(values.throwableProxyConverter, false, environment)("exception")],
    ];
    const included = fields.filter(([isIncluded]) => isIncluded).map(([, make]) => make());
    return new ContribJsonLayout(included, values.appendLineSeparator ? "\n" : "");
  },
});
