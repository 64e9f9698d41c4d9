import type { Appender } from "../core/appender.js";
import { decideAll, type Filter } from "../core/filter.js";
import { Level } from "../core/level.js";
import type { Logger } from "../core/logger.js";
import { LoggingEvent, type LoggingEventInit } from "../core/logging-event.js";
import type { SourcePosition } from "../core/status.js";
import { childrenNamed, elementsOfLogger, textOf, withDescendants } from "./checks/search.js";
import { reachOf } from "./reach.js";
import { findAttribute } from "./reading.js";
import { isSecret, withoutSecrets } from "./secrets.js";
import type { SurveyedConfiguration } from "./survey.js";
import type { XmlElement } from "./xml.js";

/** What a configuration comes to. */
export interface Explanation {
  readonly contextName: string;
  /** All files that were read, the main one first. */
  readonly files: readonly string[];
  /** `undefined` when the file is not looked at again. */
  readonly scanPeriodMs: number | undefined;
  readonly properties: readonly ExplainedProperty[];
  readonly decisions: readonly ExplainedDecision[];
  /** Class names. */
  readonly turboFilters: readonly string[];
  /** Those that the file says something of: `ROOT` first, the others by name. */
  readonly loggers: readonly ExplainedLogger[];
  readonly appenders: readonly ExplainedAppender[];
}

/** A property that the configuration defines. */
export interface ExplainedProperty {
  readonly name: string;
  /** Variables replaced; `undefined` for what looks like a secret by its name. */
  readonly value: string | undefined;
  readonly scope: string;
  readonly position: SourcePosition | undefined;
}

/** What an `<if>` or `<springProfile>` came to. */
export interface ExplainedDecision {
  readonly what: string;
  readonly outcome: string;
  readonly position: SourcePosition | undefined;
}

/** A logger with what it inherits. */
export interface ExplainedLogger {
  readonly name: string;
  /** How many of these loggers it inherits from: 0 for the root. */
  readonly depth: number;
  readonly effectiveLevel: string;
  /** The logger that the level is written on: itself or one above. */
  readonly levelFrom: string;
  /** Where it is written; `undefined` for the level that the root has without a word. */
  readonly levelPosition: SourcePosition | undefined;
  readonly additive: boolean;
  readonly appenders: readonly { readonly name: string; readonly from: string }[];
}

/** An appender in use. */
export interface ExplainedAppender {
  readonly name: string;
  readonly className: string;
  readonly encoder: string | undefined;
  readonly pattern: string | undefined;
  /** Absolute paths; those of rolled files with the conversion words of their names. */
  readonly files: readonly string[];
  /** Class names. */
  readonly filters: readonly string[];
  /** Appenders that it hands events on to. */
  readonly behind: readonly string[];
  /** What it would print of an event, without the line end; `undefined` where it has no encoder. */
  readonly example: string | undefined;
  readonly position: SourcePosition | undefined;
}

/** Says what a configuration comes to; `event` is what the examples show. */
export function explainConfiguration(configuration: SurveyedConfiguration, event: LoggingEventInit): Explanation {
  const { reading, context } = configuration;
  return {
    contextName: context.name,
    files: filesRead(configuration),
    scanPeriodMs: reading.draft.scanPeriodMs,
    properties: [...configuration.properties].map(([name, { value, target, element }]) => ({ name, value: isSecret(name) ? undefined : value, scope: target, position: reading.placeOf(element.position) })),
    decisions: explainDecisions(configuration),
    turboFilters: context.turboFilters.map((filter) => filter.constructor.name),
    loggers: context.loggers.filter((logger) => isWritten(logger, configuration)).map((logger) => explainLogger(logger, configuration)),
    appenders: [...configuration.appenders.values()].map(({ appender, behind }) => explainAppender(appender, behind, configuration, event)),
  };
}

/** The element that gives a logger its own level. */
export function levelElement(configuration: SurveyedConfiguration, loggerName: string): XmlElement | undefined {
  return elementsOfLogger(configuration, loggerName).findLast((element) => findAttribute(element, "level") !== undefined || childrenNamed(element, "level").length > 0);
}

/** The logger whose level counts for another: itself or the nearest above that has one. */
export function levelSource(logger: Logger): Logger {
  return logger.level === undefined && logger.parent !== undefined ? levelSource(logger.parent) : logger;
}

