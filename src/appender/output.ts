import type { AppenderCounters } from "../core/appender.js";
import { booleanProperty, componentProperty, componentsProperty, type ComponentEnvironment, type NestedProperty, type TextProperty } from "../core/component.js";
import type { Encoder, Layout } from "../core/encoder.js";
import type { Filter } from "../core/filter.js";
import type { EncoderSettings } from "../encoder/encoder-properties.js";
import { LayoutWrappingEncoder } from "../encoder/layout-wrapping-encoder.js";
import { charsetNamed, UTF_8, type Charset } from "../sink/charset.js";

/** Logback's, in bytes; here the length of the text that is collected. */
export const DEFAULT_BUFFER_SIZE = 8_192;

/**
 * What every appender has that writes an encoder's text to a sink.
 *
 * @public
 */
export interface OutputOptions {
  /** Without one the appender cannot be started. */
  readonly encoder: Encoder | undefined;
  /** Whether every event is written before the log call returns. True unless given; otherwise events wait in a buffer, for a quarter of a second at most. */
  readonly immediateFlush?: boolean;
  readonly filters?: readonly Filter[];
}

/** The properties behind {@link OutputOptions}. */
export const OUTPUT_PROPERTIES: {
  readonly encoder: NestedProperty<Encoder | undefined>;
  readonly layout: NestedProperty<Layout | undefined>;
  readonly immediateFlush: TextProperty<boolean>;
  readonly filter: NestedProperty<readonly Filter[]>;
} = {
  encoder: componentProperty<Encoder>("encoder", { defaultClassName: "ch.qos.logback.classic.encoder.PatternLayoutEncoder" }),
  layout: componentProperty<Layout>("layout", { defaultClassName: "ch.qos.logback.classic.PatternLayout" }),
  immediateFlush: booleanProperty(true),
  filter: componentsProperty<Filter>("filter"),
};

/** Values of {@link OUTPUT_PROPERTIES}. */
export interface OutputValues {
  readonly encoder: Encoder | undefined;
  readonly layout: Layout | undefined;
  readonly immediateFlush: boolean;
  readonly filter: readonly Filter[];
}

/** A `<layout>` in place of an encoder, and `<immediateFlush>` in the encoder, as old configurations have them. Of an encoder and a layout the later one counts. */
export function outputOptions({ encoder, layout, immediateFlush, filter }: OutputValues, { report, order }: Pick<ComponentEnvironment, "report" | "order">): Required<OutputOptions> {
  if (layout !== undefined) {
    report.warn("A layout directly in this appender is out of date; put it into an <encoder>.");
  }
  const hint = (encoder as EncoderSettings | undefined)?.immediateFlush;
  if (hint !== undefined) {
    report.warn(`<immediateFlush> belongs in the appender, not in its encoder; ${String(hint)} is used for the appender.`);
  }
  const takesLayout = layout !== undefined && (encoder === undefined || order.lastIndexOf("layout") > order.lastIndexOf("encoder"));
  const chosen = takesLayout ? new LayoutWrappingEncoder(layout) : encoder;
  return { encoder: chosen, immediateFlush: hint ?? immediateFlush, filters: filter };
}

/** Of an appender that was never started. */
export const NOTHING_DELIVERED: Omit<AppenderCounters, "logged"> = { written: 0, queued: 0, dropped: 0 };

/** The charset that the encoder asks for. @throws RangeError when there is none of that name. */
export function charsetOf(encoder: Encoder): Charset {
  const { charset } = encoder as EncoderSettings;
  return charset === undefined ? UTF_8 : charsetNamed(charset);
}

/** The encoder, or the reason why the appender cannot be started. */
export function requiredEncoder(encoder: Encoder | undefined, name: string): Encoder {
  if (encoder === undefined) {
    throw new Error(`No encoder is set for the appender [${name}].`);
  }
  return encoder;
}

/** What the encoder says at the beginning of a target. */
export function headerOf(encoder: Encoder | undefined): string {
  return encoder?.header?.() ?? "";
}

/** What the encoder says at the end of a target. */
export function footerOf(encoder: Encoder | undefined): string {
  return encoder?.footer?.() ?? "";
}
