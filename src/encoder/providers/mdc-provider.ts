import { componentsProperty, defineComponent, stringProperty, stringsProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { mdcMembers, type MdcEntryWriter } from "../../json/mdc.js";
import { keySelection } from "../logstash-settings.js";
import { firstOf } from "../mdc-entry-writers.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<mdc>`
 *
 * - `<fieldName>`: an object around the keys; none unless given.
 * - `<includeMdcKeyName>` or `<excludeMdcKeyName>`, any number: the only keys, or all but these.
 * - `<mdcKeyFieldName>`, any number: `key=name` to write a key under another name.
 * - `<mdcEntryWriter>`, any number: writes values as numbers, true or false.
 *
 * Status ERROR when keys are both included and excluded, and for a name that is none.
 */
export const mdcProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.MdcJsonProvider`],
  properties: {
    fieldName: stringProperty({ fallback: "" }),
    includeMdcKeyName: stringsProperty(),
    excludeMdcKeyName: stringsProperty(),
    mdcKeyFieldName: stringsProperty(),
    mdcEntryWriter: componentsProperty<MdcEntryWriter>("value"),
  },
  create: ({ fieldName, mdcEntryWriter, ...keys }, environment): JsonProvider => {
    const selection = keySelection("MDC", { included: "includeMdcKeyName", excluded: "excludeMdcKeyName", renamed: "mdcKeyFieldName" }, keys, environment);
    const options = { ...selection, write: firstOf(mdcEntryWriter) };
    return { replaces: "mdc", fieldsIn: (object) => object.dataField(fieldName, (objectName, before) => mdcMembers({ ...options, objectName }, before, escapeSafely)) };
  },
});
