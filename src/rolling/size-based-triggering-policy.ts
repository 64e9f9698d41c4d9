import { defineComponent, textProperty, type ComponentDefinition } from "../core/component.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { DURATION_EXPECTED, parseDuration } from "../util/duration.js";
import { fileSizeProperty } from "./file-size-property.js";
import type { ActiveFile, TriggeringPolicy } from "./triggering-policy.js";

const DEFAULT_MAX_FILE_SIZE = 10 * 1024 * 1024;

/**
 * What a {@link SizeBasedTriggeringPolicy} is made of.
 *
 * @public
 */
export interface SizeBasedTriggeringPolicyOptions {
  /** Bytes; 10 MiB unless given. */
  readonly maxFileSize?: number;
  /** Milliseconds between two looks at the size; unless given it is looked at for every event. */
  readonly checkIncrementMs?: number | undefined;
}

/**
 * Lets a file roll when it has a size: an event that finds it so large goes to the next.
 *
 * Source: Logback manual, "Appenders", SizeBasedTriggeringPolicy. Logback looks once a minute unless `checkIncrement` says
 * otherwise; here every event looks, which costs nothing.
 *
 * @public
 */
export class SizeBasedTriggeringPolicy implements TriggeringPolicy {
  readonly maxFileSize: number;
  readonly checkIncrementMs: number | undefined;
  #nextCheck = Number.NEGATIVE_INFINITY;

  constructor({ maxFileSize = DEFAULT_MAX_FILE_SIZE, checkIncrementMs }: SizeBasedTriggeringPolicyOptions = {}) {
    this.maxFileSize = maxFileSize;
    this.checkIncrementMs = checkIncrementMs;
  }

  isTriggeringEvent(file: ActiveFile, event: LoggingEvent): boolean {
    if (this.checkIncrementMs !== undefined) {
      if (event.timestamp < this.#nextCheck) {
        return false;
      }
      this.#nextCheck = event.timestamp + this.checkIncrementMs;
    }
    return file.reaches(this.maxFileSize);
  }
}

/**
 * `<triggeringPolicy class="ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy">`
 *
 * - `<maxFileSize>`: a file size; 10MB unless given.
 * - `<checkIncrement>`: how long the size is not looked at again, such as `30 seconds`; unless given it is at every event.
 *
 * Status ERROR when either cannot be read: the default is used.
 */
export const sizeBasedTriggeringPolicy: ComponentDefinition<SizeBasedTriggeringPolicy> = defineComponent({
  kind: "triggeringPolicy",
  classNames: ["ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy"],
  properties: {
    maxFileSize: fileSizeProperty(DEFAULT_MAX_FILE_SIZE, "10MB is used"),
    checkIncrement: textProperty((text, report) => {
      const duration = parseDuration(text);
      if (duration === undefined) {
        report.error(`Expected ${DURATION_EXPECTED}, got "${text}"; the size is looked at for every event.`);
      }
      return duration?.millis;
    }),
  },
  create: ({ maxFileSize, checkIncrement }) => new SizeBasedTriggeringPolicy({ maxFileSize, checkIncrementMs: checkIncrement }),
});
