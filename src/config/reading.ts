import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { ComponentKind, ComponentDefinition, Report, ServiceKey } from "../core/component.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { ComponentRegistry } from "../core/registry.js";
import { newStatus, type SourcePosition, type StatusLevel } from "../core/status.js";
import { closest } from "../util/did-you-mean.js";
import { isInside } from "../util/is-inside.js";
import { lastPart } from "../util/last-part.js";
import { HIDDEN, isSecret } from "../util/secret-name.js";
import type { AllowedPackages } from "./allowed-packages.js";
import { classSuggestion } from "./class-suggestion.js";
import { digestOf, NO_CONTENT } from "./digest.js";
import { newDraft, type ConfigurationDraft } from "./draft.js";
import { elementSignature } from "./element-signature.js";
import { adviceFor } from "./foreign-classes.js";
import { HOSTNAME, type PropertyScope, type PropertyTarget } from "./property-scope.js";
import { LateElements } from "./late-elements.js";
import { shortened } from "./quoted-name.js";
import { SubstitutionError } from "./substitution/error.js";
import { substitute } from "./substitution/substitute.js";
import type { TextPosition } from "./text-position.js";
import type { XmlAttribute, XmlElement } from "./xml/parse.js";

/** Longest message of a status: a configuration may hold names and values of any length. */
const LONGEST_MESSAGE = 2000;

/** Attributes such as `xsi:schemaLocation` and `xml:lang`, which every element may carry. */
const FOR_XML_TOOLS = /^(?:xsi|xml):/;

/** What reading a configuration needs from outside. */
export interface ReadingOptions {
  readonly context: LoggerContext;
  readonly registry: ComponentRegistry;
  /** Path of the file, or a name such as `<text>`. */
  readonly file: string;
  /** Relative paths of the configuration start here. */
  readonly baseDir: string;
  /** Folders in which `resource` attributes are looked up. */
  readonly resourceDirs: readonly string[];
  readonly services: ReadonlyMap<ServiceKey<unknown>, unknown>;
  /** Active profiles of Spring Boot's dialect; none unless given. */
  readonly profiles?: readonly string[];
  /** Packages whose components the configuration may name; none unless given. */
  readonly packages?: AllowedPackages | undefined;
  /** Reads elements as children of `<configuration>`; handed in, because they themselves read such children. */
  readonly readElements: (elements: readonly XmlElement[], reading: ConfigurationReading, origin: string) => void;
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
  /** What is read when everything else is. */
  readonly late: LateElements = new LateElements();
  /** Properties as they are behind each `<property>` that stands inside another element. */
  readonly scopesBehind: WeakMap<XmlElement, PropertyScope> = new WeakMap();
  /** What the last `<condition>` said; `undefined` before the first, and when it could not be made. */
  condition: boolean | undefined = undefined;
  /** Digests of the files that the configuration was read from, the main one first; a change to any of them is a change of the configuration. */
  readonly files: Map<string, string> = new Map();
  /** The first included file that is no well-formed XML. */
  brokenFile: string | undefined = undefined;
  /** Real paths of the included files that are being read, outermost first. */
  readonly including: string[] = [];
  /** How many files were included so far. */
  includedFiles = 0;
  /** Active profiles of Spring Boot's dialect. */
  readonly profiles: readonly string[];
  /** Whether the configuration has used Spring Boot's dialect so far. */
  speaksSpring = false;
  #said: Set<string> | undefined;
  readonly #resourceDirs: readonly string[];
  /** Short class names by `<import>`; `undefined` while the file has none. */
  #imports: Map<string, string> | undefined;
  readonly #readElements: ReadingOptions["readElements"];
  readonly #services: ReadonlyMap<ServiceKey<unknown>, unknown>;
  readonly #packages: AllowedPackages | undefined;

  constructor({ context, registry, file, baseDir, resourceDirs, services, profiles = [], packages, readElements }: ReadingOptions, scope: PropertyScope) {
    this.context = context;
    this.registry = registry;
    this.file = file;
    this.baseDir = baseDir;
    this.#resourceDirs = resourceDirs;
    this.scope = scope;
    this.profiles = profiles;
    this.#services = services;
    this.#packages = packages;
    this.#readElements = readElements;
  }

