import { defineComponent, type ComponentDefinition } from "../core/component.js";
import { CONVERSION_WORDS } from "../pattern/converter.js";
import { learnOpenXchangeWords } from "../pattern/open-xchange-words.js";

/** A property definer that only makes words known. */
export interface WordActivator {
  /** The property stays undefined. */
  getPropertyValue(): undefined;
}

/**
 * `<define class="com.openexchange.logback.extensions.SyslogPatternLayoutActivator">`: makes `%lmdc`, `%ereplace`, `%tid` and
 * `%sanitisedMessage` known, for configurations with a `SyslogAppender` and without Open-Xchange's encoder.
 */
export const syslogPatternLayoutActivator: ComponentDefinition<WordActivator> = defineComponent({
  kind: "propertyDefiner",
  classNames: ["com.openexchange.logback.extensions.SyslogPatternLayoutActivator"],
  properties: {},
  create: (_values, environment) => {
    learnOpenXchangeWords(environment.service(CONVERSION_WORDS));
    return { getPropertyValue: () => undefined };
  },
});
