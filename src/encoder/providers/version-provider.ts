import { booleanProperty, defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import { constant } from "../../json/constant.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { readVersion } from "../logstash-settings.js";
import { COMPOSITE } from "./provider-classes.js";

/**
 * `<version>`: of the format.
 *
 * - `<fieldName>`: `@version` unless given; `<version>`: `1` unless given; `<writeAsInteger>`: false unless given.
 */
export const versionProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${COMPOSITE}.LogstashVersionJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "@version" }), version: stringProperty({ fallback: "1" }), writeAsInteger: booleanProperty(false) },
  create: ({ fieldName, version, writeAsInteger }, environment): JsonProvider => {
    const value = readVersion(version, writeAsInteger, environment.reportOn("version"));
    return { fieldsIn: (object) => object.field(fieldName, (name) => constant(name, value)) };
  },
});
