import { ROOT_NAME } from "../../core/logger-context.js";
import { lastPart } from "../../util/last-part.js";
import type { AppenderDraft } from "../draft.js";
import { findAttribute } from "../reading.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { TextPosition } from "../text-position.js";
import type { XmlElement } from "../xml/parse.js";

/** An element inside an appender, with its text as the appender reads it. */
export interface FoundText {
  readonly draft: AppenderDraft;
  readonly element: XmlElement;
  /** Variables replaced, white space around it dropped. */
  readonly text: string;
  /** Where the text begins. */
  readonly at: TextPosition;
}

/** An element and all below it. */
export function withDescendants(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(withDescendants)];
}

/**
 * An element and all below it, but for what stands in an `<if>` or `<springProfile>`, where what counts is an element itself,
 * and in a `<sift>`, where the discriminator defines a variable.
 */
export function withUnconditional(element: XmlElement): XmlElement[] {
  return ["if", "sift", "springprofile"].includes(element.name.toLowerCase()) ? [element] : [element, ...element.children.flatMap(withUnconditional)];
}

/** Letter case does not matter. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name.toLowerCase() === name.toLowerCase());
}

/** All elements of a name in all appenders that are in use. */
export function textsNamed(configuration: SurveyedConfiguration, ...names: readonly string[]): FoundText[] {
  const wanted = names.map((name) => name.toLowerCase());
  return configuration.appenderDrafts.flatMap((draft) =>
    withDescendants(draft.element)
      .filter(({ name }) => wanted.includes(name.toLowerCase()))
      .map((element) => ({ draft, element, text: textOf(configuration, draft, element), at: element.textPosition ?? element.position })),
  );
}

/** The place of a character of the text; that of the whole text where variables were replaced. */
export function placeIn({ element, text, at }: Pick<FoundText, "element" | "text" | "at">, index: number): TextPosition {
  if (element.text.trim() !== text) {
    return at;
  }
  const before = text.slice(0, index).split("\n");
  const last = before.at(-1) ?? "";
  return before.length === 1 ? { ...at, column: at.column + last.length } : { ...at, line: at.line + before.length - 1, column: last.length + 1 };
}

/** The text of an element inside an appender. */
export function textOf({ reading }: SurveyedConfiguration, { scope }: AppenderDraft, element: XmlElement): string {
  return reading.substituteSilently(element.text, scope).trim();
}

/** Text of the first child of that name. */
export function childText(configuration: SurveyedConfiguration, draft: AppenderDraft, element: XmlElement, name: string): string | undefined {
  const child = childrenNamed(element, name)[0];
  return child === undefined ? undefined : textOf(configuration, draft, child);
}

/** The class of an element without its package; empty where none is written. */
export function shortClassOf(element: XmlElement): string {
  return lastPart(findAttribute(element, "class")?.value ?? "");
}

/** Appenders in use, and those inside a `<sift>` of one. */
export function appenderElements({ appenderDrafts }: SurveyedConfiguration): { readonly draft: AppenderDraft; readonly element: XmlElement }[] {
  return appenderDrafts.flatMap((draft) =>
    withDescendants(draft.element)
      .filter(({ name }) => name.toLowerCase() === "appender")
      .map((element) => ({ draft, element })),
  );
}

/** The `<logger>` elements of that name, or the `<root>` elements, in the order of the file. */
export function elementsOfLogger({ elements, reading }: SurveyedConfiguration, loggerName: string): XmlElement[] {
  return elements.filter((element) => {
    const word = element.name.toLowerCase();
    return word === "root" ? loggerName === ROOT_NAME : word === "logger" && normalised(reading.substituteSilently(findAttribute(element, "name")?.value ?? "")) === loggerName;
  });
}

function normalised(loggerName: string): string {
  return loggerName.toUpperCase() === ROOT_NAME ? ROOT_NAME : loggerName;
}
