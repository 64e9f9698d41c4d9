import type { AppenderTemplate } from "./appender-factory.js";
import type { Appender } from "./appender.js";
import type { FilterReply } from "./filter.js";
import { Level } from "./level.js";
import { levelHint } from "./level-hint.js";
import type { LoggerContext } from "./logger-context.js";

/**
 * The places of a configuration that a component can fill.
 *
 * @public
 */
export type ComponentKind =
  | "appender"
  | "condition"
  | "contextListener"
  | "converter"
  | "discriminator"
  | "encoder"
  | "evaluator"
  | "filter"
  | "jsonProvider"
  | "layout"
  | "propertyDefiner"
  | "rollingPolicy"
  | "sequenceNumberGenerator"
  | "shutdownHook"
  | "statusListener"
  | "triggeringPolicy"
  | "turboFilter"
  | "value";

/**
 * Adds statuses that carry the place in the configuration they are about.
 *
 * @public
 */
export interface Report {
  info(message: string): void;
  warn(message: string): void;
  /** `cause` is the error behind it, where there is one. */
  error(message: string, cause?: unknown): void;
}

/**
 * Names something that the process hands to components without `core/` knowing its type.
 *
 * @public
 */
export interface ServiceKey<T> {
  readonly name: string;
  /** Never set; it only carries the type. */
  readonly type?: T;
}

/**
 * What a component may ask of the configuration it is built in.
 *
 * @public
 */
export interface ComponentEnvironment {
  readonly context: LoggerContext;
  /** The element's `name` attribute; empty where there is none. */
  readonly name: string;
  /** Class name as the configuration wrote it. */
  readonly className: string;
  /** Statuses about the component as a whole. */
  readonly report: Report;
  /**
   * Statuses about one property.
   *
   * @param offset - Characters from the start of the property's text to the place meant.
   */
  reportOn(property: string, offset?: number): Report;
  /** Whether the configuration has an element for the property, also where nothing could be made of it: what was to secure something must not be taken for missing. */
  readonly isWritten: (property: string) => boolean;
  /** The properties that elements gave values, one entry an element, in their order. */
  readonly order: readonly string[];
  /** Absolute path of a file that the configuration names. */
  readonly resolvePath: (path: string) => string;
  /** Absolute path of a resource: a file beside the configuration or in the package; `undefined` when there is none. */
  readonly resolveResource: (name: string) => string | undefined;
  /**
   * Takes a file for this appender.
   *
   * @returns The name of the appender that has it already, `undefined` when it is free.
   */
  claimFile(path: string): string | undefined;
  /** Whether the configuration asks for logged data to be made harmless wherever a component does not say otherwise. */
  readonly neutralise: boolean;
  /** A property, as `${name}` finds it where the component stands. */
  readonly property: (name: string) => string | undefined;
  /** A property of the program, one with the scope `system` of this configuration among them; neither a local one nor the environment's. */
  readonly programProperty: (name: string) => string | undefined;
  /** Components that the configuration defined under names of their own, such as evaluators. */
  named(kind: ComponentKind): ReadonlyMap<string, unknown>;
  /** Whether the configuration numbers events. */
  readonly numbersEvents: boolean;
  /** What the process offers under that key; `undefined` when it offers nothing. */
  service<T>(key: ServiceKey<T>): T | undefined;
}

/**
 * How one property of a component is read.
 *
 * @public
 */
export type Property<T> = TextProperty<T> | NestedProperty<T> | ReferenceProperty<T> | TemplateProperty<T>;

/**
 * A property that is the text of an element: `<file>app.log</file>`.
 *
 * @public
 */
export interface TextProperty<T> {
  readonly shape: "text";
  /** More than one element of the name is collected into a list. */
  readonly repeatable: boolean;
  /** Whether a missing element is an ERROR, and the component is left out. */
  readonly required: boolean;
  /** The value when the element is missing. */
  readonly fallback: T;
  /** An element without a text sets it to the empty text; else, as in Logback, such an element sets nothing. */
  readonly takesEmpty?: boolean;
  /** @returns `undefined` to use the fallback; what is wrong is reported. The text is trimmed. */
  parse(text: string, report: Report): unknown;
}

/**
 * A property that is a component of its own: `<encoder class="...">`.
 *
 * @public
 */
