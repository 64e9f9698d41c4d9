import type { ComponentKind } from "../core/component.js";
import { buildComponent, type BuildScope } from "./build-component.js";
import { describeElement } from "./element-description.js";
import { readNestedProperties } from "./nested-properties.js";
import type { ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/**
 * Builds a component that stands directly in `<configuration>` and belongs to no appender.
 *
 * @param classAttribute - Attribute with the class name.
 * @param defaultClassName - Used where the attribute is missing.
 */
export function buildTopLevel(kind: ComponentKind, element: XmlElement, reading: ConfigurationReading, origin: string, classAttribute = "class", defaultClassName?: string): unknown {
  const className = reading.attribute(element, classAttribute, origin) ?? defaultClassName;
  const report = reading.report(origin, element.position);
  if (className === undefined || className === "") {
    report.error(`Missing class name for <${element.name}>: expected an attribute "class"; it is left out.`);
    return undefined;
  }
  reading.draft.components.push({ kind, element: describeElement(element, (text) => reading.substituteForDisplay(text)) });
  const definition = reading.findComponent(kind, className, origin, element.position);
  if (definition === undefined) {
    return undefined;
  }
  const properties = reading.scope;
  readNestedProperties(element, reading, origin);
  const scope: BuildScope = {
    reading,
    properties,
    appenderNamed: (): undefined => {
      report.error(`<${element.name}> cannot refer to appenders; the reference is ignored.`);
    },
    claimFile: (): undefined => undefined,
  };
  return buildComponent(element, definition, scope, origin);
}
