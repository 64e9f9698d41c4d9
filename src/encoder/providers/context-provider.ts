import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import { contextProperties } from "../../json/context-properties.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { COMPOSITE } from "./provider-classes.js";

/**
 * `<context>`: the properties of the context.
 *
 * - `<fieldName>`: an object around them; none unless given.
 */
export const contextProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${COMPOSITE}.ContextJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "" }) },
  create: ({ fieldName }): JsonProvider => ({ fieldsIn: (object) => object.dataField(fieldName, (name, before) => contextProperties(name, before, escapeSafely)) }),
});
