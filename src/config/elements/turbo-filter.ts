import type { TurboFilter } from "../../core/filter.js";
import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<turboFilter class="ch.qos.logback.classic.turbo.MarkerFilter">`: asked before levels, in the order of the file.
 *
 * Source: Logback manual, "Filters", TurboFilters.
 */
export const turboFilterElement: ElementHandler = {
  names: ["turboFilter"],
  attributes: ["class", "name"],
  read: (element, reading, origin) => {
    const filter = buildTopLevel("turboFilter", element, reading, origin) as TurboFilter | undefined;
    if (filter !== undefined) {
      reading.draft.turboFilters.push(filter);
    }
  },
};
