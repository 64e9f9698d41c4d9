import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { Discriminator } from "../../core/discriminator.js";
import type { LoggingEvent } from "../../core/logging-event.js";

/**
 * Tells events apart by a key of the MDC.
 *
 * Source: Logback manual, "Appenders", SiftingAppender; `ch.qos.logback.classic.sift.MDCBasedDiscriminator`.
 *
 * @public
 */
export class MDCBasedDiscriminator implements Discriminator {
  readonly key: string | undefined;
  readonly defaultValue: string | undefined;

  /**
   * @param key - Of the MDC, and the property of that name inside `<sift>`.
   * @param defaultValue - Of events without the key.
   */
  constructor(key: string | undefined, defaultValue: string | undefined) {
    this.key = key;
    this.defaultValue = defaultValue;
  }

  /** Needs both a key and a default value. */
  get isStarted(): boolean {
    return (this.key ?? "") !== "" && (this.defaultValue ?? "") !== "";
  }

  getDiscriminatingValue(event: LoggingEvent): string {
    return event.mdc.get(this.key ?? "") ?? this.defaultValue ?? "";
  }
}

/**
 * `<discriminator class="ch.qos.logback.classic.sift.MDCBasedDiscriminator">`, the default.
 *
 * - `<key>`: of the MDC. Required.
 * - `<defaultValue>`: the value of events without that key. Required.
 *
 * Status ERROR when one is missing; the appender does not start then.
 */
export const mdcBasedDiscriminator: ComponentDefinition<MDCBasedDiscriminator> = defineComponent({
  kind: "discriminator",
  classNames: ["ch.qos.logback.classic.sift.MDCBasedDiscriminator"],
  properties: { key: stringProperty(), defaultValue: stringProperty() },
  create: ({ key, defaultValue }, { report }) => {
    if ((key ?? "") === "") {
      report.error('The "Key" property must be set: expected <key> with a key of the MDC.');
    }
    if ((defaultValue ?? "") === "") {
      report.error('The "DefaultValue" property must be set: expected <defaultValue> with the value of events that have no such key.');
    }
    return new MDCBasedDiscriminator(key, defaultValue);
  },
});