export interface NestedProperty<T> {
  readonly shape: "component";
  /** Whether every element of the name counts; otherwise the last one does. */
  readonly repeatable: boolean;
  /** Whether a missing element is an ERROR, and the component is left out. */
  readonly required: boolean;
  /** The value when the element is missing. */
  readonly fallback: T;
  readonly kind: ComponentKind;
  /** Used when the element has no `class` attribute. */
  readonly defaultClassName: string | undefined;
}

/**
 * A property that names appenders: `<appender-ref ref="FILE"/>`.
 *
 * @public
 */
export interface ReferenceProperty<T> {
  readonly shape: "reference";
  readonly repeatable: boolean;
  readonly required: boolean;
  readonly fallback: T;
}

/**
 * A property with an appender that is built later, as often as it is needed: `<sift>`.
 *
 * @public
 */
export interface TemplateProperty<T> {
  readonly shape: "template";
  readonly repeatable: boolean;
  readonly required: boolean;
  readonly fallback: T;
}

/**
 * The properties of a component by the names that their elements have.
 *
 * @public
 */
export type Properties = Readonly<Record<string, Property<unknown>>>;

/**
 * The values that a set of properties reads.
 *
 * @public
 */
export type PropertyValues<P extends Properties> = { readonly [K in keyof P]: P[K] extends { readonly fallback: infer T } ? T : never };

/**
 * Everything that a configuration needs to know of a component.
 *
 * @public
 */
export interface ComponentDefinition<T> {
  readonly kind: ComponentKind;
  /** Every name it answers to; the part behind the last dot works too. */
  readonly classNames: readonly string[];
  readonly properties: Properties;
  /** Properties that may also be written as attributes of the component's element; none unless given. */
  readonly attributes?: readonly string[];
  /** @returns `undefined` when the component must be left out; the reason is reported. */
  create(values: Readonly<Record<string, unknown>>, environment: ComponentEnvironment): T | undefined;
}

/**
 * Declares a component with values typed by its properties.
 *
 * @public
 */
export function defineComponent<const P extends Properties, T>(definition: {
  readonly kind: ComponentKind;
  readonly classNames: readonly string[];
  readonly properties: P;
  readonly attributes?: readonly (keyof P & string)[];
  create(values: PropertyValues<P>, environment: ComponentEnvironment): T | undefined;
}): ComponentDefinition<T> {
  return definition;
}

/**
 * What a property is when its element is missing.
 *
 * @public
 */
export interface PropertyOptions<T> {
  /** Whether a missing element is an ERROR, and the component is left out; false unless given. */
  readonly required?: boolean;
  /** The value when the element is missing; `undefined` unless given. */
  readonly fallback?: T;
}

/**
 * A property read by a function of one's own.
 *
 * @public
 */
export function textProperty<T>(
  parse: (text: string, report: Report) => T | undefined,
  options: PropertyOptions<T> & ({ readonly required: true } | { readonly fallback: T }),
): TextProperty<T>;
/**
 * A property read by a function of one's own; `undefined` when the element is missing.
 *
 * @public
 */
export function textProperty<T>(parse: (text: string, report: Report) => T | undefined, options?: PropertyOptions<T>): TextProperty<T | undefined>;
export function textProperty<T>(
  parse: (text: string, report: Report) => T | undefined,
  { required = false, fallback }: PropertyOptions<T> = {},
): TextProperty<T | undefined> {
  return { shape: "text", repeatable: false, required, fallback, parse };
}

/**
 * Text as it stands, without the white space around it.
 *
 * @public
 */
export function stringProperty(options: PropertyOptions<string> & ({ readonly required: true } | { readonly fallback: string })): TextProperty<string>;
/**
 * Text as it stands, without the white space around it; `undefined` when the element is missing.
 *
 * @public
 */
export function stringProperty(options?: PropertyOptions<string>): TextProperty<string | undefined>;
export function stringProperty(options: PropertyOptions<string> = {}): TextProperty<string | undefined> {
  return textProperty((text) => text, options);
}

/**
 * Every element of the name, in order.
 *
 * @public
 */
export function stringsProperty(): TextProperty<readonly string[]> {
  return { shape: "text", repeatable: true, required: false, fallback: [], parse: (text) => text };
}

/**
 * `true` or `false` in any letter case; for anything else a WARN and the fallback.
 *
 * @public
 */
