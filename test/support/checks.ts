import type { Check } from "../../src/config/checks/check.js";
import { surveyConfiguration, type SurveyedConfiguration } from "../../src/config/survey.js";
import { components, conversionWords } from "../../src/builtins.js";
import type { ComponentDefinition, ServiceKey } from "../../src/core/component.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { wordMap } from "../../src/pattern/word-map.js";

export interface SurveyedOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly baseDir?: string;
  /** Components beside the built-in ones. */
  readonly more?: readonly ComponentDefinition<unknown>[];
}

/** A configuration that was read and built and not started; fails when it cannot be used. */
export function surveyed(xml: string, { environment = {}, properties = {}, profiles, baseDir = "/srv/app", more = [] }: SurveyedOptions = {}): SurveyedConfiguration {
  const { configuration, statuses } = surveyConfiguration(
    { file: "logback.xml", baseDir, content: xml },
    {
      registry: new ComponentRegistry([...components, ...more]),
      services: new Map<ServiceKey<unknown>, unknown>([[CONVERSION_WORDS, wordMap(conversionWords)]]),
      programProperties: new Map(Object.entries(properties)),
      environment,
      profiles,
    },
  );
  if (configuration === undefined) {
    throw new Error(statuses.map(({ message }) => message).join("\n"));
  }
  return configuration;
}

/** `WARN 3:5 message` of everything that a check finds. */
export function found({ find }: Check, xml: string, options: SurveyedOptions = {}): string[] {
  return find(surveyed(xml, options)).map(({ level = "WARN", element, at = element.position, message }) => `${level} ${at.line}:${at.column} ${message}`);
}

/** A configuration with one appender in a line of its own, the second, and a root logger. */
export function withAppender(className: string, inside: string): string {
  return `<configuration>
<appender name="A" class="${className}">${inside}</appender>
<root level="INFO"><appender-ref ref="A"/></root></configuration>`;
}

/** The same with a console appender that prints by a pattern, which begins in the third line and the tenth column. */
export function withPattern(pattern: string): string {
  return withAppender("ConsoleAppender", `<encoder>\n<pattern>${pattern}</pattern></encoder>`);
}

/** The same with a rolling file appender that cannot be anything but read: its parts are what checks look at. */
export function withRolling(inside: string): string {
  return withAppender("RollingFileAppender", inside);
}
