import { existsSync } from "node:fs";
import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { PropertyDefiner } from "../elements/define.js";

/**
 * `<define class="ch.qos.logback.core.property.FileExistsPropertyDefiner">`: `true` or `false`.
 *
 * - `<path>`: the file. Required.
 */
export const fileExistsPropertyDefiner: ComponentDefinition<PropertyDefiner> = defineComponent({
  kind: "propertyDefiner",
  classNames: ["ch.qos.logback.core.property.FileExistsPropertyDefiner"],
  properties: { path: stringProperty({ required: true }) },
  create: ({ path }, { resolvePath }) => ({ getPropertyValue: () => String(existsSync(resolvePath(path))) }),
});
