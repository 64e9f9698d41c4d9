import { findAttribute } from "../reading.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { TextPosition } from "../text-position.js";
import type { XmlElement } from "../xml/parse.js";
import { conversionsIn } from "./conversions.js";
import { placeIn, textsNamed } from "./search.js";

/** A date pattern somewhere in a configuration. */
export interface DateText {
  readonly element: XmlElement;
  readonly at: TextPosition;
  readonly pattern: string;
  /** Time zone written beside it. */
  readonly zone: string | undefined;
}

const DATE_WORDS = ["d", "date"];
/** In `%d{yyyy/MM, aux}` of a file name, a word and no zone. */
const AUXILIARY = "aux";

/** Every date pattern: in `%d{...}` of layouts and file names, in `<timestamp>`, in the time stamps of JSON. */
export function dateTextsOf(configuration: SurveyedConfiguration): DateText[] {
  const inPatterns = textsNamed(configuration, "pattern", "fileNamePattern").flatMap((found) =>
    conversionsIn(found.text)
      .filter(({ word }) => DATE_WORDS.includes(word))
      .flatMap(({ options: [pattern, zone], index }) =>
        pattern === undefined || pattern === "" ? [] : [{ element: found.element, at: placeIn(found, index), pattern, zone: zone === AUXILIARY ? undefined : zone }],
      ),
  );
  const inJson = textsNamed(configuration, "timestampPattern", "datePattern").map(({ element, text, at }) => ({ element, at, pattern: text, zone: undefined }));
  const inTimestamps = configuration.elements
    .filter(({ name }) => name.toLowerCase() === "timestamp")
    .flatMap((element) => {
      const attribute = findAttribute(element, "datePattern");
      return attribute === undefined ? [] : [{ element, at: attribute.position, pattern: attribute.value, zone: undefined }];
    });
  return [...inPatterns, ...inJson, ...inTimestamps];
}

/** Runs of letters that mean a part of the date, such as `yyyy`; quoted text is none. */
export function dateLettersOf(pattern: string): readonly string[] {
  return pattern.replaceAll(/'[^']*'/g, "").match(/([A-Za-z])\1*/g) ?? [];
}
