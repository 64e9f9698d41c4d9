import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { PATTERN_PROPERTIES } from "./compile-property.js";
import { EchoLayout } from "./echo-layout.js";

/**
 * Prints events as they print themselves, `[LEVEL] message`, one a line.
 *
 * Source: Logback, `ch.qos.logback.core.encoder.EchoEncoder`.
 */
export class EchoEncoder implements Encoder {
  readonly #layout: EchoLayout;

  /** @param options - `neutralise`: whether control characters of logged data are escaped. */
  constructor(options: { readonly neutralise?: boolean } = {}) {
    this.#layout = new EchoLayout(options);
  }

  encode(event: LoggingEvent): string {
    return this.#layout.doLayout(event);
  }
}

/**
 * `<encoder class="ch.qos.logback.core.encoder.EchoEncoder">`
 *
 * - `<neutralise>`: whether control characters of logged data are escaped; as `<configuration>` says unless given.
 */
export const echoEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: ["ch.qos.logback.core.encoder.EchoEncoder"],
  properties: { neutralise: PATTERN_PROPERTIES.neutralise },
  create: ({ neutralise }, environment) => new EchoEncoder({ neutralise: neutralise ?? environment.neutralise }),
});
