import { defineComponent, stringProperty, stringsProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { stackHash } from "../../json/throwable-summary.js";
import { frameFinder, listed } from "../../pattern/frame-finder.js";
import { LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<stackHash>`: eight digits, the same for throwables of the same classes from the same places.
 *
 * - `<fieldName>`: `stack_hash` unless given.
 * - `<exclude>`, any number: regular expressions for frames that do not count; `<exclusions>`: with commas between.
 */
export const stackHashProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${LOGGING_EVENT}.StackHashJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "stack_hash" }), exclude: stringsProperty(), exclusions: stringsProperty() },
  create: ({ fieldName, exclude, exclusions }, environment): JsonProvider => {
    const excludes = frameFinder([...exclude, ...exclusions.flatMap(listed)], environment.reportOn(exclude.length > 0 ? "exclude" : "exclusions"));
    return { fieldsIn: (object) => object.field(fieldName, (name) => stackHash(name, (frame) => excludes?.(frame) !== true)) };
  },
});
