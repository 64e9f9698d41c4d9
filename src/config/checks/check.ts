import type { StatusLevel } from "../../core/status.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { TextPosition } from "../text-position.js";
import type { XmlElement } from "../xml/parse.js";

/** Something that a check found. */
export interface Finding {
  /** The element it is about. */
  readonly element: XmlElement;
  /** The place, where that is not the beginning of the element. */
  readonly at?: TextPosition | undefined;
  /** WARN unless given; INFO is a note. */
  readonly level?: StatusLevel;
  /** What was probably meant, what came, and what happens. */
  readonly message: string;
}

/** Looks for one kind of mistake that Logback takes silently. */
export interface Check {
  /** As it is shown behind a finding: words joined by hyphens. */
  readonly name: string;
  readonly find: (configuration: SurveyedConfiguration) => readonly Finding[];
}
