import type { Appender } from "../core/appender.js";
import type { XmlElement } from "./xml.js";

/** @public */
export type CodeValue = string | number | boolean | ComponentSettings | readonly CodeValue[];

/**
 * A component: its class, and its properties by the names they have in `logback.xml`.
 *
 * @public
 */
export interface ComponentSettings {
  readonly class?: string;
  readonly [property: string]: CodeValue | undefined;
}

/** @public */
export interface LoggerOptions {
  readonly level?: string | { readonly name: string };
  /** Names of appenders. */
  readonly appenders?: readonly string[];
  readonly additive?: boolean;
}

/**
 * A configuration written in code, with the words of `logback.xml`.
 *
 * @public
 */
export interface CodeConfiguration {
  readonly contextName?: string;
  /** By name: settings with a `class`, or an appender made by the application. */
  readonly appenders?: Readonly<Record<string, ComponentSettings | Appender>>;
  readonly loggers?: Readonly<Record<string, LoggerOptions>>;
  readonly root?: LoggerOptions;
  readonly turboFilters?: readonly ComponentSettings[];
  readonly statusListeners?: readonly ComponentSettings[];
}

const NOWHERE = { line: 0, column: 0 };

/** The tree that the same configuration would have as a file; appenders made by the application are not in it. */
export function elementsFromCode(configuration: CodeConfiguration): { readonly root: XmlElement; readonly given: readonly Appender[] } {
  const { contextName, appenders = {}, loggers = {}, root, turboFilters = [], statusListeners = [] } = configuration;
  const given = Object.values(appenders).filter(isAppender);
  const children = [
    ...(contextName === undefined ? [] : [element("contextName", {}, [], contextName)]),
    ...statusListeners.map((settings) => component("statusListener", settings)),
    ...turboFilters.map((settings) => component("turboFilter", settings)),
    ...Object.entries(appenders).flatMap(([name, settings]) => (isAppender(settings) ? [] : [component("appender", settings, { name })])),
    ...Object.entries(loggers).map(([name, options]) => logger("logger", options, { name })),
    ...(root === undefined ? [] : [logger("root", root, {})]),
  ];
  return { root: element("configuration", {}, children), given };
}

function logger(tag: string, { level, appenders = [], additive }: LoggerOptions, attributes: Readonly<Record<string, string>>): XmlElement {
  const references = appenders.map((ref) => element("appender-ref", { ref }));
  return element(
    tag,
    {
      ...attributes,
      ...(level === undefined ? {} : { level: typeof level === "string" ? level : level.name }),
      ...(additive === undefined ? {} : { additivity: String(additive) }),
    },
    references,
  );
}

function component(tag: string, { class: className, ...properties }: ComponentSettings, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  const children = Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : property(name, value)));
  return element(tag, { ...attributes, ...(className === undefined ? {} : { class: className }) }, children);
}

function property(name: string, value: CodeValue): XmlElement[] {
  if (Array.isArray(value)) {
    return (value as readonly CodeValue[]).flatMap((item) => property(name, item));
  }
  return typeof value === "object" ? [component(name, value as ComponentSettings)] : [element(name, {}, [], String(value))];
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlElement[] = [], text = ""): XmlElement {
  return {
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, value, position: NOWHERE })),
    children,
    text,
    position: NOWHERE,
  };
}

function isAppender(value: ComponentSettings | Appender): value is Appender {
  return typeof (value as { doAppend?: unknown }).doAppend === "function";
}
