import type { ComponentDefinition } from "../../core/component.js";
import { buildComponent } from "../build-component.js";
import type { ConfigurationReading } from "../reading.js";
import type { XmlElement } from "../xml/parse.js";
import { relaxedProperty } from "./relaxed-property.js";

/** Folder of the resources that Spring Boot brings along. */
export const BOOT_FOLDER = "org/springframework/boot/logging/logback/";

const BOOT_PACKAGE = "org.springframework.boot.logging.logback";

/** Conversion words of the dialect. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["clr", `${BOOT_PACKAGE}.ColorConverter`],
  ["correlationId", `${BOOT_PACKAGE}.CorrelationIdConverter`],
  ["esb", `${BOOT_PACKAGE}.EnclosedInSquareBracketsConverter`],
  ["wex", `${BOOT_PACKAGE}.WhitespaceThrowableProxyConverter`],
  ["wEx", `${BOOT_PACKAGE}.ExtendedWhitespaceThrowableProxyConverter`],
]);

/**
 * Program properties that Spring Boot sets from properties of the application.
 *
 * Source: Spring Boot, "Logging", custom log configuration.
 */
const PROPERTIES: ReadonlyMap<string, string> = new Map([
  ["CONSOLE_LOG_CHARSET", "logging.charset.console"],
  ["CONSOLE_LOG_PATTERN", "logging.pattern.console"],
  ["CONSOLE_LOG_THRESHOLD", "logging.threshold.console"],
  ["FILE_LOG_CHARSET", "logging.charset.file"],
  ["FILE_LOG_PATTERN", "logging.pattern.file"],
  ["FILE_LOG_THRESHOLD", "logging.threshold.file"],
  ["LOGBACK_ROLLINGPOLICY_CLEAN_HISTORY_ON_START", "logging.logback.rollingpolicy.clean-history-on-start"],
  ["LOGBACK_ROLLINGPOLICY_FILE_NAME_PATTERN", "logging.logback.rollingpolicy.file-name-pattern"],
  ["LOGBACK_ROLLINGPOLICY_MAX_FILE_SIZE", "logging.logback.rollingpolicy.max-file-size"],
  ["LOGBACK_ROLLINGPOLICY_MAX_HISTORY", "logging.logback.rollingpolicy.max-history"],
  ["LOGBACK_ROLLINGPOLICY_TOTAL_SIZE_CAP", "logging.logback.rollingpolicy.total-size-cap"],
  ["APPLICATION_NAME", "spring.application.name"],
  ["APPLICATION_GROUP", "spring.application.group"],
  ["LOG_CORRELATION_PATTERN", "logging.pattern.correlation"],
  ["LOG_DATEFORMAT_PATTERN", "logging.pattern.dateformat"],
  ["LOG_EXCEPTION_CONVERSION_WORD", "logging.exception-conversion-word"],
  ["LOG_FILE", "logging.file.name"],
  ["LOG_LEVEL_PATTERN", "logging.pattern.level"],
  ["LOG_PATH", "logging.file.path"],
]);

/** Whether elements use Spring Boot's dialect somewhere. */
export function usesSpringDialect(elements: readonly XmlElement[]): boolean {
  return elements.some(({ name, attributes, children }) => {
    const word = name.toLowerCase();
    return (
      word === "springprofile" ||
      word === "springproperty" ||
      (word === "include" && attributes.some((attribute) => attribute.name === "resource" && attribute.value.startsWith(BOOT_FOLDER))) ||
      usesSpringDialect(children)
    );
  });
}

/** Makes known what Spring Boot makes known before it reads a configuration: its conversion words and program properties. Once a file. */
export function useSpringDialect(reading: ConfigurationReading): void {
  if (reading.speaksSpring) {
    return;
  }
  reading.speaksSpring = true;
  const { outer } = reading.scope;
  const values = new Map([...PROPERTIES].map(([name, source]) => [name, relaxedProperty(source, outer)]));
  const folder = values.get("LOG_PATH");
  // As in Spring Boot: a name wins over a folder.
  values.set("LOG_FILE", values.get("LOG_FILE") ?? (folder === undefined ? undefined : `${folder}/spring.log`));
  for (const [name, value] of values) {
    if (value !== undefined && !outer.program.has(name)) {
      reading.define(name, value, "system");
    }
  }
  const converters = new Map([...WORDS].flatMap(([word, className]) => {
    const definition = reading.registry.find("converter", className);
    return definition === undefined ? [] : [[word, made(definition, reading)] as const];
  }));
  // What the file binds itself wins.
  reading.draft.named.set("converter", new Map([...converters, ...(reading.draft.named.get("converter") ?? [])]));
}

function made(definition: ComponentDefinition<unknown>, reading: ConfigurationReading): unknown {
  const element: XmlElement = { name: "conversionRule", attributes: [], children: [], text: "", position: { line: 0, column: 0 } };
  const scope = { reading, properties: reading.scope, appenderNamed: (): undefined => undefined, claimFile: (): undefined => undefined };
  return buildComponent(element, definition, scope, "configuration/conversionRule");
}
