import { booleanProperty, defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import { argumentMembers } from "../../json/arguments.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<arguments>`: those of the message, as JSON.
 *
 * - `<fieldName>`: an object around them; none unless given.
 * - `<includeNonStructuredArguments>`: false unless given, and then nothing is written: there are no structured arguments
 *   in JavaScript, whose part key-value pairs take.
 * - `<nonStructuredArgumentsFieldPrefix>`: `arg` unless given. `<includeStructuredArguments>`: accepted and of no effect.
 */
export const argumentsProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.ArgumentsJsonProvider`],
  properties: {
    fieldName: stringProperty({ fallback: "" }),
    includeStructuredArguments: booleanProperty(true),
    includeNonStructuredArguments: booleanProperty(false),
    nonStructuredArgumentsFieldPrefix: stringProperty({ fallback: "arg" }),
  },
  create: ({ fieldName, includeNonStructuredArguments, nonStructuredArgumentsFieldPrefix: prefix }): JsonProvider => ({
    replaces: "arguments",
    fieldsIn: (object) => (includeNonStructuredArguments ? object.dataField(fieldName, (objectName, before) => argumentMembers({ objectName, prefix }, before, escapeSafely)) : []),
  }),
});
