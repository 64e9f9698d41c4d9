import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";
import { appenderElements, childrenNamed, shortClassOf, textOf, type FoundText } from "./search.js";

/** Appenders whose text goes to a console or a file as it is, line after line. */
const LINE_APPENDERS: readonly string[] = ["ConsoleAppender", "FileAppender", "JansiConsoleAppender", "RollingFileAppender"];
const PATTERN_CLASSES: readonly string[] = ["", "ExtendedPatternLayoutEncoder", "LayoutWrappingEncoder", "PatternLayout", "PatternLayoutEncoder"];

/** A pattern whose text goes to a console or a file. */
export interface LayoutPattern extends FoundText {
  readonly toFile: boolean;
  /** The encoder or layout. */
  readonly holder: XmlElement;
}

/** The patterns of console and file appenders that are printed as they are, and not as a part of JSON or HTML. */
export function layoutPatternsOf(configuration: SurveyedConfiguration): LayoutPattern[] {
  return appenderElements(configuration)
    .filter(({ element }) => LINE_APPENDERS.includes(shortClassOf(element)))
    .flatMap(({ draft, element: appender }) =>
      holdersIn(appender).flatMap((holder) =>
        childrenNamed(holder, "pattern").map((element) => ({
          draft,
          holder,
          element,
          text: textOf(configuration, draft, element),
          at: element.textPosition ?? element.position,
          toFile: shortClassOf(appender).includes("File"),
        })),
      ),
    );
}

/** The encoder, the layout, or the layout in the encoder. */
function holdersIn(element: XmlElement): XmlElement[] {
  const holders = [...childrenNamed(element, "encoder"), ...childrenNamed(element, "layout")].filter((holder) => PATTERN_CLASSES.includes(shortClassOf(holder)));
  return holders.flatMap((holder) => [holder, ...holdersIn(holder)]);
}
