import { reachOf } from "../reach.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";
import type { Check, Finding } from "./check.js";
import { elementsOfLogger } from "./search.js";

/** Loggers whose events go nowhere. */
export const lostEvents: Check = {
  name: "lost-events",
  find: (configuration) => {
    const { context, appenders, root } = configuration;
    if (appenders.size === 0) {
      return [{ element: root, message: "No logger refers to an appender that can be made: nothing is printed at all." }];
    }
    return [...configuration.loggers.keys()].flatMap((name) => findingsFor(name, configuration, reachOf(context.getLogger(name)).length > 0));
  },
};

function findingsFor(name: string, configuration: SurveyedConfiguration, isHeard: boolean): Finding[] {
  const { level, additive } = configuration.context.getLogger(name);
  const element: XmlElement | undefined = elementsOfLogger(configuration, name)[0];
  if (isHeard || element === undefined || level?.name === "OFF") {
    return [];
  }
  const hasReferences = (configuration.reading.draft.loggers.get(name)?.references.length ?? 0) > 0;
  const own = hasReferences ? "no appender that it refers to can be made" : "it refers to no appender itself";
  const why = additive ? `${own}, and none is above it` : `additivity="false" keeps them from the loggers above, and ${own}`;
  return [{ element, message: `Events of "${name}" go nowhere: ${why}.` }];
}
