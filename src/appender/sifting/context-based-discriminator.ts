import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { Discriminator } from "../../core/discriminator.js";
import type { LoggingEvent } from "../../core/logging-event.js";

/**
 * Tells events apart by the name of their logger context; the property inside `<sift>` is `contextName`.
 *
 * Source: Logback, `ch.qos.logback.classic.sift.ContextBasedDiscriminator`.
 *
 * @public
 */
export class ContextBasedDiscriminator implements Discriminator {
  readonly key = "contextName";
  readonly defaultValue: string;

  /** @param defaultValue - Of events of a context without a name. */
  constructor(defaultValue: string) {
    this.defaultValue = defaultValue;
  }

  getDiscriminatingValue(event: LoggingEvent): string {
    return event.context.name === "" ? this.defaultValue : event.context.name;
  }
}

/**
 * `<discriminator class="ch.qos.logback.classic.sift.ContextBasedDiscriminator">`
 *
 * - `<defaultValue>`: for a context without a name; `default` unless given.
 */
export const contextBasedDiscriminator: ComponentDefinition<ContextBasedDiscriminator> = defineComponent({
  kind: "discriminator",
  classNames: ["ch.qos.logback.classic.sift.ContextBasedDiscriminator"],
  properties: { defaultValue: stringProperty({ fallback: "default" }) },
  create: ({ defaultValue }) => new ContextBasedDiscriminator(defaultValue),
});
