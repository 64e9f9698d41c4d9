import { withConditionsSettled } from "../conditional.js";
import type { ElementHandler } from "../element-handler.js";
import { readNestedProperties } from "../nested-properties.js";
import { findAttribute } from "../reading.js";

/**
 * `<appender name="FILE" class="ch.qos.logback.core.FileAppender">`
 *
 * Both attributes are required. The appender is built when a logger refers to it. Properties are those at the end of the file; a
 * `<property>` may also stand in it, at any depth, and counts from there on.
 *
 * Status ERROR without a class or a name; WARN for a name that is there already: the later appender counts.
 *
 * Source: Logback manual, "Configuration", configuring appenders.
 */
export const appenderElement: ElementHandler = {
  names: ["appender"],
  attributes: "any",
  isLate: true,
  read: (element, reading, origin) => {
    const name = reading.attribute(element, "name", origin);
    // As in Logback, variables are not replaced in this attribute.
    const className = findAttribute(element, "class")?.value;
    const { properties = {} } = reading.registry.find("appender", className ?? "") ?? {};
    reading.checkAttributes(element, ["name", "class"], origin, Object.keys(properties));
    const report = reading.report(origin, element.position);
    if (className === undefined || className === "") {
      report.error(`Missing class name for appender${name === undefined ? "" : ` [${name}]`}: expected an attribute "class"; the appender is left out.`);
      return;
    }
    if (name === undefined || name === "") {
      report.error(`Expected an attribute "name" on <${element.name}>: without one no logger can refer to it; the appender is left out.`);
      return;
    }
    if (reading.draft.appenders.has(name)) {
      report.warn(`Appender [${name}] was defined above already; this definition replaces it.`);
    }
    const startScope = reading.scope;
    const settled = withConditionsSettled(element, reading, origin);
    if (reading.late.isReferredTo(name)) {
      readNestedProperties(settled, reading, origin);
    }
    reading.draft.appenders.set(name, { name, className, element: settled, startScope, scope: reading.scope });
  },
};
