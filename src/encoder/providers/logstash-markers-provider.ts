import { defineComponent, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/** `<logstashMarkers>`: writes nothing. There are no markers that carry data here; key-value pairs do. */
export const logstashMarkersProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.LogstashMarkersJsonProvider`],
  properties: {},
  create: (): JsonProvider => ({ fieldsIn: () => [] }),
});
