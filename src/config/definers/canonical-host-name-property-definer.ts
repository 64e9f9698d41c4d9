import os from "node:os";
import { defineComponent, type ComponentDefinition } from "../../core/component.js";
import type { PropertyDefiner } from "../elements/define.js";

/** `<define class="ch.qos.logback.core.property.CanonicalHostNamePropertyDefiner">`: the name of the host; no name server is asked. */
export const canonicalHostNamePropertyDefiner: ComponentDefinition<PropertyDefiner> = defineComponent({
  kind: "propertyDefiner",
  classNames: ["ch.qos.logback.core.property.CanonicalHostNamePropertyDefiner"],
  properties: {},
  create: () => ({ getPropertyValue: () => os.hostname() }),
});
