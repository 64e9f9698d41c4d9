import type { AppenderTemplate } from "../core/appender-factory.js";
import type { ComponentDefinition, ComponentEnvironment, Property, Report, ServiceKey } from "../core/component.js";
import { referencedName } from "./appender-reference.js";
import { isProperty } from "./nested-properties.js";
import { propertyHint, propertyNamed } from "./property-names.js";
import { findAttribute, originOf, type ConfigurationReading } from "./reading.js";
import type { PropertyScope } from "./property-scope.js";
import type { TextPosition } from "./text-position.js";
import type { XmlElement } from "./xml/parse.js";

/** What a component inside an appender needs to know of the configuration around it. */
export interface BuildScope {
  readonly reading: ConfigurationReading;
  /** Properties as they are at the element that is being read; a `<property>` inside the component changes them. */
  properties: PropertyScope;
  /** The appender of that name, built if need be; reports when there is none. */
  appenderNamed(name: string, element: XmlElement, origin: string): unknown;
  /** What stands in `element`, to be built later; without it, nothing can be built later here. */
  readonly templateIn?: (element: XmlElement, origin: string) => AppenderTemplate | undefined;
  /** Takes a file for the appender `owner`; the name of the one that has it already. */
  readonly claimFile: (file: string, owner: string) => string | undefined;
}

/** Instead of a component whose class is not known. */
const UNKNOWN_CLASS = Symbol("unknown class");

/** Attributes that an element inside a component may carry. */
const COMPONENT_ATTRIBUTES = ["class", "name"];

/**
 * Builds a component from its element: nested elements become the values of its properties.
 *
 * Whatever is wrong becomes a status at its place, and the rest is still built. Attributes are the caller's to check.
 *
 * @returns `undefined` when the component has to be left out.
 */
export function buildComponent(element: XmlElement, definition: ComponentDefinition<unknown>, scope: BuildScope, origin: string): unknown {
  const { reading } = scope;
  const values = new Map<string, unknown>();
  const positions = new Map<string, XmlElement>();
  const order: string[] = [];
  const pending = [...element.children];
  for (let at = 0; at < pending.length; at++) {
    const child = withoutParam(pending[at] as XmlElement, reading, origin);
    if (isProperty(child)) {
      scope.properties = reading.scopesBehind.get(child) ?? scope.properties;
      continue;
    }
    const key = propertyNamed(child.name, definition);
    if (key === undefined) {
      const hint = propertyHint(child.name, definition, reading.registry);
      reading.report(origin, child.position).warn(`Ignoring unknown property [${child.name}] in [${definition.classNames[0] ?? definition.kind}].${hint}`);
      continue;
    }
    positions.set(key, child);
    const property = definition.properties[key] as Property<unknown>;
    const value = readProperty(property, child, scope, originOf(child, origin));
    if (value === UNKNOWN_CLASS) {
      // As in Logback, what stands in it is taken for this component's where it has such a property: the layout in an unknown encoder.
      pending.splice(at + 1, 0, ...child.children.filter(({ name }) => propertyNamed(name, definition) !== undefined));
    } else if (value !== undefined) {
      order.push(key);
      values.set(key, property.repeatable ? [...((values.get(key) as unknown[] | undefined) ?? []), value] : value);
    }
  }
  const report = reading.report(origin, element.position);
  for (const [key, property] of Object.entries(definition.properties)) {
    if (!values.has(key)) {
      // A nested component that was written but could not be built has been reported where it stands.
      if (property.required && !(property.shape === "component" && positions.has(key))) {
        report.error(`<${key}> is required in [${definition.classNames[0] ?? definition.kind}]; the ${definition.kind} is left out.`);
      }
      if (property.required) {
        return undefined;
      }
      values.set(key, property.fallback);
    }
  }
  return create(element, definition, Object.fromEntries(values), scope, { origin, report, positions, order });
}

/** `<param name="file" value="app.log"/>`, from before Logback 1.0, stands for `<file>app.log</file>`. */
function withoutParam(element: XmlElement, reading: ConfigurationReading, origin: string): XmlElement {
  const name = findAttribute(element, "name");
  const value = findAttribute(element, "value");
  if (element.name.toLowerCase() !== "param" || name === undefined || value === undefined) {
    return element;
  }
  // Not the value, which may be a secret.
  reading.report(origin, element.position).warn(`<${element.name}> is deprecated; write <${name.value}>...</${name.value}>.`);
  return { ...element, name: name.value, attributes: [], text: value.value, textPosition: value.position };
}

