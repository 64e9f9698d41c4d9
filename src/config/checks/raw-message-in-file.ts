import type { Check } from "./check.js";
import { conversionsIn, hasConversion } from "./conversions.js";
import { layoutPatternsOf } from "./layout-patterns.js";
import { childText, placeIn } from "./search.js";

const MESSAGE_WORDS: readonly string[] = ["m", "msg", "message"];

/** `%msg` as it comes: who can put a line break into a message forges a line. Said once, for the first pattern. */
export const rawMessageInFile: Check = {
  name: "raw-message-in-file",
  find: (configuration) =>
    layoutPatternsOf(configuration)
      .filter(({ text, toFile, draft, holder }) => {
        const isNeutralised = configuration.reading.draft.neutralise || childText(configuration, draft, holder, "neutralise") === "true";
        return toFile && !isNeutralised && hasConversion(text, MESSAGE_WORDS) && !hasConversion(text, ["replace"]);
      })
      .slice(0, 1)
      .map((found) => ({
        element: found.element,
        at: placeIn(found, conversionsIn(found.text).find(({ word }) => MESSAGE_WORDS.includes(word))?.index ?? 0),
        level: "INFO",
        message: 'Messages go into the file as they come, so a line break in one looks like another event. <configuration neutralise="true"> escapes control characters.',
      })),
};
