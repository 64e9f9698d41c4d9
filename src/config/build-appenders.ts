import type { Appender } from "../core/appender.js";
import { buildComponent, type BuildScope } from "./build-component.js";
import type { AppenderDraft } from "./draft.js";
import { describeElement, type ElementDescription } from "./element-description.js";
import { elementSignature } from "./element-signature.js";
import { readSift } from "./elements/sift.js";
import { AppenderFiles, FileClaims } from "./file-claims.js";
import { findAttribute, originOf, suggestion, type ConfigurationReading } from "./reading.js";
import type { PropertyScope } from "./property-scope.js";
import type { XmlElement } from "./xml/parse.js";

const PRINTED_PROPERTY = /%[-.\d]*property\{\s*([^},\s]+)/g;

/** An appender with the text it was built from, by which a reload tells whether it changed. */
export interface BuiltAppender {
  readonly appender: Appender;
  /** Its element after substitution, those of the appenders it refers to, and what else of the file it may depend on. */
  readonly signature: string;
  /** Its element alone, for a comparison in words; `undefined` for one that the application made itself. */
  readonly description: ElementDescription | undefined;
  /** The appenders it refers to. */
  readonly behind: readonly Appender[];
  /** The files it took, and those that appenders take which it makes later. */
  readonly files: AppenderFiles;
  /** Whether it is running since an earlier configuration. */
  readonly adopted: boolean;
}

/**
 * Builds the appenders that are referred to, each once, and takes over those of the configuration before that did not change.
 */
export class AppenderBuilder {
  readonly #reading: ConfigurationReading;
  #previous: ReadonlyMap<string, BuiltAppender>;
  readonly #built = new Map<string, BuiltAppender | undefined>();
  readonly #inProgress = new Set<string>();
  readonly #claims = new FileClaims();

  constructor(reading: ConfigurationReading, previous: ReadonlyMap<string, BuiltAppender>) {
    this.#reading = reading;
    this.#previous = previous;
  }

  /** Built appenders by name, in the order in which they were finished. */
  get built(): ReadonlyMap<string, BuiltAppender> {
    return new Map([...this.#built].filter((entry): entry is [string, BuiltAppender] => entry[1] !== undefined));
  }

  /** Lets go of the configuration before: components may keep what they were built with, and with it this builder. */
  forgetPrevious(): void {
    this.#previous = new Map();
  }

  /** Takes an appender that the application made itself. */
  give(name: string, appender: Appender): void {
    this.#built.set(name, { appender, signature: `given:${name}`, description: undefined, behind: [], files: new AppenderFiles(this.#claims), adopted: appender.isStarted });
  }

  /** @param element - The reference, for statuses. */
  appenderNamed(name: string, element: XmlElement, origin: string): Appender | undefined {
    if (this.#built.has(name)) {
      return this.#built.get(name)?.appender;
    }
    const report = this.#reading.report(origin, element.position);
    const draft = this.#reading.draft.appenders.get(name);
    if (draft === undefined) {
      report.error(`Could not find an appender named [${name}]; the reference is ignored.${suggestion(name, [...this.#reading.draft.appenders.keys()])}`);
      return undefined;
    }
    if (this.#inProgress.has(name)) {
      report.error(`Appender [${name}] refers to itself, directly or through others; the reference is ignored.`);
      return undefined;
    }
    this.#inProgress.add(name);
    const built = this.#build(draft);
    this.#inProgress.delete(name);
    this.#built.set(name, built);
    return built?.appender;
  }

  /** What is built is in force: appenders that are made from now on compete for files with those of this configuration. */
  putInForce(): void {
    for (const { files } of this.built.values()) {
      files.moveTo(this.#claims);
    }
  }

  /** Says which appenders no logger refers to; they are not built, as in Logback. */
  reportUnreferenced(): void {
    for (const { name, element } of this.#reading.draft.appenders.values()) {
      if (!this.#built.has(name)) {
        this.#reading.report(originOf(element, "configuration"), element.position).warn(`Appender named [${name}] is not referenced; it is not made.`);
      }
    }
  }

  #build({ name, className, element, startScope, scope }: AppenderDraft): BuiltAppender | undefined {
    const origin = originOf(element, "configuration");
    const definition = this.#reading.findComponent("appender", className, origin, element.position);
    if (definition === undefined) {
      return undefined;
    }
    const signature = this.#signature(element, scope);
    const previous = this.#previous.get(name);
    if (previous?.signature === signature && previous.appender.isStarted && this.#keepsReferences(element, scope) && previous.files.claimAllIn(this.#claims)) {
      return { ...previous, adopted: true };
    }
    const files = new AppenderFiles(this.#claims);
    const behind: Appender[] = [];
    const buildScope: BuildScope = {
      reading: this.#reading,
      properties: startScope,
      appenderNamed: (reference, at, from) => {
        const referredTo = this.appenderNamed(reference, at, from);
        behind.push(...(referredTo === undefined ? [] : [referredTo]));
        return referredTo;
      },
      claimFile: (file, owner) => files.claim(file, owner),
      templateIn: (sift, at) => readSift(sift, { reading: this.#reading, properties: buildScope.properties, files, owner: name }, at),
    };
    const appender = buildComponent(element, definition, buildScope, origin) as Appender | undefined;
    const description = describeElement(element, (text) => this.#reading.substituteForDisplay(text, scope));
    return appender === undefined ? undefined : { appender, signature, description, behind, files, adopted: false };
  }

  /** Takes over the appenders that this one refers to; false when one of them has to be built anew, so that this one has to follow. */
  #keepsReferences(element: XmlElement, scope: PropertyScope): boolean {
    const references = element.children.filter(isReference);
    return references.every((child) => {
      const name = this.#nameReferredTo(child, scope);
      const isThere = this.#built.has(name) || (this.#reading.draft.appenders.has(name) && !this.#inProgress.has(name));
      return !isThere || this.appenderNamed(name, child, originOf(child, "configuration")) === this.#previous.get(name)?.appender;
    });
  }

  #signature(element: XmlElement, scope: PropertyScope): string {
    const more = (node: XmlElement): string | null => (isReference(node) ? this.#signatureOfReference(node, scope) : printedProperties(node, scope));
    return elementSignature(element, (text) => this.#reading.substituteSilently(text, scope), more) + this.#reading.surroundings;
  }

  #signatureOfReference(element: XmlElement, scope: PropertyScope): string | null {
    const name = this.#nameReferredTo(element, scope);
    const draft = this.#reading.draft.appenders.get(name);
    if (draft === undefined || this.#inProgress.has(name)) {
      return null;
    }
    this.#inProgress.add(name);
    const signature = this.#signature(draft.element, draft.scope);
    this.#inProgress.delete(name);
    return signature;
  }

  #nameReferredTo(element: XmlElement, scope: PropertyScope): string {
    return this.#reading.substituteSilently(findAttribute(element, "ref")?.value ?? "", scope);
  }
}

/** Values of what `%property{key}` in a pattern prints, as far as they are found where the appender stands and not in the context. */
function printedProperties({ text }: XmlElement, scope: PropertyScope): string | null {
  const keys = [...text.matchAll(PRINTED_PROPERTY)].map(([, key = ""]) => key);
  return keys.length === 0 ? null : JSON.stringify(keys.map((key) => scope.programProperty(key)));
}

function isReference({ name }: XmlElement): boolean {
  return name.toLowerCase() === "appender-ref";
}
