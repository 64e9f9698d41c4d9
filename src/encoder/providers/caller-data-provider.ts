import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import { callerData } from "../../json/caller-data.js";
import type { JsonObjectNames, JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<callerData>`: where the log call stands, which costs far more to find out than all else.
 *
 * - `<fieldName>`: an object around the others; none unless given.
 * - `<classFieldName>`, `<methodFieldName>`, `<fileFieldName>`, `<lineFieldName>`: `caller_class_name`, `caller_method_name`,
 *   `caller_file_name`, `caller_line_number` unless given.
 */
export const callerDataProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.CallerDataJsonProvider`],
  properties: {
    fieldName: stringProperty({ fallback: "" }),
    classFieldName: stringProperty({ fallback: "caller_class_name" }),
    methodFieldName: stringProperty({ fallback: "caller_method_name" }),
    fileFieldName: stringProperty({ fallback: "caller_file_name" }),
    lineFieldName: stringProperty({ fallback: "caller_line_number" }),
  },
  create: ({ fieldName, classFieldName, methodFieldName, fileFieldName, lineFieldName }): JsonProvider => ({
    fieldsIn: (object) => {
      const objectName = object.take(fieldName);
      const names: JsonObjectNames = objectName === undefined ? object : object.inner();
      const [className, methodName, fileName, lineNumber] = [classFieldName, methodFieldName, fileFieldName, lineFieldName].map((name) => names.take(name));
      return [callerData({ objectName, className, methodName, fileName, lineNumber }, escapeSafely)];
    },
  }),
});
