import type { Check } from "./check.js";
import { appenderElements, childrenNamed, shortClassOf } from "./search.js";

/** A LevelFilter that is told neither what to do on a match nor on a mismatch does nothing. */
export const idleLevelFilter: Check = {
  name: "idle-level-filter",
  find: (configuration) =>
    appenderElements(configuration).flatMap(({ element }) =>
      childrenNamed(element, "filter")
        .filter((filter) => shortClassOf(filter) === "LevelFilter" && childrenNamed(filter, "onMatch").length === 0 && childrenNamed(filter, "onMismatch").length === 0)
        .map((filter) => ({
          element: filter,
          message: "A LevelFilter without <onMatch> and <onMismatch> lets everything pass. For that level alone write ACCEPT and DENY; for that level and above use a ThresholdFilter.",
        })),
    ),
};
