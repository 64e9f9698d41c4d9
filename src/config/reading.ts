import path from "node:path";
import type { ComponentKind, ComponentDefinition, Report, ServiceKey } from "../core/component.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { ComponentRegistry } from "../core/registry.js";
import { newStatus, type SourcePosition, type StatusLevel } from "../core/status.js";
import { closest } from "../util/did-you-mean.js";
import { newDraft, type ConfigurationDraft } from "./draft.js";
import type { PropertyScope } from "./property-scope.js";
import { substitute } from "./substitute.js";
import { SubstitutionError } from "./substitution-error.js";
import type { TextPosition } from "./text-position.js";
import type { XmlAttribute, XmlElement } from "./xml.js";

/** What reading a configuration needs from outside. */
export interface ReadingOptions {
  readonly context: LoggerContext;
  readonly registry: ComponentRegistry;
  /** Path of the file, or a name such as `<text>`. */
  readonly file: string;
  /** Relative paths of the configuration start here. */
  readonly baseDir: string;
  readonly services: ReadonlyMap<ServiceKey<unknown>, unknown>;
}

/**
 * One pass over a configuration file: what was found so far, and how to say what is wrong with it.
 *
 * Element handlers read from it and add to its draft.
 */
export class ConfigurationReading {
  readonly context: LoggerContext;
  readonly registry: ComponentRegistry;
  readonly draft: ConfigurationDraft = newDraft();
  readonly file: string;
  readonly baseDir: string;
  scope: PropertyScope;
  readonly #services: ReadonlyMap<ServiceKey<unknown>, unknown>;

  constructor({ context, registry, file, baseDir, services }: ReadingOptions, scope: PropertyScope) {
    this.context = context;
    this.registry = registry;
    this.file = file;
    this.baseDir = baseDir;
    this.scope = scope;
    this.#services = services;
  }

  service<T>(key: ServiceKey<T>): T | undefined {
    return this.#services.get(key) as T | undefined;
  }

  resolvePath(file: string): string {
    return path.resolve(this.baseDir, file);
  }

  /** Statuses that point to a place of the file. `origin` is the path of the element. */
  report(origin: string, position: TextPosition): Report {
    // A configuration written in code has no lines; the path of the element is the place.
    const at: SourcePosition | undefined = position.line === 0 ? undefined : { file: this.file, ...position };
    const add = (level: StatusLevel, message: string, cause?: unknown): void => {
      this.context.statusManager.add(newStatus(level, message, { origin, position: at, cause }));
    };
    return {
      info: (message) => {
        add("INFO", message);
      },
      warn: (message) => {
        add("WARN", message);
      },
      error: (message, cause) => {
        add("ERROR", message, cause);
      },
    };
  }

  /** Replaces `${name}`; what cannot be replaced is reported and left as it stands. */
  substitute(text: string, origin: string, position: TextPosition, scope: PropertyScope = this.scope): string {
    if (!text.includes("$") && !text.includes("\\")) {
      return text;
    }
    try {
      return substitute(text, (name) => scope.get(name)).value;
    } catch (error) {
      if (!(error instanceof SubstitutionError)) {
        throw error;
      }
      this.report(origin, position).error(`${error.message} The text is used as it stands.`);
      return text;
    }
  }

  /** The attribute's value with `${name}` replaced; `undefined` when it is missing. */
  attribute(element: XmlElement, name: string, origin: string): string | undefined {
    const attribute = findAttribute(element, name);
    return attribute === undefined ? undefined : this.substitute(attribute.value, origin, attribute.position);
  }

  /** Warns of every attribute that is not one of `known`, with a suggestion. */
  checkAttributes(element: XmlElement, known: readonly string[], origin: string): void {
    for (const { name, position } of element.attributes) {
      if (!known.includes(name)) {
        this.report(origin, position).warn(`Unknown attribute [${name}] of <${element.name}> is ignored.${suggestion(name, known)}`);
      }
    }
  }

  /** The component of that class; an ERROR with a suggestion when there is none. */
  findComponent(kind: ComponentKind, className: string, origin: string, position: TextPosition): ComponentDefinition<unknown> | undefined {
    const definition = this.registry.find(kind, className);
    if (definition === undefined) {
      const elsewhere = this.registry.kindsOf(className);
      const hint = elsewhere.length > 0 ? ` It is known as ${elsewhere.join(", ")}, not as ${kind}.` : suggestion(className, this.registry.namesOf(kind));
      this.report(origin, position).error(`No ${kind} of class [${className}] is known; it is left out.${hint}`);
    }
    return definition;
  }
}

export function findAttribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** ` Did you mean "x"?`, or nothing. */
export function suggestion(name: string, candidates: readonly string[]): string {
  const near = closest(name, candidates);
  return near === undefined ? "" : ` Did you mean "${near}"?`;
}

/** `parent/element`, with the element's name attribute where it has one. */
export function originOf(element: XmlElement, parent: string): string {
  const name = findAttribute(element, "name")?.value;
  return `${parent}/${element.name}${name === undefined ? "" : `[${name}]`}`;
}
