import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { formatFileSize } from "../util/file-size.js";
import type { Compression } from "./file-name-pattern.js";
import { fileSizeProperty } from "./file-size-property.js";
import { noCheckIncrement } from "./no-check-increment.js";
import type { RollingParent, RollingPolicy, Rollover } from "./rolling-policy.js";
import { checkedSettings, TIME_BASED_PROPERTIES, type TimeBasedSettings } from "./time-based-settings.js";
import { TimeRolling } from "./time-rolling.js";
import type { ActiveFile, TriggeringPolicy } from "./triggering-policy.js";

/** Compression makes archives smaller by so much at most, by Logback's guess. */
const MOST_COMPRESSION = 20;

/**
 * What a {@link SizeAndTimeBasedRollingPolicy} is made of.
 *
 * @public
 */
export interface SizeAndTimeBasedRollingPolicyOptions extends TimeBasedSettings {
  /** Bytes: an event that finds the file so large goes to the next. Without it the policy cannot be started. */
  readonly maxFileSize: number | undefined;
}

/**
 * Rolls when a period of the clock ends, and when the file is full: `%i` in `fileNamePattern` counts the files of a period.
 *
 * Source: Logback manual, "Appenders", SizeAndTimeBasedRollingPolicy.
 *
 * @public
 */
export class SizeAndTimeBasedRollingPolicy implements RollingPolicy, TriggeringPolicy {
  readonly fileNamePattern: string;
  readonly compression: Compression | undefined;
  readonly maxFileSize: number | undefined;
  readonly maxHistory: number;
  readonly totalSizeCap: number;
  readonly cleanHistoryOnStart: boolean;
  readonly #rolling: TimeRolling;

  /** @throws RangeError when the pattern or the size cannot be used. */
  constructor(options: SizeAndTimeBasedRollingPolicyOptions) {
    const settings = checkedSettings(options);
    const { maxFileSize } = options;
    const { totalSizeCap, report } = settings;
    if (maxFileSize !== undefined && totalSizeCap !== 0 && totalSizeCap < Math.floor(maxFileSize / MOST_COMPRESSION)) {
      report.warn(`<totalSizeCap> of ${formatFileSize(totalSizeCap)} is less than one archive of ${formatFileSize(maxFileSize)} takes, even when it is compressed.`);
    }
    this.#rolling = new TimeRolling({ ...settings, maxFileSize });
    this.fileNamePattern = settings.pattern.text;
    this.compression = settings.pattern.compression;
    this.maxFileSize = maxFileSize;
    this.maxHistory = settings.maxHistory;
    this.totalSizeCap = totalSizeCap;
    this.cleanHistoryOnStart = settings.cleanHistoryOnStart;
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
 * `<rollingPolicy class="ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy">`
 *
 * - `<fileNamePattern>`: required, with `%d` and `%i`. Its ending `.gz`, `.zip` or `.xz` compresses archives.
 * - `<maxFileSize>`: required; a file size such as 10MB.
 * - `<maxHistory>`, `<totalSizeCap>`, `<cleanHistoryOnStart>`: as those of TimeBasedRollingPolicy.
 *
 * Status ERROR, and the appender is not started: no `<maxFileSize>`, no `%d`, no `%i`, a date that shows no period or the
 * same for different ones. Status WARN: a `<totalSizeCap>` without `<maxHistory>`, or smaller than one archive;
 * `<checkIncrement>`, which has no effect.
 */
export const sizeAndTimeBasedRollingPolicy: ComponentDefinition<SizeAndTimeBasedRollingPolicy> = defineComponent({
  kind: "rollingPolicy",
  classNames: ["ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy"],
  properties: { ...TIME_BASED_PROPERTIES, maxFileSize: fileSizeProperty(undefined, "there is no size then"), checkIncrement: noCheckIncrement() },
  create: ({ fileNamePattern, maxFileSize, maxHistory, totalSizeCap, cleanHistoryOnStart }, environment) =>
    new SizeAndTimeBasedRollingPolicy({ fileNamePattern, maxFileSize, maxHistory, totalSizeCap, cleanHistoryOnStart, report: environment.reportOn("fileNamePattern") }),
});
