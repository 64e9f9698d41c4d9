import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { compileFor, PATTERN_PROPERTIES } from "./compile-property.js";
import { ENCODER_PROPERTIES, type EncoderSettings } from "./encoder-properties.js";
import { PatternLayout } from "./pattern-layout.js";

/**
 * Prints events by a pattern; the encoder of nearly every configuration.
 *
 * Source: Logback manual, "Encoders", PatternLayoutEncoder.
 *
 * @public
 */
export class PatternLayoutEncoder implements Encoder {
  readonly layout: PatternLayout;
  readonly charset: string | undefined;
  readonly immediateFlush: boolean | undefined;
  /** The text of an event: the compiled pattern itself. */
  readonly encode: (event: LoggingEvent) => string;

  constructor(layout: PatternLayout, { charset, immediateFlush }: EncoderSettings = {}) {
    this.layout = layout;
    this.charset = charset;
    this.immediateFlush = immediateFlush;
    this.encode = layout.doLayout;
  }

  get pattern(): string {
    return this.layout.pattern;
  }

  get outputPatternAsHeader(): boolean {
    return this.layout.outputPatternAsHeader;
  }

  header(): string {
    const text = this.layout.presentationHeader();
    return text === "" ? "" : `${text}\n`;
  }
}

/**
 * `<encoder>`, or `<encoder class="ch.qos.logback.classic.encoder.PatternLayoutEncoder">`
 *
 * - `<pattern>`: what to print.
 * - `<outputPatternAsHeader>`: whether a file begins with a line that shows the pattern; false unless given.
 * - `<charset>`: UTF-8 unless given. By Java's names: UTF-8, UTF-16, US-ASCII, ISO-8859-1, and most charsets of one byte, such
 *   as windows-1252, ISO-8859-15, KOI8-R and IBM866. What a charset lacks is written as `?`. Status ERROR for another: UTF-8 is used.
 * - `<immediateFlush>`: out of date here; the appender takes it over with a WARN.
 * - `<neutralise>`: whether control characters of logged data are escaped; as `<configuration>` says unless given.
 *
 * Statuses for mistakes in the pattern, with their place. A pattern that is empty or cannot be read prints nothing, as in Logback.
 */
export const patternLayoutEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["ch.qos.logback.classic.encoder.PatternLayoutEncoder"],
  properties: { ...PATTERN_PROPERTIES, ...ENCODER_PROPERTIES },
  create: ({ pattern, outputPatternAsHeader, neutralise, ...settings }, environment) =>
    new PatternLayoutEncoder(new PatternLayout(compileFor(pattern, neutralise, environment), outputPatternAsHeader), settings),
});
