import { componentProperty, componentsProperty, defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { constant } from "../json/constant.js";
import { firstMarkerName } from "../json/markers.js";
import { jsonLine } from "../json/json-field.js";
import { JsonObjectNames } from "../json/json-provider.js";
import { escapeSafely } from "../json/json-text.js";
import { levelName } from "../json/level.js";
import { loggerName } from "../json/logger-name.js";
import { mdcMembers } from "../json/mdc.js";
import { formattedMessage } from "../json/message.js";
import { stackTrace } from "../json/stack-trace.js";
import { threadName } from "../json/thread-name.js";
import { formattedTimestamp } from "../json/timestamp.js";
import { compileDateFormat } from "../util/date-format.js";
import type { CustomField } from "./open-xchange-custom-fields.js";

/** As the Open-Xchange server writes the time: UTC is `+00:00`. */
const TIMESTAMP = "uuuu-MM-dd'T'HH:mm:ss.SSSxxx";

/** What an {@link OpenXchangeJsonEncoder} writes. */
export interface OpenXchangeJsonOptions {
  /** Name of the member with the time; `timestamp` unless given. */
  readonly timestampName?: string;
  readonly customFields?: readonly CustomField[];
}

/**
 * Writes each event as the JSON object that an Open-Xchange server sends to Logstash, on a line of its own.
 *
 * In this order: `timestamp`, `@version`, `level`, `loggerName`, `threadName`, `message`, `marker` and `stacktrace` where there
 * are such, the MDC, the custom fields.
 *
 * A key of the MDC that is the name of another member gets `mdc_` before it, where the server writes two members of one name.
 *
 * Source: Open-Xchange, `com.openexchange.logback.extensions.logstash.LogstashEncoder`.
 */
export class OpenXchangeJsonEncoder implements Encoder {
  /** The line of an event. */
  readonly encode: (event: LoggingEvent) => string;

  /** @param complain - Told of names that are given twice. */
  constructor({ timestampName = "timestamp", customFields = [] }: OpenXchangeJsonOptions = {}, complain: (message: string) => void = () => {}) {
    const names = new JsonObjectNames(complain);
    const format = compileDateFormat(TIMESTAMP);
    const fields = [
      ...names.field(timestampName, (name) => formattedTimestamp(name, format)),
      ...names.field("@version", (name) => constant(name, 1)),
      ...names.field("level", levelName),
      ...names.field("loggerName", (name) => loggerName(name, escapeSafely)),
      ...names.field("threadName", (name) => threadName(name, escapeSafely)),
      ...names.field("message", (name) => formattedMessage(name, escapeSafely)),
      ...names.field("marker", (name) => firstMarkerName(name, escapeSafely)),
      ...names.field("stacktrace", (name) => stackTrace(name, escapeSafely)),
    ];
    const mdc = names.dataField("", (_, before) => mdcMembers({}, before, escapeSafely));
    const custom = customFields.flatMap(({ name: key, value }) => names.field(key, (name) => constant(name, value)));
    this.encode = jsonLine([...fields, ...mdc, ...custom]);
  }
}

const EXTENSIONS = "com.openexchange.logback.extensions";

/**
 * `<encoder class="com.openexchange.logback.extensions.logstash.LogstashEncoder">`, and under its later name
 * `com.openexchange.logback.extensions.encoders.JSONEncoder`
 *
 * - `<customField name="..." value="..."/>`, any number: members that every event has, behind all others; in older files
 *   `<customFields>` with `<field name="..." value="..."/>` in it.
 * - `<timestampFieldName>`: `timestamp` unless given.
 *
 * Status ERROR for a custom field without a name, WARN for one whose name is taken: it is left out.
 */
export const openXchangeJsonEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: [`${EXTENSIONS}.logstash.LogstashEncoder`, `${EXTENSIONS}.encoders.JSONEncoder`],
  properties: {
    customField: componentsProperty<CustomField>("value", { defaultClassName: `${EXTENSIONS}.CustomField` }),
    customFields: componentProperty<readonly CustomField[]>("value", { defaultClassName: `${EXTENSIONS}.CustomFields` }),
    timestampFieldName: stringProperty({ fallback: "timestamp" }),
  },
  create: ({ customField, customFields = [], timestampFieldName }, { report }) =>
    new OpenXchangeJsonEncoder({ timestampName: timestampFieldName, customFields: [...customFields, ...customField] }, (message) => {
      report.warn(message);
    }),
});
