import { Level } from "../../core/level.js";
import { reachOf } from "../reach.js";
import { findAttribute } from "../reading.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { Check } from "./check.js";
import { childrenNamed, childText, elementsOfLogger, shortClassOf } from "./search.js";

/** A level below the threshold of every appender that the logger's events go to. */
export const levelOutOfReach: Check = {
  name: "level-out-of-reach",
  find: (configuration) => {
    const { context } = configuration;
    const thresholds = thresholdsOf(configuration);
    return [...configuration.loggers.keys()].flatMap((name) => {
      const logger = context.getLogger(name);
      const reached = reachOf(logger);
      const lowest = reached.map(({ appender }) => thresholds.get(appender.name) ?? Level.ALL).reduce((a, b) => (a.value < b.value ? a : b), Level.OFF);
      const element = elementsOfLogger(configuration, name).findLast((candidate) => findAttribute(candidate, "level") !== undefined || childrenNamed(candidate, "level").length > 0);
      if (element === undefined || reached.length === 0 || logger.effectiveLevel.value >= lowest.value) {
        return [];
      }
      const shown = logger.effectiveLevel.name;
      return [{ element, message: `"${name}" has the level ${shown}, but every appender it reaches begins at ${lowest.name} (ThresholdFilter): events below ${lowest.name} are made and never printed.` }];
    });
  },
};

/** The highest threshold of each appender that has one. */
function thresholdsOf(configuration: SurveyedConfiguration): ReadonlyMap<string, Level> {
  return new Map(
    configuration.appenderDrafts.flatMap((draft) => {
      const levels = childrenNamed(draft.element, "filter")
        .filter((filter) => shortClassOf(filter) === "ThresholdFilter")
        .flatMap((filter) => Level.parse(childText(configuration, draft, filter, "level") ?? "") ?? []);
      return levels.length === 0 ? [] : [[draft.name, levels.reduce((a, b) => (a.value > b.value ? a : b))] as const];
    }),
  );
}