export function booleanProperty(fallback: boolean): TextProperty<boolean> {
  return { ...optionalBooleanProperty(`${String(fallback)} is used`), fallback };
}

/** `true` or `false` in any letter case; for anything else a WARN, which ends with what happens `otherwise`, and `undefined`. */
export function optionalBooleanProperty(otherwise: string): TextProperty<boolean | undefined> {
  return textProperty((text, report) => {
    const word = text.toLowerCase();
    if (word === "true" || word === "false") {
      return word === "true";
    }
    report.warn(`"${text}" is neither true nor false; ${otherwise}.`);
    return undefined;
  });
}

/**
 * A whole number of Java's `int`; for anything else a WARN and the fallback.
 *
 * @public
 */
export function integerProperty(fallback: number): TextProperty<number> {
  return { ...optionalIntegerProperty(`${String(fallback)} is used`), fallback };
}

/** A whole number of Java's `int`; for anything else a WARN, which ends with what happens `otherwise`, and `undefined`. */
export function optionalIntegerProperty(otherwise: string): TextProperty<number | undefined> {
  return textProperty((text, report) => {
    const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= -2147483648 && value <= 2147483647) {
      return value;
    }
    report.warn(`"${text}" is not a whole number; ${otherwise}.`);
    return undefined;
  });
}

/**
 * A level's name; for any other word a WARN and DEBUG, which Logback uses silently.
 *
 * @public
 */
export function levelProperty(options: PropertyOptions<Level> & ({ readonly required: true } | { readonly fallback: Level })): TextProperty<Level>;
/**
 * A level's name; `undefined` when the element is missing.
 *
 * @public
 */
export function levelProperty(options?: PropertyOptions<Level>): TextProperty<Level | undefined>;
export function levelProperty(options: PropertyOptions<Level> = {}): TextProperty<Level | undefined> {
  return textProperty((text, report) => {
    const level = Level.parse(text);
    if (level === undefined) {
      report.warn(`"${text}" is not a level; DEBUG is used.${levelHint(text)}`);
    }
    return level ?? Level.DEBUG;
  }, options);
}

/**
 * `ACCEPT`, `NEUTRAL` or `DENY`, in capitals as in Logback; for anything else a WARN and the fallback.
 *
 * @public
 */
export function filterReplyProperty(fallback: FilterReply): TextProperty<FilterReply> {
  return textProperty((text, report) => {
    if (text === "ACCEPT" || text === "NEUTRAL" || text === "DENY") {
      return text;
    }
    report.warn(`"${text}" is not ACCEPT, NEUTRAL or DENY; ${fallback} is used.`);
    return undefined;
  }, { fallback });
}

/**
 * One nested component.
 *
 * @public
 */
export function componentProperty<T>(kind: ComponentKind, options: { readonly defaultClassName?: string; readonly required: true }): NestedProperty<T>;
/**
 * One nested component; `undefined` when the element is missing.
 *
 * @public
 */
export function componentProperty<T>(kind: ComponentKind, options?: { readonly defaultClassName?: string; readonly required?: boolean }): NestedProperty<T | undefined>;
export function componentProperty<T>(
  kind: ComponentKind,
  { defaultClassName, required = false }: { readonly defaultClassName?: string; readonly required?: boolean } = {},
): NestedProperty<T | undefined> {
  return { shape: "component", repeatable: false, required, fallback: undefined, kind, defaultClassName };
}

/**
 * Any number of nested components, in order.
 *
 * @public
 */
export function componentsProperty<T>(kind: ComponentKind, options: { readonly defaultClassName?: string } = {}): NestedProperty<readonly T[]> {
  return { shape: "component", repeatable: true, required: false, fallback: [], kind, defaultClassName: options.defaultClassName };
}

/**
 * The appenders that `<appender-ref ref="..."/>` elements name, in order.
 *
 * @public
 */
export function appenderRefsProperty(): ReferenceProperty<readonly Appender[]> {
  return { shape: "reference", repeatable: true, required: false, fallback: [] };
}

/**
 * An element with an appender that is built later, as often as it is needed: `<sift>`.
 *
 * @public
 */
export function appenderTemplateProperty(): TemplateProperty<AppenderTemplate | undefined> {
  return { shape: "template", repeatable: false, required: false, fallback: undefined };
}
