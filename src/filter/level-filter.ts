import { defineComponent, filterReplyProperty, levelProperty, type ComponentDefinition } from "../core/component.js";
import type { Filter, FilterReply } from "../core/filter.js";
import type { Level } from "../core/level.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * Gives one reply to events of exactly one level, and another to all the rest.
 *
 * Source: Logback manual, "Filters", LevelFilter.
 *
 * @public
 */
export class LevelFilter implements Filter {
  readonly level: Level;
  readonly onMatch: FilterReply;
  readonly onMismatch: FilterReply;

  /** @param replies - Both `NEUTRAL` unless given. */
  constructor(level: Level, { onMatch = "NEUTRAL", onMismatch = "NEUTRAL" }: { readonly onMatch?: FilterReply; readonly onMismatch?: FilterReply } = {}) {
    this.level = level;
    this.onMatch = onMatch;
    this.onMismatch = onMismatch;
  }

  decide(event: LoggingEvent): FilterReply {
    return event.level.value === this.level.value ? this.onMatch : this.onMismatch;
  }
}

/**
 * `<filter class="ch.qos.logback.classic.filter.LevelFilter">`
 *
 * - `<level>`: a level name in any letter case. Required.
 * - `<onMatch>`, `<onMismatch>`: `ACCEPT`, `NEUTRAL` (default) or `DENY`.
 *
 * Status ERROR when `<level>` is missing: the filter is left out, so every event passes, as in Logback, which says nothing.
 */
export const levelFilter: ComponentDefinition<Filter> = defineComponent({
  kind: "filter",
  classNames: ["ch.qos.logback.classic.filter.LevelFilter"],
  properties: {
    level: levelProperty({ required: true }),
    onMatch: filterReplyProperty("NEUTRAL"),
    onMismatch: filterReplyProperty("NEUTRAL"),
  },
  create: ({ level, ...replies }) => new LevelFilter(level, replies),
});
