import { defineComponent, stringProperty, stringsProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { keyValueMembers } from "../../json/key-value-pairs.js";
import { keySelection } from "../logstash-settings.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<keyValuePairs>`
 *
 * - `<fieldName>`: an object around the pairs; none unless given.
 * - `<includeKeyName>` or `<excludeKeyName>`, any number: the only keys, or all but these.
 * - `<keyFieldName>`, any number: `key=name` to write a key under another name.
 *
 * Status ERROR when keys are both included and excluded, and for a name that is none.
 */
export const keyValuePairsProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.KeyValuePairsJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "" }), includeKeyName: stringsProperty(), excludeKeyName: stringsProperty(), keyFieldName: stringsProperty() },
  create: ({ fieldName, ...keys }, environment): JsonProvider => {
    const selection = keySelection("key-value pairs", { included: "includeKeyName", excluded: "excludeKeyName", renamed: "keyFieldName" }, keys, environment);
    return { replaces: "keyValuePairs", fieldsIn: (object) => object.dataField(fieldName, (objectName, before) => keyValueMembers(objectName, before, escapeSafely, selection)) };
  },
});
