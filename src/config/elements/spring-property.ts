import type { ElementHandler } from "../element-handler.js";
import { useSpringDialect } from "../spring/dialect.js";
import { relaxedProperty } from "../spring/relaxed-property.js";
import { targetOf } from "./scope-attribute.js";

/**
 * `<springProperty scope="context" name="app" source="spring.application.name" defaultValue="orders"/>`: a property of
 * Spring's environment, which here is the program properties and the environment variables.
 *
 * - `name`, `source`: required.
 * - `defaultValue`: where there is no such property; without it the property stays undefined.
 * - `scope`: as for `<property>`.
 *
 * Status ERROR without a name or a source.
 *
 * Source: Spring Boot, "Logback Extensions", environment properties.
 */
export const springPropertyElement: ElementHandler = {
  names: ["springProperty"],
  isLeaf: true,
  attributes: ["name", "source", "defaultValue", "scope"],
  read: (element, reading, origin) => {
    useSpringDialect(reading);
    const [name = "", source = ""] = ["name", "source"].map((attribute) => reading.attribute(element, attribute, origin));
    if (name.trim() === "" || source.trim() === "") {
      reading.report(origin, element.position).error(`The "name" and "source" attributes of <${element.name}> must be set; the element is ignored.`);
      return;
    }
    const value = relaxedProperty(source, reading.scope.outer) ?? reading.attribute(element, "defaultValue", origin);
    if (value !== undefined) {
      reading.define(name, value, targetOf(element, reading, origin));
    }
  },
};
