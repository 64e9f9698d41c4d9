import type { SourcePosition } from "../../core/status.js";
import { withDescendants } from "../checks/search.js";
import { findAttribute } from "../reading.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";

/** What an `<if>` or `<springProfile>` came to. */
export interface ExplainedDecision {
  readonly what: string;
  readonly outcome: string;
  readonly position: SourcePosition | undefined;
}

/** What conditions and profiles decided, in the order of the file. */
export function explainDecisions({ decisions, reading }: SurveyedConfiguration): ExplainedDecision[] {
  return decisions.map(({ element, value, condition }) => {
    const position = reading.placeOf(element.position);
    if (element.name.toLowerCase() === "springprofile") {
      return { what: `springProfile ${findAttribute(element, "name")?.value ?? ""}`, outcome: value === undefined ? "empty" : value ? "active" : "not active", position };
    }
    const expression = condition === undefined ? (findAttribute(element, "condition")?.value ?? "") : textBelow(condition);
    return { what: `if ${expression}`.trim(), outcome: value === undefined ? "neither branch" : value ? "then" : "else", position };
  });
}

function textBelow(element: XmlElement): string {
  const texts = withDescendants(element).map(({ text }) => text.trim()).filter((text) => text !== "");
  return texts.join(" ");
}
