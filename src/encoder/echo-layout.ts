import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { neutralise as neutralised } from "../util/neutralise.js";
import { PATTERN_PROPERTIES } from "./compile-property.js";

/**
 * Prints events as they print themselves, `[LEVEL] message`, one a line.
 *
 * Source: Logback, `ch.qos.logback.core.layout.EchoLayout`.
 */
export class EchoLayout implements Layout {
  readonly #neutralise: boolean;

  /** @param options - `neutralise`: whether control characters of logged data are escaped. */
  constructor({ neutralise = false }: { readonly neutralise?: boolean } = {}) {
    this.#neutralise = neutralise;
  }

  doLayout(event: LoggingEvent): string {
    const text = event.toString();
    return `${this.#neutralise ? neutralised(text) : text}\n`;
  }
}

/**
 * `<layout class="ch.qos.logback.core.layout.EchoLayout">`
 *
 * - `<neutralise>`: whether control characters of logged data are escaped; as `<configuration>` says unless given.
 */
export const echoLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["ch.qos.logback.core.layout.EchoLayout"],
  properties: { neutralise: PATTERN_PROPERTIES.neutralise },
  create: ({ neutralise }, environment) => new EchoLayout({ neutralise: neutralise ?? environment.neutralise }),
});
