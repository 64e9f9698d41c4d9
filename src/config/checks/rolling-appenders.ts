import type { AppenderDraft } from "../draft.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";
import { appenderElements, childrenNamed, shortClassOf } from "./search.js";

/** A rolling file appender with its policies, as they are written. */
export interface RollingElements {
  readonly draft: AppenderDraft;
  readonly appender: XmlElement;
  readonly rollingPolicy: XmlElement | undefined;
  /** Class of the rolling policy, without its package. */
  readonly policyClass: string;
  readonly triggeringPolicy: XmlElement | undefined;
  /** The old way to size and time in one, inside the rolling policy. */
  readonly sizeAndTime: XmlElement | undefined;
}

/** All rolling file appenders of a configuration. */
export function rollingAppenders(configuration: SurveyedConfiguration): RollingElements[] {
  return appenderElements(configuration)
    .filter(({ element }) => shortClassOf(element) === "RollingFileAppender")
    .map(({ draft, element }) => {
      const rollingPolicy = childrenNamed(element, "rollingPolicy")[0];
      return {
        draft,
        appender: element,
        rollingPolicy,
        policyClass: rollingPolicy === undefined ? "" : shortClassOf(rollingPolicy),
        triggeringPolicy: childrenNamed(element, "triggeringPolicy")[0],
        sizeAndTime: rollingPolicy === undefined ? undefined : childrenNamed(rollingPolicy, "timeBasedFileNamingAndTriggeringPolicy")[0],
      };
    });
}
