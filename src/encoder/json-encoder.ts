import { booleanProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { argumentList } from "../json/arguments.js";
import { context } from "../json/context.js";
import { jsonLine, type JsonField } from "../json/json-field.js";
import { escapeAsLogback, escapeSafely } from "../json/json-text.js";
import { keyValueList } from "../json/key-value-pairs.js";
import { levelName } from "../json/level.js";
import { loggerName } from "../json/logger-name.js";
import { markerList } from "../json/markers.js";
import { mdcObject } from "../json/mdc.js";
import { formattedMessage, rawMessage } from "../json/message.js";
import { nanoseconds } from "../json/nanoseconds.js";
import { sequenceNumber } from "../json/sequence-number.js";
import { threadName } from "../json/thread-name.js";
import { throwable } from "../json/throwable.js";
import { epochTimestamp } from "../json/timestamp.js";
import { PATTERN_PROPERTIES } from "./compile-property.js";

/**
 * Which members a {@link JsonEncoder} writes. All but `withFormattedMessage` are true unless given.
 *
 * @public
 */
export interface JsonEncoderOptions {
  readonly withSequenceNumber?: boolean;
  readonly withTimestamp?: boolean;
  /** Needs a context that reads the fine clock: see `LoggerContext.fineClock`. */
  readonly withNanoseconds?: boolean;
  readonly withLevel?: boolean;
  readonly withThreadName?: boolean;
  readonly withLoggerName?: boolean;
  readonly withContext?: boolean;
  readonly withMarkers?: boolean;
  readonly withMDC?: boolean;
  readonly withKVPList?: boolean;
  /** The message as it was written, with its placeholders. */
  readonly withMessage?: boolean;
  /** The message with its arguments; false unless given. */
  readonly withFormattedMessage?: boolean;
  readonly withArguments?: boolean;
  readonly withThrowable?: boolean;
  /** Whether characters are escaped that JSON allows but that are dangerous to look at; false unless given. */
  readonly neutralise?: boolean;
}

/**
 * Writes each event as a JSON object on a line of its own.
 *
 * Members, their order and their blanks are Logback's. Unlike there, the line is valid JSON whatever the event and
 * whichever members are left out, and no object has two members of one name.
 *
 * Source: Logback manual, "Encoders", JsonEncoder.
 *
 * @public
 */
export class JsonEncoder implements Encoder {
  /** The line of an event. */
  readonly encode: (event: LoggingEvent) => string;

  constructor(options: JsonEncoderOptions = {}) {
    this.encode = jsonLine(fieldsOf(options));
  }
}

function fieldsOf(options: JsonEncoderOptions): JsonField[] {
  const escape = options.neutralise === true ? escapeSafely : escapeAsLogback;
  const fields: readonly (readonly [boolean | undefined, () => JsonField])[] = [
    [options.withSequenceNumber, () => sequenceNumber("sequenceNumber")],
    [options.withTimestamp, () => epochTimestamp("timestamp")],
    [options.withNanoseconds, () => nanoseconds("nanoseconds")],
    [options.withLevel, () => levelName("level")],
    [options.withThreadName, () => threadName("threadName", escape)],
    [options.withLoggerName, () => loggerName("loggerName", escape)],
    [options.withContext, () => context("context", escape)],
    [options.withMarkers, () => markerList("markers", escape)],
    [options.withMDC, () => mdcObject("mdc", escape)],
    [options.withKVPList, () => keyValueList("kvpList", escape)],
    [options.withMessage, () => rawMessage("message", escape)],
    [options.withFormattedMessage ?? false, () => formattedMessage("formattedMessage", escape)],
    [options.withArguments, () => argumentList("arguments", escape)],
    [options.withThrowable, () => throwable("throwable", escape)],
  ];
  return fields.flatMap(([isWritten = true, make]) => (isWritten ? [make()] : []));
}

/**
 * `<encoder class="ch.qos.logback.classic.encoder.JsonEncoder">`
 *
 * True or false, true unless given: `<withSequenceNumber>`, `<withTimestamp>`, `<withNanoseconds>`, `<withLevel>`,
 * `<withThreadName>`, `<withLoggerName>`, `<withContext>`, `<withMarkers>`, `<withMDC>`, `<withKVPList>`, `<withMessage>`,
 * `<withArguments>`, `<withThrowable>`.
 *
 * - `<withFormattedMessage>`: true or false, false unless given.
 * - `<neutralise>`: whether characters are escaped that JSON allows but that are dangerous to look at; as `<configuration>`
 *   says unless given. Readers of the JSON get the same text.
 *
 * `<withNanoseconds>false</withNanoseconds>` saves a look at the fine clock at every event.
 * Status WARN for anything that is neither true nor false.
 */
export const jsonEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["ch.qos.logback.classic.encoder.JsonEncoder"],
  properties: {
    withSequenceNumber: booleanProperty(true),
    withTimestamp: booleanProperty(true),
    withNanoseconds: booleanProperty(true),
    withLevel: booleanProperty(true),
    withThreadName: booleanProperty(true),
    withLoggerName: booleanProperty(true),
    withContext: booleanProperty(true),
    withMarkers: booleanProperty(true),
    withMDC: booleanProperty(true),
    withKVPList: booleanProperty(true),
    withMessage: booleanProperty(true),
    withFormattedMessage: booleanProperty(false),
    withArguments: booleanProperty(true),
    withThrowable: booleanProperty(true),
    neutralise: PATTERN_PROPERTIES.neutralise,
  },
  create: ({ neutralise, ...switches }, environment) => {
    environment.context.fineClock ||= switches.withNanoseconds;
    return new JsonEncoder({ ...switches, neutralise: neutralise ?? environment.neutralise });
  },
});
