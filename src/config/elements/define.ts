import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";
import { targetOf } from "./scope-attribute.js";

/** Finds the value of a property when the configuration is read. */
export interface PropertyDefiner {
  /** `undefined` leaves the property undefined. */
  getPropertyValue(): string | undefined;
}

/**
 * `<define name="host" class="ch.qos.logback.core.property.CanonicalHostNamePropertyDefiner"/>`
 *
 * Source: Logback manual, "Configuration", defining properties on the fly.
 */
export const defineElement: ElementHandler = {
  names: ["define"],
  attributes: ["name", "class", "scope"],
  read: (element, reading, origin) => {
    const name = reading.attribute(element, "name", origin);
    if (name === undefined || name === "") {
      reading.report(origin, element.position).error(`Missing attribute [name] on <define>; the element is ignored.`);
      return;
    }
    const definer = buildTopLevel("propertyDefiner", element, reading, origin) as PropertyDefiner | undefined;
    let value: string | undefined;
    try {
      value = definer?.getPropertyValue();
    } catch (cause) {
      reading.report(origin, element.position).error(`The definer of the property [${name}] failed; the property stays as it is.`, cause);
    }
    // JavaScript programs give anything.
    if (typeof value === "string") {
      reading.define(name, value, targetOf(element, reading, origin));
    }
  },
};
