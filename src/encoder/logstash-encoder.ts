import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { framedLine, lineOptions, LINE_PROPERTIES } from "./json-line.js";
import { logstashFields, type LogstashEncoderOptions } from "./logstash-fields.js";
import { LOGSTASH_PROPERTIES, logstashOptions } from "./logstash-properties.js";

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
  /** Name of the charset in which the appender writes; UTF-8 unless given. */
  readonly charset: string | undefined;
  /** The line of an event. */
  readonly encode: (event: LoggingEvent) => string;

  /** @param complain - Told of names that are given twice. */
  constructor(options: LogstashEncoderOptions = {}, complain?: (message: string) => void) {
    this.charset = options.line?.charset;
    this.encode = framedLine(logstashFields(options, complain), options.line);
  }
}

/**
 * `<encoder class="net.logstash.logback.encoder.LogstashEncoder">`
 *
 * {@link LOGSTASH_PROPERTIES}
 *
 * {@link LINE_PROPERTIES}
 */
export const logstashEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["net.logstash.logback.encoder.LogstashEncoder"],
  properties: { ...LOGSTASH_PROPERTIES, ...LINE_PROPERTIES },
  create: (values, environment) =>
    new LogstashEncoder({ ...logstashOptions(values, environment), line: lineOptions(values) }, (message) => {
      environment.report.warn(message);
    }),
});
