import { componentProperty, defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import { objectField } from "../../json/json-field.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<nestedField>`: an object with members of its own.
 *
 * - `<fieldName>`: `nested` unless given.
 * - `<providers>`: what stands in it, as in the encoder.
 */
export const nestedFieldProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.LoggingEventNestedJsonProvider`],
  properties: {
    fieldName: stringProperty({ fallback: "nested" }),
    providers: componentProperty<readonly JsonProvider[]>("value", { defaultClassName: `${LOGGING_EVENT}.LoggingEventJsonProviders` }),
  },
  create: ({ fieldName, providers = [] }): JsonProvider => ({
    fieldsIn: (object) =>
      object.field(fieldName, (name) => {
        const names = object.inner();
        return objectField(name, providers.flatMap((provider) => provider.fieldsIn(names)));
      }),
  }),
});
