import { defineComponent, levelProperty, type ComponentDefinition } from "../core/component.js";
import type { Filter, FilterReply } from "../core/filter.js";
import type { Level } from "../core/level.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * Denies events below a level and leaves the rest to the filters after it. Without a level it denies nothing.
 *
 * Source: Logback manual, "Filters", ThresholdFilter. Replies match Logback 1.6.
 *
 * @public
 */
export class ThresholdFilter implements Filter {
  readonly level: Level | undefined;

  /** @param threshold - Lowest level that passes. `Level.OFF` lets nothing pass. */
  constructor(threshold: Level | undefined) {
    this.level = threshold;
  }

  /** Replies `NEUTRAL` at or above the threshold, `DENY` below it. Never `ACCEPT`, never throws. */
  decide(event: LoggingEvent): FilterReply {
    return this.level === undefined || event.level.value >= this.level.value ? "NEUTRAL" : "DENY";
  }
}

/**
 * `<filter class="ch.qos.logback.classic.filter.ThresholdFilter">`
 *
 * - `<level>`: a level name in any letter case. Required.
 *
 * Status ERROR when `<level>` is missing: every event passes.
 * Status WARN when it names no level: DEBUG is used.
 */
export const thresholdFilter: ComponentDefinition<Filter> = defineComponent({
  kind: "filter",
  classNames: ["ch.qos.logback.classic.filter.ThresholdFilter"],
  // Logback gives no status in either case, but filters exactly the same way.
  properties: { level: levelProperty() },
  create: ({ level }, { report }) => {
    if (level === undefined) {
      report.error("No level is set for this ThresholdFilter; it denies nothing.");
    }
    return new ThresholdFilter(level);
  },
});
