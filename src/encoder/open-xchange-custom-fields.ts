import { componentsProperty, defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";

const EXTENSIONS = "com.openexchange.logback.extensions";

/** A member that every event has. */
export interface CustomField {
  readonly name: string;
  readonly value: string;
}

/**
 * `<customField name="..." value="..."/>`
 *
 * Status ERROR without a name: the field is left out.
 */
export const openXchangeCustomField: ComponentDefinition<CustomField> = defineComponent({
  kind: "value",
  classNames: [`${EXTENSIONS}.CustomField`],
  properties: { value: stringProperty({ fallback: "" }) },
  attributes: ["value"],
  create: ({ value }, { name, report }) => {
    if (name === "") {
      report.error('Expected a name, as in <customField name="cluster" value="a"/>; the field is left out.');
      return undefined;
    }
    return { name, value };
  },
});

/** `<customFields>` around `<field name="..." value="..."/>` */
export const openXchangeCustomFields: ComponentDefinition<readonly CustomField[]> = defineComponent({
  kind: "value",
  classNames: [`${EXTENSIONS}.CustomFields`],
  properties: { field: componentsProperty<CustomField>("value", { defaultClassName: `${EXTENSIONS}.CustomField` }) },
  create: ({ field }) => field,
});