/** The text that an appender would write of an event, without the line end. */
export function exampleOf(appender: Appender, event: LoggingEventInit, configuration: SurveyedConfiguration): string | undefined {
  const { encoder } = appender as { readonly encoder?: { encode?(event: LoggingEvent): string } };
  try {
    const text = encoder?.encode?.(LoggingEvent.of({ ...event, context: configuration.context })).replace(/\r?\n$/, "");
    return text === undefined ? undefined : withoutSecrets(configuration)(text);
  } catch {
    // A component of the application's own may do anything; there is no example then.
    return undefined;
  }
}

/** INFO, or the next level that the filters let pass. */
function levelThatPasses(filters: readonly Filter[], event: LoggingEventInit): Level {
  const levels = [Level.INFO, Level.WARN, Level.ERROR, Level.DEBUG, Level.TRACE];
  return levels.find((level) => decideAll(filters, LoggingEvent.of({ ...event, level })) !== "DENY") ?? Level.INFO;
}

function filesRead({ reading }: SurveyedConfiguration): string[] {
  return [...new Set([reading.file, ...reading.files.keys()])];
}

function explainDecisions({ decisions, reading }: SurveyedConfiguration): ExplainedDecision[] {
  return decisions.map(({ element, value, condition }) => {
    const position = reading.placeOf(element.position);
    if (element.name.toLowerCase() === "springprofile") {
      return { what: `springProfile ${findAttribute(element, "name")?.value ?? ""}`, outcome: value === undefined ? "empty" : value ? "active" : "not active", position };
    }
    const expression = condition === undefined ? (findAttribute(element, "condition")?.value ?? "") : textBelow(condition);
    return { what: `if ${expression}`.trim(), outcome: value === undefined ? "neither branch" : value ? "then" : "else", position };
  });
}

function textBelow(element: XmlElement): string {
  const texts = withDescendants(element).map(({ text }) => text.trim()).filter((text) => text !== "");
  return texts.join(" ");
}

function explainLogger(logger: Logger, configuration: SurveyedConfiguration): ExplainedLogger {
  const from = levelSource(logger);
  const element = levelElement(configuration, from.name);
  return {
    name: logger.name,
    depth: depthOf(logger, configuration),
    effectiveLevel: logger.effectiveLevel.name,
    levelFrom: from.name,
    levelPosition: element === undefined ? undefined : configuration.reading.placeOf(element.position),
    additive: logger.additive,
    appenders: reachOf(logger).map(({ appender, from: source }) => ({ name: appender.name, from: source.name })),
  };
}

/** A text as it was before its variables were found to be undefined. */
function withVariables(text: string): string {
  return text.replaceAll(/([^\s/\\]+?)_IS_UNDEFINED/g, "${$1}");
}

/** Whether files are named by a variable that only events define. */
function isSifting(elements: readonly XmlElement[]): boolean {
  return elements.some(({ name }) => name.toLowerCase() === "sift");
}

function isWritten({ name, parent }: Logger, { loggers }: SurveyedConfiguration): boolean {
  return parent === undefined || loggers.has(name);
}

function depthOf({ parent }: Logger, configuration: SurveyedConfiguration): number {
  return parent === undefined ? 0 : depthOf(parent, configuration) + (isWritten(parent, configuration) ? 1 : 0);
}

function explainAppender(appender: Appender, behind: readonly Appender[], configuration: SurveyedConfiguration, event: LoggingEventInit): ExplainedAppender {
  const { encoder, filters = [] } = appender as { readonly encoder?: { readonly pattern?: string; readonly layout?: object }; readonly filters?: readonly Filter[] };
  const draft = configuration.appenderDrafts.find(({ name }) => name === appender.name);
  const inside = draft === undefined ? [] : withDescendants(draft.element);
  const files = inside.filter(({ name }) => ["file", "filenamepattern"].includes(name.toLowerCase()));
  const layout = encoder?.layout;
  const pattern = encoder?.pattern ?? (layout as { readonly pattern?: string } | undefined)?.pattern;
  return {
    name: appender.name,
    className: draft?.className ?? appender.constructor.name,
    encoder: encoder === undefined ? undefined : layout === undefined || encoder.pattern !== undefined ? encoder.constructor.name : `${encoder.constructor.name} with ${layout.constructor.name}`,
    pattern: pattern === undefined ? undefined : withoutSecrets(configuration)(pattern),
    files: draft === undefined ? [] : files.map((element) => configuration.reading.resolvePath(isSifting(inside) ? withVariables(textOf(configuration, draft, element)) : textOf(configuration, draft, element))),
    filters: filters.map((filter) => filter.constructor.name),
    behind: behind.map(({ name }) => name),
    example: exampleOf(appender, { ...event, level: levelThatPasses(filters, event) }, configuration),
    position: draft === undefined ? undefined : configuration.reading.placeOf(draft.element.position),
  };
}
