import type { ComponentDefinition } from "../../src/core/component.js";
import type { Encoder } from "../../src/core/encoder.js";
import { ENCODER_PROPERTIES } from "../../src/encoder/encoder-properties.js";

/** Message and line end. */
export const MESSAGE_ENCODER: Encoder = {
  encode: (event) => `${event.formattedMessage}\n`,
};

/** `<encoder class="MessageEncoder">`, with the settings that encoders may carry for their appender. */
export const messageEncoder: ComponentDefinition<Encoder> = {
  kind: "encoder",
  classNames: ["MessageEncoder"],
  properties: ENCODER_PROPERTIES,
  create: (settings) => ({ ...MESSAGE_ENCODER, ...settings }),
};
