import { defineComponent, filterReplyProperty, levelProperty, type ComponentDefinition } from "../core/component.js";
import type { Filter, FilterReply } from "../core/filter.js";
import type { Level } from "../core/level.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * Gives one reply to events of exactly one level, and another to all the rest. Without a level it decides nothing.
 *
 * Source: Logback manual, "Filters", LevelFilter.
 *
 * @public
 */
export class LevelFilter implements Filter {
  readonly level: Level | undefined;
  readonly onMatch: FilterReply;
  readonly onMismatch: FilterReply;

  /** @param replies - Both `NEUTRAL` unless given. */
  constructor(level: Level | undefined, { onMatch = "NEUTRAL", onMismatch = "NEUTRAL" }: { readonly onMatch?: FilterReply; readonly onMismatch?: FilterReply } = {}) {
    this.level = level;
    this.onMatch = onMatch;
    this.onMismatch = onMismatch;
  }

  decide(event: LoggingEvent): FilterReply {
    if (this.level === undefined) {
      return "NEUTRAL";
    }
    return event.level.value === this.level.value ? this.onMatch : this.onMismatch;
  }
}

/**
 * `<filter class="ch.qos.logback.classic.filter.LevelFilter">`
 *
 * - `<level>`: a level name in any letter case. Required.
 * - `<onMatch>`, `<onMismatch>`: `ACCEPT`, `NEUTRAL` (default) or `DENY`.
 *
 * Status ERROR when `<level>` is missing: the filter decides nothing, as in Logback, which says nothing.
 */
export const levelFilter: ComponentDefinition<Filter> = defineComponent({
  kind: "filter",
  classNames: ["ch.qos.logback.classic.filter.LevelFilter"],
  properties: {
    level: levelProperty(),
    onMatch: filterReplyProperty("NEUTRAL"),
    onMismatch: filterReplyProperty("NEUTRAL"),
  },
  create: ({ level, ...replies }, { report }) => {
    if (level === undefined) {
      report.error("No level is set for this LevelFilter; it decides nothing.");
    }
    return new LevelFilter(level, replies);
  },
});
