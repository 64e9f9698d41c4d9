import { defineComponent, type ComponentDefinition } from "../core/component.js";
import { lastPart } from "../util/last-part.js";
import { fileSizeProperty } from "./file-size-property.js";
import { standsAlone } from "./inner-policy.js";
import { noCheckIncrement } from "./no-check-increment.js";
import type { TriggeringPolicy } from "./triggering-policy.js";

/**
 * What a {@link SizeAndTimeBasedFileNamingAndTriggeringPolicy} is made of.
 *
 * @public
 */
export interface SizeAndTimeBasedFileNamingAndTriggeringPolicyOptions {
  /** Bytes. Required: without it the policy around cannot be started. */
  readonly maxFileSize: number | undefined;
  /** As the configuration named it. */
  readonly className?: string;
}

/**
 * The size part inside a TimeBasedRollingPolicy, as it was before SizeAndTimeBasedRollingPolicy. It only says the size; the
 * policy around it acts.
 *
 * Source: Logback, `ch.qos.logback.core.rolling.SizeAndTimeBasedFNATP`, later `SizeAndTimeBasedFileNamingAndTriggeringPolicy`.
 *
 * @public
 */
export class SizeAndTimeBasedFileNamingAndTriggeringPolicy implements TriggeringPolicy {
  readonly className: string;
  readonly maxFileSize: number | undefined;

  constructor({ maxFileSize, className = "SizeAndTimeBasedFileNamingAndTriggeringPolicy" }: SizeAndTimeBasedFileNamingAndTriggeringPolicyOptions) {
    this.maxFileSize = maxFileSize;
    this.className = className;
  }

  /** @throws Error always: it has no file of its own. */
  start(): void {
    throw standsAlone(this.className);
  }

  isTriggeringEvent(): boolean {
    return false;
  }
}

/**
 * `<timeBasedFileNamingAndTriggeringPolicy class="ch.qos.logback.core.rolling.SizeAndTimeBasedFNATP">`
 *
 * - `<maxFileSize>`: required.
 * - `<checkIncrement>`: of no effect, WARN.
 *
 * Status WARN in any case: SizeAndTimeBasedRollingPolicy does the same, and Logback has given this one up.
 * Status ERROR without `<maxFileSize>`: the appender is not started.
 */
export const sizeAndTimeBasedFileNamingAndTriggeringPolicy: ComponentDefinition<SizeAndTimeBasedFileNamingAndTriggeringPolicy> = defineComponent({
  kind: "triggeringPolicy",
  classNames: ["ch.qos.logback.core.rolling.SizeAndTimeBasedFileNamingAndTriggeringPolicy", "ch.qos.logback.core.rolling.SizeAndTimeBasedFNATP"],
  properties: { maxFileSize: fileSizeProperty(undefined, "there is no size then"), checkIncrement: noCheckIncrement() },
  create: ({ maxFileSize }, { className, report }) => {
    report.warn("SizeAndTimeBasedFNATP is out of date: write <rollingPolicy class=\"ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy\"> with <maxFileSize>.");
    return new SizeAndTimeBasedFileNamingAndTriggeringPolicy({ maxFileSize, className: lastPart(className) });
  },
});
