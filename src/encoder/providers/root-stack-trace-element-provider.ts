import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { rootStackTraceElement } from "../../json/throwable-summary.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<rootStackTraceElement>`: class and method that made the throwable, where there is one.
 *
 * - `<fieldName>`, `<classFieldName>`, `<methodFieldName>`: `root_stack_trace_element`, `class_name`, `method_name` unless given.
 */
export const rootStackTraceElementProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.RootStackTraceElementJsonProvider`],
  properties: {
    fieldName: stringProperty({ fallback: "root_stack_trace_element" }),
    classFieldName: stringProperty({ fallback: "class_name" }),
    methodFieldName: stringProperty({ fallback: "method_name" }),
  },
  create: ({ fieldName, classFieldName, methodFieldName }): JsonProvider => ({
    fieldsIn: (object) =>
      object.field(fieldName, (objectName) => {
        const names = object.inner();
        return rootStackTraceElement({ objectName, className: names.take(classFieldName), methodName: names.take(methodFieldName) }, escapeSafely);
      }),
  }),
});
