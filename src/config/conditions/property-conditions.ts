import { defineComponent, stringProperty, type ComponentDefinition } from "../../core/component.js";
import type { Condition } from "../conditional.js";

const BOOLEX = "ch.qos.logback.core.boolex";

/** `IsPropertyDefinedCondition`: whether the property `<key>` has a value. */
export const isPropertyDefinedCondition: ComponentDefinition<Condition> = conditionOnKey("IsPropertyDefinedCondition", (value) => value !== undefined);

/** `IsPropertyNullCondition`: whether the property `<key>` has none. */
export const isPropertyNullCondition: ComponentDefinition<Condition> = conditionOnKey("IsPropertyNullCondition", (value) => value === undefined);

/** `PropertyEqualityCondition`: whether the property `<key>` has exactly the value `<value>`. Both are required. */
export const propertyEqualityCondition: ComponentDefinition<Condition> = defineComponent({
  kind: "condition",
  classNames: [`${BOOLEX}.PropertyEqualityCondition`],
  properties: { key: stringProperty({ required: true }), value: stringProperty({ required: true }) },
  create: ({ key, value }, { property }) => ({ evaluate: () => property(key) === value }),
});

function conditionOnKey(name: string, test: (value: string | undefined) => boolean): ComponentDefinition<Condition> {
  return defineComponent({
    kind: "condition",
    classNames: [`${BOOLEX}.${name}`],
    properties: { key: stringProperty({ required: true }) },
    create: ({ key }, { property }) => ({ evaluate: () => test(property(key)) }),
  });
}
