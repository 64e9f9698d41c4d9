import { defineComponent, filterReplyProperty, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { FilterReply, TurboFilter, TurboFilterFamily } from "../core/filter.js";
import type { Level } from "../core/level.js";
import type { Logger } from "../core/logger.js";
import type { Marker } from "../core/marker.js";
import { MdcLookUp } from "./mdc-look-up.js";

/**
 * What an {@link MDCFilter} compares and replies.
 *
 * @public
 */
export interface MDCFilterOptions {
  /** Without a key and a value the filter leaves everything to those after it. */
  readonly key: string | undefined;
  readonly value: string | undefined;
  /** `NEUTRAL` unless given. */
  readonly onMatch?: FilterReply;
  /** `NEUTRAL` unless given. */
  readonly onMismatch?: FilterReply;
}

/**
 * Gives one reply to log calls in whose MDC a key has exactly one value, and another to all the rest.
 *
 * Source: Logback manual, "Filters", TurboFilters; `ch.qos.logback.classic.turbo.MDCFilter`.
 *
 * @public
 */
export class MDCFilter implements TurboFilter {
  readonly key: string | undefined;
  readonly value: string | undefined;
  readonly onMatch: FilterReply;
  readonly onMismatch: FilterReply;

  constructor({ key, value, onMatch = "NEUTRAL", onMismatch = "NEUTRAL" }: MDCFilterOptions) {
    this.key = key;
    this.value = value;
    this.onMatch = onMatch;
    this.onMismatch = onMismatch;
  }

  /** Not of one that also replies where it does not match, and not of a class derived from this one, which may decide otherwise. */
  get family(): TurboFilterFamily | undefined {
    return this.onMismatch === "NEUTRAL" && this.constructor === MDCFilter ? MDC_FILTERS : undefined;
  }

  /** Not known of a derived class. */
  get ignoresCall(): boolean {
    return this.constructor === MDCFilter;
  }

  decide(_marker: Marker | undefined, logger: Logger, _level: Level): FilterReply {
    if (this.key === undefined || this.value === undefined) {
      return "NEUTRAL";
    }
    return logger.context.mdc.get(this.key) === this.value ? this.onMatch : this.onMismatch;
  }
}

const MDC_FILTERS: TurboFilterFamily = { join: (filters) => new MdcLookUp(filters.filter((filter) => filter instanceof MDCFilter)) };

/**
 * `<turboFilter class="ch.qos.logback.classic.turbo.MDCFilter">`
 *
 * - `<MDCKey>`, `<Value>`: required.
 * - `<OnMatch>`, `<OnMismatch>`: `ACCEPT`, `NEUTRAL` (default) or `DENY`.
 *
 * Status ERROR when the key or the value is missing: the filter decides nothing.
 */
export const mdcFilter: ComponentDefinition<TurboFilter> = defineComponent({
  kind: "turboFilter",
  classNames: ["ch.qos.logback.classic.turbo.MDCFilter"],
  properties: {
    name: stringProperty(),
    MDCKey: stringProperty(),
    value: stringProperty(),
    onMatch: filterReplyProperty("NEUTRAL"),
    onMismatch: filterReplyProperty("NEUTRAL"),
  },
  create: ({ MDCKey, value, onMatch, onMismatch }, { report }) => {
    for (const [element, given] of [["MDCKey", MDCKey], ["value", value]] as const) {
      if (given === undefined) {
        report.error(`<${element}> is required in an MDCFilter; it decides nothing.`);
      }
    }
    return new MDCFilter({ key: MDCKey, value, onMatch, onMismatch });
  },
});
