import type { AppenderDraft } from "../draft.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";
import type { Check } from "./check.js";
import { appenderElements, childrenNamed, childText, shortClassOf } from "./search.js";

/** A filter of an appender that keeps everything out, alone or with the one before it. */
export const filtersLetNothingPass: Check = {
  name: "filters-let-nothing-pass",
  find: (configuration) =>
    appenderElements(configuration).flatMap(({ draft, element }) => {
      const word = (filter: XmlElement, name: string): string => wordIn(filter, name, draft, configuration);
      const filters = childrenNamed(element, "filter");
      const off = filters.filter((filter) => shortClassOf(filter) === "ThresholdFilter" && word(filter, "level") === "OFF");
      const exclusive = filters.filter((filter) => shortClassOf(filter) === "LevelFilter" && word(filter, "onMismatch") === "DENY");
      const first = exclusive[0] === undefined ? "" : word(exclusive[0], "level");
      const shutOut = exclusive.find((filter) => word(filter, "level") !== first);
      return [
        ...off.map((filter) => ({ element: filter, message: "A ThresholdFilter with the level OFF lets nothing pass: the appender never prints." })),
        ...(shutOut === undefined
          ? []
          : [
              {
                element: shutOut,
                message: `The LevelFilter before this one lets nothing but ${first} pass, so no ${word(shutOut, "level")} comes here. Write <onMismatch>NEUTRAL</onMismatch> on all but the last.`,
              },
            ]),
      ];
    }),
};

function wordIn(filter: XmlElement, name: string, draft: AppenderDraft, configuration: SurveyedConfiguration): string {
  return (childText(configuration, draft, filter, name) ?? "").toUpperCase();
}
