import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { JsonField } from "../../json/json-field.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { escapeSafely } from "../../json/json-text.js";
import { sequenceNumber } from "../../json/sequence-number.js";
import { COMPOSITE, LOGGING_EVENT } from "./provider-classes.js";

/**
 * `<sequence>`: the number of the event.
 *
 * - `<fieldName>`: `sequence` unless given.
 *
 * Status WARN where the configuration has no `<sequenceNumberGenerator>`: the events that are written here are counted, from 1.
 */
export const sequenceProvider: ComponentDefinition<JsonProvider> = defineComponent({
  kind: "jsonProvider",
  classNames: [`${COMPOSITE}.SequenceJsonProvider`, `${LOGGING_EVENT}.SequenceJsonProvider`],
  properties: { fieldName: stringProperty({ fallback: "sequence" }) },
  create: ({ fieldName }, { numbersEvents, report }): JsonProvider => {
    if (!numbersEvents) {
      report.warn("There is no <sequenceNumberGenerator>; the events that are written here are counted.");
    }
    return { fieldsIn: (object) => object.field(fieldName, numbersEvents ? sequenceNumber : counter) };
  },
});

function counter(name: string): JsonField {
  const start = `"${escapeSafely(name)}":`;
  let count = 0;
  return { write: () => start + String(++count) };
}