interface Place {
  readonly origin: string;
  readonly report: Report;
  readonly positions: ReadonlyMap<string, XmlElement>;
  readonly order: readonly string[];
}

function create(
  element: XmlElement,
  definition: ComponentDefinition<unknown>,
  values: Readonly<Record<string, unknown>>,
  { reading, properties, claimFile }: BuildScope,
  { origin, report, positions, order }: Place,
): unknown {
  const attribute = (name: string): string => {
    const found = element.attributes.find((candidate) => candidate.name === name);
    return found === undefined ? "" : reading.substitute(found.value, origin, found.position, properties);
  };
  const name = attribute("name");
  const environment: ComponentEnvironment = {
    context: reading.context,
    name,
    className: attribute("class"),
    report,
    reportOn: (property, offset = 0) => {
      const at = positions.get(property);
      return at === undefined ? report : reading.report(originOf(at, origin), placeInText(at, offset));
    },
    isWritten: (property) => positions.has(property),
    order,
    resolvePath: (file) => reading.resolvePath(file),
    resolveResource: (resource) => reading.findResource(resource),
    claimFile: (file) => claimFile(file, name),
    neutralise: reading.draft.neutralise,
    property: (key) => properties.get(key),
    programProperty: (key) => properties.programProperty(key),
    named: (kind) => reading.draft.named.get(kind) ?? new Map<string, unknown>(),
    numbersEvents: reading.draft.sequenceNumbers !== undefined,
    service: <T>(key: ServiceKey<T>) => reading.service(key),
  };
  try {
    return definition.create(values, environment);
  } catch (cause) {
    report.error(`The ${definition.kind} [${definition.classNames[0] ?? ""}] could not be made; it is left out.`, cause);
    return undefined;
  }
}

function readProperty(property: Property<unknown>, element: XmlElement, scope: BuildScope, origin: string): unknown {
  const { reading } = scope;
  switch (property.shape) {
    case "text": {
      reading.checkAttributes(element, COMPONENT_ATTRIBUTES, origin);
      if (element.textPosition === undefined && property.takesEmpty !== true) {
        return undefined;
      }
      const position = element.textPosition ?? element.position;
      const text = reading.substitute(element.text, origin, position, scope.properties).trim();
      return property.parse(text, reading.report(origin, position));
    }
    case "reference": {
      const name = referencedName(element, reading, origin, scope.properties);
      return name === undefined ? undefined : scope.appenderNamed(name, element, origin);
    }
    case "template":
      if (scope.templateIn === undefined) {
        reading.report(origin, element.position).error(`<${element.name}> cannot stand here; it is left out.`);
      }
      return scope.templateIn?.(element, origin);
    case "component": {
      const written = reading.attribute(element, "class", origin, scope.properties);
      const className = written === undefined || written.trim() === "" ? property.defaultClassName : written;
      if (className === undefined) {
        reading.checkAttributes(element, COMPONENT_ATTRIBUTES, origin);
        reading.report(origin, element.position).error(`Expected an attribute "class" that names the ${property.kind}; <${element.name}> is left out.`);
        return undefined;
      }
      const definition = reading.findComponent(property.kind, className, origin, element.position);
      const { attributes = [] } = definition ?? {};
      reading.checkAttributes(element, [...COMPONENT_ATTRIBUTES, ...attributes], origin, Object.keys(definition?.properties ?? {}));
      return definition === undefined ? UNKNOWN_CLASS : buildComponent(withAttributesAsElements(element, attributes), definition, scope, origin);
    }
  }
}

/** `<customField name="a" value="b"/>` with the attribute `value` as `<value>b</value>` in it. */
function withAttributesAsElements(element: XmlElement, names: readonly string[]): XmlElement {
  const written = element.attributes.filter(({ name }) => names.includes(name));
  const children = written.map(({ name, value, position }): XmlElement => ({ ...element, name, attributes: [], children: [], text: value, textPosition: position }));
  return children.length === 0 ? element : { ...element, children: [...children, ...element.children] };
}

/** The place `offset` characters into an element's trimmed text; exact as long as no reference or variable stands before it. */
function placeInText(element: XmlElement, offset: number): TextPosition {
  const start = element.textPosition ?? element.position;
  const before = element.text.trimStart().slice(0, offset);
  const lineBreaks = before.split("\n").length - 1;
  return lineBreaks === 0 ? { ...start, column: start.column + offset } : { ...start, line: start.line + lineBreaks, column: before.length - before.lastIndexOf("\n") };
}
