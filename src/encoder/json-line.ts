import { booleanProperty, componentProperty, componentsProperty, integerProperty, stringProperty, type NestedProperty, type TextProperty } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { jsonLine, type JsonField } from "../json/json-field.js";
import { lineSeparatorNamed } from "../util/line-separator.js";
import { ENCODER_PROPERTIES } from "./encoder-properties.js";

/** What stands around the object of an event. */
export interface LineOptions {
  /** Makes the text before the object. */
  readonly prefix?: Encoder | undefined;
  /** Makes the text between the object and the end of the line. */
  readonly suffix?: Encoder | undefined;
  /** A line feed unless given. */
  readonly lineSeparator?: string;
  /** Name of the charset in which the appender writes; UTF-8 unless given. */
  readonly charset?: string | undefined;
}

/**
 * The properties of every JSON encoder of logstash-logback-encoder:
 *
 * - `<prefix>`, `<suffix>`: encoders whose text stands before and behind the object, `@cee:` for example.
 * - `<lineSeparator>`: `SYSTEM`, `UNIX` (default), `WINDOWS` or any text.
 * - `<encoding>`: a charset, UTF-8 unless given.
 * - `<minBufferSize>`, `<findAndRegisterJacksonModules>`: accepted and of no effect.
 * - `<jsonGeneratorDecorator>`, `<jsonFactoryDecorator>`, `<decorator>`: not offered; a status ERROR says so, because one
 *   that masks secrets must not be missed silently.
 *
 * Source: logstash-logback-encoder, "Prefix/Suffix/Separator".
 */
export const LINE_PROPERTIES: {
  readonly prefix: NestedProperty<Encoder | undefined>;
  readonly suffix: NestedProperty<Encoder | undefined>;
  readonly lineSeparator: TextProperty<string>;
  readonly encoding: TextProperty<string | undefined>;
  readonly minBufferSize: TextProperty<number>;
  readonly findAndRegisterJacksonModules: TextProperty<boolean>;
  readonly jsonGeneratorDecorator: NestedProperty<readonly unknown[]>;
  readonly jsonFactoryDecorator: NestedProperty<readonly unknown[]>;
  readonly decorator: NestedProperty<readonly unknown[]>;
} = {
  prefix: componentProperty<Encoder>("encoder"),
  suffix: componentProperty<Encoder>("encoder"),
  lineSeparator: stringProperty({ fallback: "UNIX" }),
  encoding: ENCODER_PROPERTIES.charset,
  minBufferSize: integerProperty(1024),
  findAndRegisterJacksonModules: booleanProperty(true),
  jsonGeneratorDecorator: componentsProperty<unknown>("value"),
  jsonFactoryDecorator: componentsProperty<unknown>("value"),
  decorator: componentsProperty<unknown>("value"),
};

/** Values of {@link LINE_PROPERTIES}. */
export interface LineValues {
  readonly prefix: Encoder | undefined;
  readonly suffix: Encoder | undefined;
  readonly lineSeparator: string;
  readonly encoding: string | undefined;
}

/** The options of a line as the configuration writes them. */
export function lineOptions({ prefix, suffix, lineSeparator, encoding }: LineValues): LineOptions {
  return { prefix, suffix, lineSeparator: lineSeparatorNamed(lineSeparator), charset: encoding };
}

/** One function that writes fields as an object with what stands around it. */
export function framedLine(fields: readonly JsonField[], { prefix, suffix, lineSeparator = "\n" }: LineOptions = {}): (event: LoggingEvent) => string {
  if (prefix === undefined && suffix === undefined) {
    return jsonLine(fields, lineSeparator);
  }
  const object = jsonLine(fields, "");
  return (event) => `${prefix?.encode(event) ?? ""}${object(event)}${suffix?.encode(event) ?? ""}${lineSeparator}`;
}
