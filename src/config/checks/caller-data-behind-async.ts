import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";
import { conversionsIn } from "./conversions.js";
import { layoutPatternsOf } from "./layout-patterns.js";
import { childrenNamed, childText, placeIn, shortClassOf } from "./search.js";

const CALLER_WORDS: readonly string[] = ["C", "class", "F", "file", "L", "line", "M", "method", "caller"];

/** `%line` and its like in an appender behind an AsyncAppender that does not look the call site up. */
export const callerDataBehindAsync: Check = {
  name: "caller-data-behind-async",
  find: (configuration) => {
    const { reading, appenderDrafts } = configuration;
    const asynchronous = appenderDrafts.filter(({ element }) => shortClassOf(element) === "AsyncAppender");
    return layoutPatternsOf(configuration).flatMap((found) => {
      const { draft, text, element } = found;
      const conversion = conversionsIn(text).find(({ word }) => CALLER_WORDS.includes(word));
      const before = asynchronous.find(
        (candidate) =>
          childText(configuration, candidate, candidate.element, "includeCallerData")?.toLowerCase() !== "true" &&
          childrenNamed(candidate.element, "appender-ref").some((reference) => reading.substituteSilently(findAttribute(reference, "ref")?.value ?? "", candidate.scope) === draft.name),
      );
      return conversion === undefined || before === undefined
        ? []
        : [{ element, at: placeIn(found, conversion.index), message: `%${conversion.word} prints "?" here: events come through [${before.name}], which looks up no call site. Write <includeCallerData>true</includeCallerData> there.` }];
    });
  },
};
