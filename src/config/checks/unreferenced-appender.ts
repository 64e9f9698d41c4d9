import { findAttribute } from "../reading.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";
import type { Check } from "./check.js";
import { withDescendants } from "./search.js";

/** An appender that no logger reaches; a note where a branch would that does not count now. */
export const unreferencedAppender: Check = {
  name: "unreferenced-appender",
  find: (configuration) => {
    const { reading, root, elements } = configuration;
    const inUse = namesInUse(configuration);
    const written = new Set([root, ...elements].flatMap((element) => referencesIn(element, configuration)));
    return [...reading.draft.appenders.values()]
      .filter(({ name }) => !inUse.has(name))
      .map(({ name, element }) =>
        written.has(name)
          ? { element, level: "INFO", message: `Appender named [${name}] is referenced only where it does not count now; it is not made.` }
          : { element, message: `Appender named [${name}] is not referenced; it is not made.` },
      );
  },
};

function namesInUse(configuration: SurveyedConfiguration): Set<string> {
  const { draft } = configuration.reading;
  const names = new Set([...draft.loggers.values()].flatMap(({ references }) => references.map(({ name }) => name)));
  // Grows while it is gone through: appenders may refer to others.
  for (const name of names) {
    const appender = draft.appenders.get(name);
    for (const next of appender === undefined ? [] : referencesIn(appender.element, configuration)) {
      names.add(next);
    }
  }
  return names;
}

function referencesIn(element: XmlElement, { reading }: SurveyedConfiguration): string[] {
  return withDescendants(element)
    .filter(({ name }) => name.toLowerCase() === "appender-ref")
    .map((reference) => reading.substituteSilently(findAttribute(reference, "ref")?.value ?? ""));
}
