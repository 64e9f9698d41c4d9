import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import { constant } from "../../json/constant.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { readCustomFields } from "../logstash-settings.js";
import { COMPOSITE } from "./provider-classes.js";

/**
 * `<globalCustomFields>`: the same members for every event.
 *
 * - `<customFields>`: a JSON object.
 *
 * Status ERROR when it is none: nothing is written.
 */
export const globalCustomFieldsProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${COMPOSITE}.GlobalCustomFieldsJsonProvider`],
  properties: { customFields: stringProperty() },
  create: ({ customFields }, environment): JsonProvider => {
    const fields = Object.entries(readCustomFields(customFields, environment.reportOn("customFields")));
    return { fieldsIn: (object) => fields.flatMap(([key, value]) => object.field(key, (name) => constant(name, value))) };
  },
});
