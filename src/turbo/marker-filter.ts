import { defineComponent, filterReplyProperty, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { FilterReply, TurboFilter } from "../core/filter.js";
import type { Marker } from "../core/marker.js";

/**
 * What a {@link MarkerFilter} looks for and replies.
 *
 * @public
 */
export interface MarkerFilterOptions {
  /** Name of the marker. Without one the filter leaves everything to those after it. */
  readonly marker: string | undefined;
  /** `NEUTRAL` unless given. */
  readonly onMatch?: FilterReply;
  /** `NEUTRAL` unless given. */
  readonly onMismatch?: FilterReply;
}

/**
 * Gives one reply to log calls with a marker, and another to all the rest. A marker that refers to the one looked for counts too;
 * of several markers only the first is looked at, as in Logback.
 *
 * Source: Logback manual, "Filters", TurboFilters; `ch.qos.logback.classic.turbo.MarkerFilter`.
 *
 * @public
 */
export class MarkerFilter implements TurboFilter {
  readonly marker: string | undefined;
  readonly onMatch: FilterReply;
  readonly onMismatch: FilterReply;

  constructor({ marker, onMatch = "NEUTRAL", onMismatch = "NEUTRAL" }: MarkerFilterOptions) {
    this.marker = marker;
    this.onMatch = onMatch;
    this.onMismatch = onMismatch;
  }

  decide(marker: Marker | undefined): FilterReply {
    if (this.marker === undefined) {
      return "NEUTRAL";
    }
    return marker?.contains(this.marker) === true ? this.onMatch : this.onMismatch;
  }
}

/**
 * `<turboFilter class="ch.qos.logback.classic.turbo.MarkerFilter">`
 *
 * - `<Marker>`: name of a marker. Required.
 * - `<OnMatch>`, `<OnMismatch>`: `ACCEPT`, `NEUTRAL` (default) or `DENY`.
 *
 * Status ERROR when the marker is missing: the filter decides nothing.
 */
export const markerFilter: ComponentDefinition<TurboFilter> = defineComponent({
  kind: "turboFilter",
  classNames: ["ch.qos.logback.classic.turbo.MarkerFilter"],
  properties: {
    name: stringProperty(),
    marker: stringProperty(),
    onMatch: filterReplyProperty("NEUTRAL"),
    onMismatch: filterReplyProperty("NEUTRAL"),
  },
  create: ({ marker, onMatch, onMismatch }, { report }) => {
    if (marker === undefined) {
      report.error("<marker> is required in a MarkerFilter; it decides nothing.");
    }
    return new MarkerFilter({ marker, onMatch, onMismatch });
  },
});
