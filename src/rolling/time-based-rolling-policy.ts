import { componentProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { DefaultTimeBasedFileNamingAndTriggeringPolicy } from "./default-time-based-file-naming-and-triggering-policy.js";
import type { Compression } from "./file-name-pattern.js";
import type { RollingParent, RollingPolicy, Rollover } from "./rolling-policy.js";
import { SizeAndTimeBasedFileNamingAndTriggeringPolicy } from "./size-and-time-based-file-naming-and-triggering-policy.js";
import { checkedSettings, TIME_BASED_PROPERTIES, type TimeBasedSettings } from "./time-based-settings.js";
import { TimeRolling } from "./time-rolling.js";
import type { ActiveFile, TriggeringPolicy } from "./triggering-policy.js";

/**
 * What a {@link TimeBasedRollingPolicy} is made of.
 *
 * @public
 */
export interface TimeBasedRollingPolicyOptions extends TimeBasedSettings {
  /** A size beside the time; by time alone unless given. */
  readonly namingAndTriggering?: SizeAndTimeBasedFileNamingAndTriggeringPolicy | DefaultTimeBasedFileNamingAndTriggeringPolicy;
}

/**
 * Rolls when a period of the clock ends: the month, week, day, hour, minute or second that `fileNamePattern` shows.
 *
 * Source: Logback manual, "Appenders", TimeBasedRollingPolicy.
 *
 * @public
 */
export class TimeBasedRollingPolicy implements RollingPolicy, TriggeringPolicy {
  readonly fileNamePattern: string;
  readonly compression: Compression | undefined;
  readonly maxHistory: number;
  readonly totalSizeCap: number;
  readonly cleanHistoryOnStart: boolean;
  readonly namingAndTriggering: SizeAndTimeBasedFileNamingAndTriggeringPolicy | DefaultTimeBasedFileNamingAndTriggeringPolicy;
  readonly #rolling: TimeRolling;

  /** @throws RangeError when the pattern cannot be used. */
  constructor(options: TimeBasedRollingPolicyOptions) {
    const { namingAndTriggering = new DefaultTimeBasedFileNamingAndTriggeringPolicy() } = options;
    const settings = checkedSettings(options);
    const bySize = namingAndTriggering instanceof SizeAndTimeBasedFileNamingAndTriggeringPolicy;
    this.#rolling = new TimeRolling({ ...settings, maxFileSize: bySize ? namingAndTriggering.maxFileSize : Number.POSITIVE_INFINITY });
    this.fileNamePattern = settings.pattern.text;
    this.compression = settings.pattern.compression;
    this.maxHistory = settings.maxHistory;
    this.totalSizeCap = settings.totalSizeCap;
    this.cleanHistoryOnStart = settings.cleanHistoryOnStart;
    this.namingAndTriggering = namingAndTriggering;
  }

  start(parent: RollingParent): string {
    return this.#rolling.start(parent);
  }

  isTriggeringEvent(file: ActiveFile, event: LoggingEvent): boolean {
    return this.#rolling.isTriggeringEvent(file, event);
  }

  rollover(): Rollover {
    return this.#rolling.rollover();
  }

  stop(): Promise<void> {
    return this.#rolling.stop();
  }

  idle(): Promise<void> {
    return this.#rolling.idle();
  }
}

/**
 * `<rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy">`
 *
 * - `<fileNamePattern>`: required, with a `%d`. Its ending `.gz`, `.zip` or `.xz` compresses archives.
 * - `<maxHistory>`: periods whose archives are kept beside the present one; 0 (default) keeps all.
 * - `<totalSizeCap>`: a file size that all archives together may have; 0 (default) is no limit. Only with `<maxHistory>`.
 * - `<cleanHistoryOnStart>`: true removes old archives at the start too; false by default.
 * - `<timeBasedFileNamingAndTriggeringPolicy>`: a SizeAndTimeBasedFNATP, out of date.
 *
 * Status ERROR, and the appender is not started: no `%d`, a date that shows no period or the same for different ones, and
 * `%i` without a size. Status WARN: `<totalSizeCap>` without `<maxHistory>`, a `<maxHistory>` that is no number.
 */
export const timeBasedRollingPolicy: ComponentDefinition<TimeBasedRollingPolicy> = defineComponent({
  kind: "rollingPolicy",
  classNames: ["ch.qos.logback.core.rolling.TimeBasedRollingPolicy"],
  properties: {
    ...TIME_BASED_PROPERTIES,
    timeBasedFileNamingAndTriggeringPolicy: componentProperty<SizeAndTimeBasedFileNamingAndTriggeringPolicy | DefaultTimeBasedFileNamingAndTriggeringPolicy>("triggeringPolicy"),
  },
  create: ({ timeBasedFileNamingAndTriggeringPolicy, ...settings }, environment) =>
    new TimeBasedRollingPolicy({
      ...settings,
      report: environment.reportOn("fileNamePattern"),
      ...(timeBasedFileNamingAndTriggeringPolicy === undefined ? {} : { namingAndTriggering: timeBasedFileNamingAndTriggeringPolicy }),
    }),
});
