import { booleanProperty, defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { throwableClassName, type ThrowableChoice } from "../../json/throwable-summary.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<throwableClassName>` and `<throwableRootCauseClassName>`
 *
 * - `<fieldName>`: `throwable_class`, `throwable_root_cause_class` unless given.
 * - `<useSimpleClassName>`: true (default) leaves the package out.
 */
export const throwableClassNameProviders: readonly ComponentDefinition<JsonProvider>[] = [
  provider("ThrowableClassNameJsonProvider", "throwable_class", "outermost"),
  provider("ThrowableRootCauseClassNameJsonProvider", "throwable_root_cause_class", "rootCause"),
];

function provider(className: string, defaultName: string, choice: ThrowableChoice): ComponentDefinition<JsonProvider> {
  return defineComponent({
    kind: "jsonProvider",
    classNames: [`${LOGGING_EVENT}.${className}`],
    properties: { fieldName: stringProperty({ fallback: defaultName }), useSimpleClassName: booleanProperty(true) },
    create: ({ fieldName, useSimpleClassName }): JsonProvider => ({
      fieldsIn: (object) => object.field(fieldName, (name) => throwableClassName(name, choice, useSimpleClassName, escapeSafely)),
    }),
  });
}