  /** Reads elements that stand where children of `<configuration>` may: in an include, in a branch. */
  readChildren(elements: readonly XmlElement[], origin: string): void {
    this.#readElements(elements, this, origin);
  }

  /** Reads what was put off. */
  readLate(): void {
    this.late.readAll((text) => this.substituteSilently(text));
  }

  service<T>(key: ServiceKey<T>): T | undefined {
    return this.#services.get(key) as T | undefined;
  }

  /** @param content - `undefined` for a file that is missing: it may come. */
  addFile(file: string, content: Uint8Array | undefined): void {
    this.files.set(file, content === undefined ? NO_CONTENT : digestOf(content));
  }

  resolvePath(file: string): string {
    return path.resolve(this.baseDir, file);
  }

  /** Absolute path of a resource, which must lie inside one of the folders it is looked for in. */
  findResource(name: string): string | undefined {
    for (const folder of this.#resourceDirs) {
      const file = path.resolve(folder, name.replace(/^\/+/, ""));
      if (isInside(file, folder) && existsSync(file)) {
        return file;
      }
    }
    return undefined;
  }

  /** Makes the short name of a class stand for it; from then on other short names need an import too. */
  import(className: string): void {
    this.#imports ??= new Map();
    this.#imports.set(lastPart(className), className);
  }

  /** Defines a property from here on; in the local scope white space around the value is dropped, as in Logback. */
  define(name: string, value: string, target: PropertyTarget): void {
    this.scope = this.scope.with(name, target === "local" ? value.trim() : value, target);
  }

  /** The place as statuses name it; a configuration written in code has no lines, there the path of the element has to do. */
  placeOf({ file = this.file, line, column }: TextPosition): SourcePosition | undefined {
    return line === 0 ? undefined : { file, line, column };
  }

