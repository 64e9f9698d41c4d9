import { componentProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder, Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { ENCODER_PROPERTIES, type EncoderSettings } from "./encoder-properties.js";

/**
 * Makes an encoder of a layout: its headers begin a file, its footers end it. Without a layout it prints nothing.
 *
 * Source: Logback manual, "Encoders", LayoutWrappingEncoder.
 *
 * @public
 */
export class LayoutWrappingEncoder implements Encoder {
  readonly layout: Layout | undefined;
  readonly charset: string | undefined;
  readonly immediateFlush: boolean | undefined;
  /** The text of an event. */
  readonly encode: (event: LoggingEvent) => string;

  constructor(layout: Layout | undefined, { charset, immediateFlush }: EncoderSettings = {}) {
    this.layout = layout;
    this.charset = charset;
    this.immediateFlush = immediateFlush;
    this.encode = layout === undefined ? () => "" : (event) => layout.doLayout(event);
  }

  header(): string {
    const text = `${this.layout?.fileHeader?.() ?? ""}${this.layout?.presentationHeader?.() ?? ""}`;
    return text === "" ? "" : `${text}\n`;
  }

  footer(): string {
    return `${this.layout?.presentationFooter?.() ?? ""}${this.layout?.fileFooter?.() ?? ""}`;
  }
}

/**
 * `<encoder class="ch.qos.logback.core.encoder.LayoutWrappingEncoder">`
 *
 * - `<layout>`: the layout, with its `class`. Required.
 * - `<charset>`: UTF-8 unless given.
 * - `<immediateFlush>`: out of date here; the appender takes it over with a WARN.
 *
 * Status ERROR when `<layout>` is missing: the appender starts, as in Logback, and prints nothing.
 */
export const layoutWrappingEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["ch.qos.logback.core.encoder.LayoutWrappingEncoder"],
  properties: {
    ...ENCODER_PROPERTIES,
    layout: componentProperty<Layout>("layout"),
  },
  create: ({ layout, ...settings }, { report }) => {
    if (layout === undefined) {
      report.error("No layout is set for the encoder; it prints nothing.");
    }
    return new LayoutWrappingEncoder(layout, settings);
  },
});
