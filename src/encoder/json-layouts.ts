import { componentProperty, defineComponent, stringProperty, type ComponentDefinition, type NestedProperty, type TextProperty } from "../core/component.js";
import type { Encoder, Layout } from "../core/encoder.js";
import type { JsonField } from "../json/json-field.js";
import { fieldsOf, type JsonProvider } from "../json/json-provider.js";
import { lineSeparatorNamed } from "../util/line-separator.js";
import { framedLine } from "./json-line.js";
import { logstashFields } from "./logstash-fields.js";
import { LOGSTASH_PROPERTIES, logstashOptions } from "./logstash-properties.js";

/**
 * What stands around the object:
 *
 * - `<prefix>`, `<suffix>`: layouts whose text stands before and behind it.
 * - `<lineSeparator>`: `SYSTEM`, `UNIX`, `WINDOWS` or any text; nothing unless given.
 */
const FRAME_PROPERTIES: {
  readonly prefix: NestedProperty<Layout | undefined>;
  readonly suffix: NestedProperty<Layout | undefined>;
  readonly lineSeparator: TextProperty<string>;
} = {
  prefix: componentProperty<Layout>("layout"),
  suffix: componentProperty<Layout>("layout"),
  lineSeparator: stringProperty({ fallback: "" }),
};

/**
 * `<layout class="net.logstash.logback.layout.LogstashLayout">`: what a LogstashEncoder writes, as a layout.
 *
 * {@link LOGSTASH_PROPERTIES}
 *
 * {@link FRAME_PROPERTIES}
 */
export const logstashLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["net.logstash.logback.layout.LogstashLayout"],
  properties: { ...LOGSTASH_PROPERTIES, ...FRAME_PROPERTIES },
  create: (values, environment) => jsonLayout(logstashFields(logstashOptions(values, environment), (message) => { environment.report.warn(message); }), values),
});

/**
 * `<layout class="net.logstash.logback.layout.LoggingEventCompositeJsonLayout">`: what a composite encoder writes, as a layout.
 *
 * - `<providers>`: the parts of the object.
 *
 * {@link FRAME_PROPERTIES}
 */
export const loggingEventCompositeJsonLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["net.logstash.logback.layout.LoggingEventCompositeJsonLayout"],
  properties: {
    ...FRAME_PROPERTIES,
    providers: componentProperty<readonly JsonProvider[]>("value", { defaultClassName: "net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders" }),
  },
  create: ({ providers = [], ...values }, environment) => jsonLayout(fieldsOf(providers, environment), values),
});

function jsonLayout(fields: readonly JsonField[], { prefix, suffix, lineSeparator }: { readonly prefix: Layout | undefined; readonly suffix: Layout | undefined; readonly lineSeparator: string }): Layout {
  return { doLayout: framedLine(fields, { prefix: encoderOf(prefix), suffix: encoderOf(suffix), lineSeparator: lineSeparatorNamed(lineSeparator) }) };
}

function encoderOf(layout: Layout | undefined): Encoder | undefined {
  return layout === undefined ? undefined : { encode: (event) => layout.doLayout(event) };
}
