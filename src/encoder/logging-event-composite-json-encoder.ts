import { componentProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import type { JsonField } from "../json/json-field.js";
import { fieldsOf, type JsonProvider } from "../json/json-provider.js";
import { framedLine, lineOptions, LINE_PROPERTIES, type LineOptions } from "./json-line.js";

/**
 * Writes each event as a JSON object of the parts that its providers write.
 *
 * Source: logstash-logback-encoder, "Composite Encoder/Layout", LoggingEventCompositeJsonEncoder.
 */
export class LoggingEventCompositeJsonEncoder implements Encoder {
  readonly charset: string | undefined;
  /** The line of an event. */
  readonly encode: (event: LoggingEvent) => string;

  constructor(fields: readonly JsonField[], line: LineOptions = {}) {
    this.charset = line.charset;
    this.encode = framedLine(fields, line);
  }
}

/**
 * `<encoder class="net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder">`
 *
 * - `<providers>`: the parts of the object.
 *
 * {@link LINE_PROPERTIES}
 *
 * Status WARN without any, when each event is written as `{}`, and for a field name that is given twice.
 */
export const loggingEventCompositeJsonEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder"],
  properties: {
    ...LINE_PROPERTIES,
    providers: componentProperty<readonly JsonProvider[]>("value", { defaultClassName: "net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders" }),
  },
  create: ({ providers = [], ...line }, environment) => {
    if (providers.length === 0) {
      environment.report.warn("There are no <providers>; each event is written as {}.");
    }
    return new LoggingEventCompositeJsonEncoder(fieldsOf(providers, environment), lineOptions(line));
  },
});
