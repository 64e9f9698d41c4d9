import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonField } from "../../json/json-field.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { COMPOSITE, LOGGING_EVENT } from "./provider-classes.js";
import { onDemand } from "../../util/on-demand.js";

/**
 * `<uuid>`: another random UUID for each event (version 4).
 *
 * - `<fieldName>`: `uuid` unless given.
 * - `<strategy>`: `random` (default). `<ethernet>`: accepted and of no effect.
 *
 * Status WARN for `time`, which shows the machine's address, and for any other strategy: random ones are written.
 */
export const uuidProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${COMPOSITE}.UuidJsonProvider`, `${LOGGING_EVENT}.UuidProvider`],
  properties: { fieldName: stringProperty({ fallback: "uuid" }), strategy: stringProperty({ fallback: "random" }), ethernet: stringProperty() },
  create: ({ fieldName, strategy }, environment): JsonProvider => {
    if (strategy.toLowerCase() !== "random") {
      environment.reportOn("strategy").warn(`The strategy "${strategy}" is not offered; random UUIDs are written.`);
    }
    return { fieldsIn: (object) => object.field(fieldName, uuid) };
  },
});

function uuid(name: string): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  const { randomUUID } = onDemand.crypto;
  return { write: () => `${start}${randomUUID()}"` };
}
