import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { PropertyDefiner } from "../elements/define.js";

/**
 * `<define class="ch.qos.logback.core.property.ResourceExistsPropertyDefiner">`: `true` or `false`.
 *
 * - `<resource>`: a file beside the configuration or in the package. Required.
 */
export const resourceExistsPropertyDefiner: ComponentDefinition<PropertyDefiner> = defineComponent({
  kind: "propertyDefiner",
  classNames: ["ch.qos.logback.core.property.ResourceExistsPropertyDefiner"],
  properties: { resource: stringProperty({ required: true }) },
  create: ({ resource }, { resolveResource }) => ({ getPropertyValue: () => String(resolveResource(resource) !== undefined) }),
});
