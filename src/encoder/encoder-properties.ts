import { textProperty, type TextProperty } from "../core/component.js";
import { charsetNamed } from "../sink/charset.js";

/**
 * What an encoder's element may say for the appender around it.
 *
 * - `<charset>`: a name that Java knows. Status ERROR when there is none of that name: UTF-8 is used.
 * - `<immediateFlush>`: out of date here; the appender takes it over with a WARN.
 */
export const ENCODER_PROPERTIES: {
  readonly charset: TextProperty<string | undefined>;
  readonly immediateFlush: TextProperty<boolean | undefined>;
} = {
  charset: textProperty((text, report) => {
    try {
      return charsetNamed(text).name;
    } catch (cause) {
      report.error(`${cause instanceof Error ? cause.message : "There is no such charset."} UTF-8 is used.`);
      return undefined;
    }
  }),
  immediateFlush: textProperty((text) => text.toLowerCase() === "true"),
};

/** {@link ENCODER_PROPERTIES} as the program sets them. */
export interface EncoderSettings {
  /** Name of the charset in which the appender writes; UTF-8 unless given. */
  readonly charset?: string | undefined;
  readonly immediateFlush?: boolean | undefined;
}
