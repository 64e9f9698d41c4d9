import { booleanProperty, componentProperty, componentsProperty, defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { Encoder, Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { constant } from "../json/constant.js";
import { jsonLine, objectField, type JsonField } from "../json/json-field.js";
import { JsonObjectNames } from "../json/json-provider.js";
import { escapeSafely } from "../json/json-text.js";
import { keyValueMembers } from "../json/key-value-pairs.js";
import { loggerName } from "../json/logger-name.js";
import { tags } from "../json/markers.js";
import { mdcMembers } from "../json/mdc.js";
import { formattedMessage } from "../json/message.js";
import { stackTrace } from "../json/stack-trace.js";
import { threadName } from "../json/thread-name.js";
import { throwableClassName, throwableMessage } from "../json/throwable-summary.js";
import { formattedTimestamp } from "../json/timestamp.js";
import { compileDateFormat } from "../util/date-format.js";
import { configuredStackTrace, THROWABLE_CONVERTER } from "./throwable-converter.js";

/** The version of the schema that ecs-logging-java names. */
const ECS_VERSION = "1.2.0";
const INSTANT = "uuuu-MM-dd'T'HH:mm:ss.SSSX";
/** Levels of four letters are set in by one, so that they line up. */
const LEVEL_WIDTH = 5;

/** A member with the same text in every event. */
export interface EcsAdditionalField {
  readonly key: string;
  readonly value: string;
}

/** What an {@link EcsEncoder} writes. */
export interface EcsEncoderOptions {
  readonly serviceName?: string | undefined;
  readonly serviceVersion?: string | undefined;
  readonly serviceEnvironment?: string | undefined;
  readonly serviceNodeName?: string | undefined;
  /** The name of the service unless given. */
  readonly eventDataset?: string | undefined;
  /** The markers, as `tags`; false unless given. */
  readonly includeMarkers?: boolean;
  /** File, line and function of the log call, which costs far more than all else; false unless given. */
  readonly includeOrigin?: boolean;
  readonly additionalFields?: readonly EcsAdditionalField[];
  /** Makes the text of `message`; the message with its arguments unless given. */
  readonly messageLayout?: Layout | undefined;
  /** Makes the field with the stack trace; as `%ex` prints it unless given. */
  readonly stackTrace?: (name: string) => JsonField;
}

/**
 * Writes each event as a JSON object with the field names of the Elastic Common Schema, on a line of its own.
 *
 * In the order of ecs-logging-java; key-value pairs, which that leaves out, stand behind the MDC. A key of the MDC that is
 * the name of another member gets `mdc_` before it, where ecs-logging-java drops it.
 *
 * Source: ecs-logging-java 1.7, logback-ecs-encoder; Elastic Common Schema, "Base fields", "Log fields", "Error fields".
 */
export class EcsEncoder implements Encoder {
  /** The line of an event. */
  readonly encode: (event: LoggingEvent) => string;

  /** @param complain - Told of names that are given twice. */
  constructor(options: EcsEncoderOptions = {}, complain: (message: string) => void = () => {}) {
    this.encode = jsonLine(ecsFields(options, complain));
  }
}

function ecsFields(options: EcsEncoderOptions, complain: (message: string) => void): JsonField[] {
  const { serviceName, serviceVersion, serviceEnvironment, serviceNodeName, eventDataset = serviceName, additionalFields = [], includeOrigin = false, includeMarkers = false } = options;
  const { messageLayout } = options;
  const object = new JsonObjectNames(complain);
  const text = (name: string, value: string | undefined): readonly JsonField[] => (value === undefined ? [] : object.field(name, (free) => constant(free, value)));
  // Wherever members with names from data stand in the line, they get their names last.
  const head = [
    ...object.field("@timestamp", (name) => formattedTimestamp(name, compileDateFormat(INSTANT, { zone: "UTC" }))),
    ...object.field("log.level", alignedLevel),
    ...object.field("message", (name) => (messageLayout === undefined ? formattedMessage(name, escapeSafely) : laidOut(name, messageLayout))),
    ...text("ecs.version", ECS_VERSION),
    ...(includeMarkers ? object.field("tags", (name) => tags(name, escapeSafely)) : []),
    ...text("service.name", serviceName),
    ...text("service.version", serviceVersion),
    ...text("service.environment", serviceEnvironment),
    ...text("service.node.name", serviceNodeName),
    ...text("event.dataset", eventDataset),
    ...object.field("process.thread.name", (name) => threadName(name, escapeSafely)),
    ...object.field("log.logger", (name) => loggerName(name, escapeSafely)),
    ...additionalFields.flatMap(({ key, value }) => text(key, value)),
  ];
  const tail = [
    ...(includeOrigin ? object.field("log", (name) => objectField(name, [origin("origin")])) : []),
    ...object.field("error.type", (name) => throwableClassName(name, "outermost", false, escapeSafely)),
    ...object.field("error.message", errorMessage),
    ...object.field("error.stack_trace", options.stackTrace ?? plainStackTrace),
  ];
  const data = [
    object.chained((before) => mdcMembers({}, before, escapeSafely)),
    object.chained((before) => keyValueMembers(undefined, before, escapeSafely)),
  ];
  return [...head, ...data, ...tail];
}

/** `"log.level": "INFO"` */
function alignedLevel(name: string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  return { write: ({ level }) => `${start}${" ".repeat(Math.max(LEVEL_WIDTH - level.name.length, 0))}"${level.name}"`, dependsOn: ["level"] };
}

function plainStackTrace(name: string): JsonField {
  return stackTrace(name, escapeSafely);
}

function laidOut(name: string, layout: Layout): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return { write: (event) => `${start}${escapeSafely(layout.doLayout(event))}"` };
}

/** What the throwable says; nothing for one that says nothing. */
function errorMessage(name: string): JsonField {
  const { write } = throwableMessage(name, "outermost", escapeSafely);
  return { write: (event) => (event.throwable === undefined || event.throwableInfo?.message === undefined ? "" : write(event)), isOptional: true };
}

/** `"origin":{"file":{"name":"shop.js","line":12},"function":"buy"}` */
function origin(name: string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  return {
    write: ({ callerFrames: [frame] }) => {
      if (frame === undefined) {
        return "";
      }
      const line = frame.lineNumber >= 0 ? `,"line":${String(frame.lineNumber)}` : "";
      return `${start}{"file":{"name":"${escapeSafely(frame.fileName)}"${line}},"function":"${escapeSafely(frame.methodName)}"}`;
    },
    isOptional: true,
  };
}

/** `<additionalField><key>...</key><value>...</value></additionalField>` of an EcsEncoder; both are required. */
export const ecsAdditionalField: ComponentDefinition<EcsAdditionalField> = defineComponent({
  kind: "value",
  classNames: ["co.elastic.logging.AdditionalField"],
  properties: { key: stringProperty(), value: stringProperty() },
  create: ({ key, value }, { report }) => {
    if (key === undefined || value === undefined) {
      report.error("An <additionalField> needs a <key> and a <value>; it is left out.");
      return undefined;
    }
    return { key, value };
  },
});

/**
 * `<encoder class="co.elastic.logging.logback.EcsEncoder">`
 *
 * - `<serviceName>`, `<serviceVersion>`, `<serviceEnvironment>`, `<serviceNodeName>`: not written unless given.
 * - `<eventDataset>`: the name of the service unless given.
 * - `<includeMarkers>`, `<includeOrigin>`, `<stackTraceAsArray>`: false unless given.
 * - `<additionalField>`, any number: a `<key>` and its `<value>`.
 * - `<throwableConverter>`: what prints the throwable; `%ex` unless given.
 * - `<messageLayout>`: what prints the message.
 *
 * Status WARN for a field that is given twice.
 */
export const ecsEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["co.elastic.logging.logback.EcsEncoder"],
  properties: {
    serviceName: stringProperty(),
    serviceVersion: stringProperty(),
    serviceEnvironment: stringProperty(),
    serviceNodeName: stringProperty(),
    eventDataset: stringProperty(),
    includeMarkers: booleanProperty(false),
    includeOrigin: booleanProperty(false),
    stackTraceAsArray: booleanProperty(false),
    additionalField: componentsProperty<EcsAdditionalField>("value", { defaultClassName: "co.elastic.logging.AdditionalField" }),
    throwableConverter: THROWABLE_CONVERTER,
    messageLayout: componentProperty<Layout>("layout", { defaultClassName: "ch.qos.logback.classic.PatternLayout" }),
  },
  create: ({ additionalField, throwableConverter, stackTraceAsArray, ...options }, environment) =>
    new EcsEncoder(
      { ...options, additionalFields: additionalField, stackTrace: configuredStackTrace(throwableConverter, stackTraceAsArray, environment) },
      (message) => { environment.report.warn(message); },
    ),
});