  /** Statuses that point to a place of the file. `origin` is the path of the element. */
  report(origin: string, position: TextPosition): Report {
    const at = this.placeOf(position);
    const add = (level: StatusLevel, message: string, cause?: unknown): void => {
      if (this.#isSaid(level, at)) {
        return;
      }
      const text = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}...` : message;
      this.context.statusManager.add(newStatus(level, text, { origin, position: at, cause }));
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

  /** Runs `act`, which is repeated, and says of each place only what `said` does not know yet. */
  sayingOnce<T>(said: Set<string>, act: () => T): T {
    const before = this.#said;
    this.#said = said;
    try {
      return act();
    } finally {
      this.#said = before;
    }
  }

  #isSaid(level: StatusLevel, at: SourcePosition | undefined): boolean {
    const said = this.#said;
    const key = `${level} ${at?.file ?? ""}:${String(at?.line)}:${String(at?.column)}`;
    if (said === undefined || !said.has(key)) {
      said?.add(key);
      return false;
    }
    return true;
  }

  /** Replaces `${name}`; what cannot be replaced is reported and left as it stands. */
  substitute(text: string, origin: string, position: TextPosition, scope: PropertyScope = this.scope): string {
    // A stray "}" or ":-" means something too: what follows it is dropped.
    if (!/[$}:]/.test(text)) {
      return text;
    }
    try {
      const { value, ignoredFromColumn } = substitute(text, (name) => scope.get(name) ?? this.#hostName(name));
      if (ignoredFromColumn !== undefined) {
        this.report(origin, position).warn(`What stands behind character ${ignoredFromColumn - 1} of the text is dropped, as in Logback: "}" and ":-" mean something only inside "\${...}".`);
      }
      return value;
    } catch (error) {
      if (!(error instanceof SubstitutionError)) {
        throw error;
      }
      this.report(origin, position).error(`${error.message}. The text is used as it stands.`);
      return text;
    }
  }

  /** The same without a word: for texts that are substituted elsewhere too. */
  substituteSilently(text: string, scope: PropertyScope = this.scope): string {
    return this.#substituteSilently(text, (name) => scope.get(name));
  }

  /** The same without the values of what is named like a secret: for texts that are shown. */
  substituteForDisplay(text: string, scope: PropertyScope = this.scope): string {
    return this.#substituteSilently(text, (name) => (isSecret(name) ? HIDDEN : scope.get(name)));
  }

  #substituteSilently(text: string, valueOf: (name: string) => string | undefined): string {
    try {
      return substitute(text, (name) => valueOf(name) ?? this.#hostName(name)).value;
    } catch (error) {
      if (!(error instanceof SubstitutionError)) {
        throw error;
      }
      return text;
    }
  }

  /** What appenders depend on besides their own elements: a change of it is a change of all of them. */
  get surroundings(): string {
    const { neutralise, sequenceNumbers, namedSignatures } = this.draft;
    return JSON.stringify([this.baseDir, neutralise, sequenceNumbers !== undefined, [...(this.#imports ?? [])], namedSignatures]);
  }

  /** Keeps a component under a name of its own, for others to refer to. */
  keepNamed(kind: ComponentKind, name: string, component: unknown, element: XmlElement): void {
    this.draft.named.set(kind, new Map(this.draft.named.get(kind)).set(name, component));
    this.draft.namedSignatures.push(elementSignature(element, (text) => this.substituteSilently(text)));
  }

  /** Like Logback, the first look-up of `HOSTNAME` makes it a property of the context. */
  #hostName(name: string): string | undefined {
    if (name.toUpperCase() !== HOSTNAME) {
      return undefined;
    }
    const host = os.hostname();
    this.define(HOSTNAME, host, "context");
    return host;
  }

  /** The attribute's value with `${name}` replaced; `undefined` when it is missing. */
  attribute(element: XmlElement, name: string, origin: string, scope: PropertyScope = this.scope): string | undefined {
    const attribute = findAttribute(element, name);
    return attribute === undefined ? undefined : this.substitute(attribute.value, origin, attribute.position, scope);
  }

  /**
   * Warns of every attribute that is not one of `known`, with a suggestion.
   *
   * @param inside - Names of elements that may stand in it: who wrote one of them as an attribute is told so.
   */
  checkAttributes(element: XmlElement, known: readonly string[], origin: string, inside: readonly string[] = []): void {
    for (const { name, position } of element.attributes) {
      if (!known.includes(name) && !FOR_XML_TOOLS.test(name)) {
        const hint = inside.includes(name) ? ` Write it as an element in it: <${name}>...</${name}>.` : suggestion(name, known);
        this.report(origin, position).warn(`Unknown attribute [${name}] of <${element.name}> is ignored.${hint}`);
      }
    }
  }

  /** The component of that class; an ERROR with a suggestion when there is none. */
  findComponent(kind: ComponentKind, className: string, origin: string, position: TextPosition): ComponentDefinition<unknown> | undefined {
    const isShort = !className.includes(".");
    const fullName = isShort ? (this.#imports?.get(className) ?? className) : className;
    const mayBeShort = this.#imports === undefined || fullName !== className;
    const definition = isShort && !mayBeShort ? undefined : this.registry.find(kind, fullName);
    const fromPackage = definition === undefined ? this.#packages?.find(kind, className) : undefined;
    if (fromPackage?.definition !== undefined) {
      return fromPackage.definition;
    }
    if (definition === undefined) {
      const elsewhere = this.registry.kindsOf(className);
      const advice = fromPackage?.problem ?? adviceFor(className);
      const hint = elsewhere.includes(kind)
        ? ` In a file with imports a short name needs one: <import class="..."/>.`
        : elsewhere.length > 0
          ? ` It is known as ${elsewhere.join(", ")}, not as ${kind}.`
          : advice === undefined
            ? classSuggestion(className, kind, this.registry.namesOf(kind))
            : ` ${advice}`;
      this.report(origin, position).error(`No ${kind} of class [${shortened(className)}] is known; it is left out.${hint}`, fromPackage?.cause);
    }
    return definition;
  }
}

/** The attribute as it is written: variables in it are not replaced. */
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
