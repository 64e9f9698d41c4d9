import { componentsProperty, defineComponent, filterReplyProperty, levelProperty, stringProperty, type ComponentDefinition, type Report } from "../core/component.js";
import type { FilterReply, TurboFilter } from "../core/filter.js";
import { Level } from "../core/level.js";
import type { Logger } from "../core/logger.js";
import type { Marker } from "../core/marker.js";
import { MDCValueLevelPair } from "./mdc-value-level-pair.js";

/**
 * What a {@link DynamicThresholdFilter} looks at and replies.
 *
 * @public
 */
export interface DynamicThresholdFilterOptions {
  /** The MDC key. Without one the filter leaves everything to those after it. */
  readonly key: string | undefined;
  /** Threshold by the key's value. */
  readonly thresholds?: ReadonlyMap<string, Level>;
  /** For all other values, and without one; ERROR unless given. */
  readonly defaultThreshold?: Level;
  /** `NEUTRAL` unless given. */
  readonly onHigherOrEqual?: FilterReply;
  /** `DENY` unless given. */
  readonly onLower?: FilterReply;
}

/**
 * Lets log calls pass from a level on that depends on the MDC: DEBUG for one user, WARN for the rest.
 *
 * Source: Logback manual, "Filters", TurboFilters; `ch.qos.logback.classic.turbo.DynamicThresholdFilter`.
 *
 * @public
 */
export class DynamicThresholdFilter implements TurboFilter {
  readonly key: string | undefined;
  readonly defaultThreshold: Level;
  readonly onHigherOrEqual: FilterReply;
  readonly onLower: FilterReply;
  readonly #thresholds: ReadonlyMap<string, Level>;

  constructor({ key, thresholds = new Map<string, Level>(), defaultThreshold = Level.ERROR, onHigherOrEqual = "NEUTRAL", onLower = "DENY" }: DynamicThresholdFilterOptions) {
    this.key = key;
    this.defaultThreshold = defaultThreshold;
    this.onHigherOrEqual = onHigherOrEqual;
    this.onLower = onLower;
    this.#thresholds = new Map(thresholds);
  }

  /** Not known of a derived class. */
  get ignoresCall(): boolean {
    return this.constructor === DynamicThresholdFilter;
  }

  decide(_marker: Marker | undefined, logger: Logger, level: Level): FilterReply {
    if (this.key === undefined) {
      return "NEUTRAL";
    }
    const value = logger.context.mdc.get(this.key);
    const threshold = (value === undefined ? undefined : this.#thresholds.get(value)) ?? this.defaultThreshold;
    return level.value >= threshold.value ? this.onHigherOrEqual : this.onLower;
  }
}

/**
 * `<turboFilter class="ch.qos.logback.classic.turbo.DynamicThresholdFilter">`
 *
 * - `<Key>`: the MDC key. Required.
 * - `<DefaultThreshold>`: a level; ERROR unless given.
 * - `<OnHigherOrEqual>`: `ACCEPT`, `NEUTRAL` (default) or `DENY`. `<OnLower>`: the same, `DENY` unless given.
 * - `<MDCValueLevelPair>`: any number, each with a `<value>` and a `<level>`.
 *
 * Status ERROR when the key is missing: the filter decides nothing; Logback throws in every log call.
 * Status ERROR for a value that is there already: the first one counts.
 */
export const dynamicThresholdFilter: ComponentDefinition<TurboFilter> = defineComponent({
  kind: "turboFilter",
  classNames: ["ch.qos.logback.classic.turbo.DynamicThresholdFilter"],
  properties: {
    name: stringProperty(),
    key: stringProperty(),
    defaultThreshold: levelProperty({ fallback: Level.ERROR }),
    onHigherOrEqual: filterReplyProperty("NEUTRAL"),
    onLower: filterReplyProperty("DENY"),
    MDCValueLevelPair: componentsProperty<unknown>("value", { defaultClassName: "ch.qos.logback.classic.turbo.MDCValueLevelPair" }),
  },
  create: ({ key, MDCValueLevelPair: pairs, defaultThreshold, onHigherOrEqual, onLower }, environment) => {
    if (key === undefined) {
      environment.report.error("<key> is required in a DynamicThresholdFilter; it decides nothing.");
    }
    const thresholds = thresholdsOf(pairs, defaultThreshold, environment.reportOn("MDCValueLevelPair"));
    return new DynamicThresholdFilter({ key, thresholds, defaultThreshold, onHigherOrEqual, onLower });
  },
});

function thresholdsOf(pairs: readonly unknown[], defaultThreshold: Level, report: Report): ReadonlyMap<string, Level> {
  const thresholds = new Map<string, Level>();
  for (const pair of pairs) {
    if (!(pair instanceof MDCValueLevelPair)) {
      report.error("Expected an MDCValueLevelPair here, got a component of another class; it is ignored.");
    } else if (thresholds.has(pair.value)) {
      report.error(`The value "${pair.value}" has a level already; the first one counts.`);
    } else {
      thresholds.set(pair.value, pair.level ?? defaultThreshold);
    }
  }
  return thresholds;
}
