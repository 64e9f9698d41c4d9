import { appenderElement } from "./elements/appender.js";
import { conditionElement } from "./elements/condition.js";
import { contextListenerElement } from "./elements/context-listener.js";
import { contextNameElement } from "./elements/context-name.js";
import { conversionRuleElement } from "./elements/conversion-rule.js";
import { defineElement } from "./elements/define.js";
import { evaluatorElement } from "./elements/evaluator.js";
import { ifElement } from "./elements/if.js";
import { importElement } from "./elements/import.js";
import { includeElement } from "./elements/include.js";
import { loggerElement } from "./elements/logger.js";
import { propertyElement } from "./elements/property.js";
import { removedElements } from "./elements/removed.js";
import { rootElement } from "./elements/root.js";
import { sequenceNumberGeneratorElement } from "./elements/sequence-number-generator.js";
import { shutdownHookElement } from "./elements/shutdown-hook.js";
import { statusListenerElement } from "./elements/status-listener.js";
import { timestampElement } from "./elements/timestamp.js";
import { turboFilterElement } from "./elements/turbo-filter.js";
import type { ElementHandler } from "./element-handler.js";
import { originOf, suggestion, type ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml.js";

/** Every element that may stand directly in `<configuration>`. */
const HANDLERS: readonly ElementHandler[] = [
  appenderElement,
  conditionElement,
  contextListenerElement,
  contextNameElement,
  conversionRuleElement,
  defineElement,
  evaluatorElement,
  ifElement,
  importElement,
  includeElement,
  loggerElement,
  propertyElement,
  rootElement,
  sequenceNumberGeneratorElement,
  shutdownHookElement,
  statusListenerElement,
  timestampElement,
  turboFilterElement,
  ...removedElements,
];

/** Letter case of element names does not matter, as in Logback. */
const BY_NAME: ReadonlyMap<string, ElementHandler> = new Map(HANDLERS.flatMap((handler) => handler.names.map((name) => [name.toLowerCase(), handler])));

/** Reads children of `<configuration>` in their order. */
export function readElements(elements: readonly XmlElement[], reading: ConfigurationReading, origin: string): void {
  for (const child of elements) {
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
