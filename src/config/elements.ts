import { appenderElement } from "./elements/appender.js";
import { conditionElement } from "./elements/condition.js";
import { contextListenerElement } from "./elements/context-listener.js";
import { contextNameElement } from "./elements/context-name.js";
import { controlElement } from "./elements/control.js";
import { conversionRuleElement } from "./elements/conversion-rule.js";
import { defineElement } from "./elements/define.js";
import { evaluatorElement } from "./elements/evaluator.js";
import { ifElement } from "./elements/if.js";
import { importElement } from "./elements/import.js";
import { includeElement } from "./elements/include.js";
import { loggerElement } from "./elements/logger.js";
import { propertiesConfiguratorElement } from "./elements/properties-configurator.js";
import { propertyElement } from "./elements/property.js";
import { removedElements } from "./elements/removed.js";
import { rootElement } from "./elements/root.js";
import { sequenceNumberGeneratorElement } from "./elements/sequence-number-generator.js";
import { shutdownHookElement } from "./elements/shutdown-hook.js";
import { springProfileElement } from "./elements/spring-profile.js";
import { springPropertyElement } from "./elements/spring-property.js";
import { statusListenerElement } from "./elements/status-listener.js";
import { timestampElement } from "./elements/timestamp.js";
import { turboFilterElement } from "./elements/turbo-filter.js";
import type { ElementHandler } from "./element-handler.js";
import { originOf, suggestion, type ConfigurationReading } from "./reading.js";
import type { XmlElement } from "./xml/parse.js";

/** Every element that may stand directly in `<configuration>`. */
const HANDLERS: readonly ElementHandler[] = [
  appenderElement,
  conditionElement,
  contextListenerElement,
  contextNameElement,
  controlElement,
  conversionRuleElement,
  defineElement,
  evaluatorElement,
  ifElement,
  importElement,
  includeElement,
  loggerElement,
  propertiesConfiguratorElement,
  propertyElement,
  rootElement,
  sequenceNumberGeneratorElement,
  shutdownHookElement,
  springProfileElement,
  springPropertyElement,
  statusListenerElement,
  timestampElement,
  turboFilterElement,
  ...removedElements,
];

/** Letter case of element names does not matter, as in Logback. */
const BY_NAME: ReadonlyMap<string, ElementHandler> = new Map(HANDLERS.flatMap((handler) => handler.names.map((name) => [name.toLowerCase(), handler])));

const NAMES: readonly string[] = HANDLERS.flatMap(({ names }) => names);

/** Elements that mean something, but inside others. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["appender-ref", "<root>, <logger> or an appender such as AsyncAppender"],
  ["configuration", "the file as its root, once"],
  ["else", "<if>"],
  ["encoder", "<appender>"],
  ["expression", "<condition>"],
  ["file", "<appender>"],
  ["filter", "<appender>"],
  ["included", "an included file as its root"],
  ["layout", "<encoder>"],
  ["level", "<root> or <logger>"],
  ["pattern", "<encoder>"],
  ["rollingpolicy", "<appender>"],
  ["sift", "a SiftingAppender"],
  ["then", "<if>"],
  ["triggeringpolicy", "<appender>"],
]);

/** Elements of Log4j 2, whose files begin with `<Configuration>` as well. */
const LOG4J_2: ReadonlySet<string> = new Set(["appenders", "loggers"]);

/** Reads children of `<configuration>` in their order. */
export function readElements(elements: readonly XmlElement[], reading: ConfigurationReading, origin: string): void {
  for (const child of elements) {
    const childOrigin = originOf(child, origin);
    const handler = BY_NAME.get(child.name.toLowerCase());
    if (handler === undefined) {
      const place = ELSEWHERE.get(child.name.toLowerCase());
      const hint = LOG4J_2.has(child.name.toLowerCase()) ? ' It belongs to Log4j 2: "logback migrate" prints a logback.xml for such a file.' : suggestion(child.name, NAMES);
      const report = reading.report(childOrigin, child.position);
      report.error(place === undefined ? `Ignoring unknown element <${child.name}>.${hint}` : `Ignoring <${child.name}>: it belongs in ${place}.`);
      continue;
    }
    const read = (): void => {
      if (handler.attributes !== "any") {
        reading.checkAttributes(child, handler.attributes, childOrigin);
      }
      for (const inner of handler.isLeaf === true ? child.children : []) {
        reading.report(childOrigin, inner.position).warn(`Ignoring <${inner.name}> in <${child.name}>, which holds no elements. Is the end of <${child.name}> in its place?`);
      }
      handler.read(child, reading, childOrigin);
    };
    if (handler.isLate === true) {
      reading.late.add(child, read);
    } else {
      read();
    }
  }
}
