import { defineComponent, type ComponentDefinition } from "../core/component.js";
import { standsAlone } from "./inner-policy.js";
import type { TriggeringPolicy } from "./triggering-policy.js";

/**
 * Says that a TimeBasedRollingPolicy rolls by time alone, which it does anyway.
 *
 * Source: Logback, `ch.qos.logback.core.rolling.DefaultTimeBasedFileNamingAndTriggeringPolicy`.
 *
 * @public
 */
export class DefaultTimeBasedFileNamingAndTriggeringPolicy implements TriggeringPolicy {
  /** @throws Error always: it has no file of its own. */
  start(): void {
    throw standsAlone("DefaultTimeBasedFileNamingAndTriggeringPolicy");
  }

  isTriggeringEvent(): boolean {
    return false;
  }
}

/** `<timeBasedFileNamingAndTriggeringPolicy class="ch.qos.logback.core.rolling.DefaultTimeBasedFileNamingAndTriggeringPolicy">` */
export const defaultTimeBasedFileNamingAndTriggeringPolicy: ComponentDefinition<DefaultTimeBasedFileNamingAndTriggeringPolicy> = defineComponent({
  kind: "triggeringPolicy",
  classNames: ["ch.qos.logback.core.rolling.DefaultTimeBasedFileNamingAndTriggeringPolicy"],
  properties: {},
  create: () => new DefaultTimeBasedFileNamingAndTriggeringPolicy(),
});
