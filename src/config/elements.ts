import { appenderElement } from "./elements/appender.js";
import { conversionRuleElement } from "./elements/conversion-rule.js";
import { contextNameElement } from "./elements/context-name.js";
import { loggerElement } from "./elements/logger.js";
import { propertyElement } from "./elements/property.js";
import { rootElement } from "./elements/root.js";
import { statusListenerElement } from "./elements/status-listener.js";
import { turboFilterElement } from "./elements/turbo-filter.js";
import { originOf, suggestion, type ConfigurationReading } from "./reading.js";
import type { ElementHandler } from "./element-handler.js";
import type { XmlElement } from "./xml.js";

/** Every element that may stand directly in `<configuration>`. */
const HANDLERS: readonly ElementHandler[] = [
  appenderElement,
  contextNameElement,
  conversionRuleElement,
  loggerElement,
  propertyElement,
  rootElement,
  statusListenerElement,
  turboFilterElement,
];

/** Letter case of element names does not matter, as in Logback. */
const BY_NAME: ReadonlyMap<string, ElementHandler> = new Map(HANDLERS.flatMap((handler) => handler.names.map((name) => [name.toLowerCase(), handler])));

/** Reads the children of `<configuration>` in their order. */
export function readElements(parent: XmlElement, reading: ConfigurationReading, origin: string): void {
  for (const child of parent.children) {
    const childOrigin = originOf(child, origin);
    const handler = BY_NAME.get(child.name.toLowerCase());
    if (handler === undefined) {
      reading.report(childOrigin, child.position).error(`Ignoring unknown element <${child.name}>.${suggestion(child.name, [...BY_NAME.keys()])}`);
      continue;
    }
    reading.checkAttributes(child, handler.attributes, childOrigin);
    handler.read(child, reading, childOrigin);
  }
}
