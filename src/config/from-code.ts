import type { Appender } from "../core/appender.js";
import type { XmlElement } from "./xml/parse.js";

/**
 * What a property may be set to in code: a text, a number or a boolean as it would stand in the XML, a nested component, or a
 * list, which stands for as many elements of the name.
 *
 * @public
 */
export type CodeValue = string | number | boolean | ComponentSettings | readonly CodeValue[];

/**
 * A component: its class, and its properties by the names they have in `logback.xml`.
 *
 * @public
 */
export interface ComponentSettings {
  /** Its class name, whole or the part behind the last dot; may be missing where the property has a default class. */
  readonly class?: string;
  readonly [property: string]: CodeValue | undefined;
}

/**
 * What a configuration in code says of one logger.
 *
 * @public
 */
export interface LoggerOptions {
  /** A name such as `INFO`, or a level; inherited from the logger above unless given, by `root` DEBUG. */
  readonly level?: string | { readonly name: string };
  /** Names of appenders. */
  readonly appenders?: readonly string[];
  /** Whether events also go to the appenders of the loggers above; true unless given. */
  readonly additive?: boolean;
}

/**
 * A configuration written in code, with the words of `logback.xml`.
 *
 * @public
 */
export interface CodeConfiguration {
  /** What `%contextName` prints; `default` unless given. */
  readonly contextName?: string;
  /** By name: settings with a `class`, or an appender made by the application. */
  readonly appenders?: Readonly<Record<string, ComponentSettings | Appender>>;
  /** By name. */
  readonly loggers?: Readonly<Record<string, LoggerOptions>>;
  readonly root?: LoggerOptions;
  readonly turboFilters?: readonly ComponentSettings[];
  readonly statusListeners?: readonly ComponentSettings[];
}

const NOWHERE = { line: 0, column: 0 };

/** The tree that the same configuration would have as a file; appenders made by the application are not in it. */
export function elementsFromCode(configuration: CodeConfiguration): { readonly root: XmlElement; readonly given: ReadonlyMap<string, Appender> } {
  const { contextName, appenders, loggers, root, turboFilters, statusListeners, ...unknown } = configuration;
  const given = new Map<string, Appender>();
  const settingsOf = ([name, settings]: readonly [string, ComponentSettings | Appender]): readonly XmlElement[] => {
    if (isAppender(settings)) {
      given.set(name, settings);
      return [];
    }
    return [component("appender", settings, { name })];
  };
  const children = [
    ...(isNothing(contextName) ? [] : [element("contextName", {}, [], contextName)]),
    ...listOf(statusListeners).map((settings) => component("statusListener", settings)),
    ...listOf(turboFilters).map((settings) => component("turboFilter", settings)),
    ...entriesOf(appenders).flatMap(settingsOf),
    ...entriesOf(loggers).map(([name, options]) => logger("logger", options, { name })),
    ...(isNothing(root) ? [] : [logger("root", root, {})]),
    // Reported like an unknown element of a file.
    ...Object.keys(unknown).map((name) => element(name, {})),
  ];
  return { root: element("configuration", {}, children), given };
}

function logger(tag: string, { level, appenders, additive, ...unknown }: LoggerOptions, attributes: Readonly<Record<string, string>>): XmlElement {
  const references = listOf(appenders).map((ref) => element("appender-ref", { ref }));
  return element(
    tag,
    {
      ...attributes,
      ...(isNothing(level) ? {} : { level: typeof level === "object" ? level.name : level }),
      ...(isNothing(additive) ? {} : { additivity: additive }),
      // Reported like an unknown attribute of a file.
      ...Object.fromEntries(Object.keys(unknown).map((name) => [name, ""])),
    },
    references,
  );
}

/** JavaScript callers give one thing where a list is expected, or nothing. */
function listOf<T>(given: readonly T[] | T | null | undefined): readonly T[] {
  return isNothing(given) ? [] : Array.isArray(given) ? (given as readonly T[]) : [given as T];
}

function component(tag: string, { class: className, ...properties }: ComponentSettings, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  const children = entriesOf(properties).flatMap(([name, value]) => (isNothing(value) ? [] : property(name, value)));
  return element(tag, { ...attributes, ...(className === undefined ? {} : { class: className }) }, children);
}

function property(name: string, value: CodeValue): XmlElement[] {
  if (Array.isArray(value)) {
    return (value as readonly CodeValue[]).flatMap((item) => property(name, item));
  }
  return typeof value === "object" ? [component(name, value as ComponentSettings)] : [element(name, {}, [], value)];
}

function element(name: string, attributes: Readonly<Record<string, unknown>>, children: readonly XmlElement[] = [], text?: string | number | boolean): XmlElement {
  return {
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, value: String(value), position: NOWHERE })),
    children,
    position: NOWHERE,
    // With a place an empty text is one too, which an element of a file cannot have.
    ...(text === undefined ? { text: "" } : { text: String(text), textPosition: NOWHERE }),
  };
}

function entriesOf<T>(values: Readonly<Record<string, T>> | null | undefined): readonly (readonly [name: string, value: T])[] {
  return Object.entries(values ?? {}).filter(([, value]) => !isNothing(value));
}

/** JavaScript callers give `null` too. */
function isNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isAppender(value: ComponentSettings | Appender): value is Appender {
  return typeof (value as { doAppend?: unknown } | null)?.doAppend === "function";
}
