import { resolved } from "./variables.js";

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** What it is made of; all of it may be missing. */
export interface OldComponentParts {
  readonly name?: string | undefined;
  /** A class, or the name of a plugin of Log4j 2. */
  readonly className: string;
  readonly line: number;
  readonly text?: string;
  readonly parameters?: readonly Parameter[];
  readonly children?: readonly OldComponent[];
  /** What `${name}` stands for; may be filled later. */
  readonly variables?: ReadonlyMap<string, string>;
}

/**
 * An appender, layout or filter of the configuration that is migrated.
 *
 * It knows which of its parameters were asked for, so that the rest can be told to the reader. Names of parameters match
 * in any letter case.
 */
export class OldComponent {
  /** As the file calls it: `appender`, `layout`, or the name of a plugin of Log4j 2. */
  readonly kind: string;
  readonly name: string;
  readonly className: string;
  /** Where it stands, from 1. */
  readonly line: number;
  readonly text: string;
  readonly children: readonly OldComponent[];
  readonly #parameters: Map<string, Parameter>;
  readonly #variables: ReadonlyMap<string, string>;

  constructor(kind: string, { name = "", className, line, text = "", parameters = [], children = [], variables = new Map() }: OldComponentParts) {
    this.kind = kind;
    this.name = name;
    this.className = className;
    this.line = line;
    this.text = text;
    this.children = children;
    this.#variables = variables;
    this.#parameters = new Map(parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  }

  /** The value of a parameter, which counts as carried over from now on; `undefined` if it is not given or empty. */
  take(name: string): string | undefined {
    return nothingIfEmpty(this.takeUntrimmed(name)?.trim());
  }

  /** As `take`, with the blanks and line ends around the value. */
  takeUntrimmed(name: string): string | undefined {
    const value = this.#parameters.get(name.toLowerCase())?.value;
    this.#parameters.delete(name.toLowerCase());
    // A property of Logback is never empty, so one that would be has no name there.
    return value === undefined ? undefined : nothingIfEmpty(resolved(value, this.#variables, (text) => text === ""));
  }

  /** As `take`, with what its variables stand for: for numbers, levels and words. */
  takeResolved(name: string): string | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : nothingIfEmpty(resolved(value, this.#variables).trim());
  }

  /** As `take`, with what those variables stand for that have a conversion word in them. */
  takePattern(name: string): string | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : resolved(value, this.#variables, (text) => text.includes("%"));
  }

  /** Whether a parameter says yes; it counts as carried over from now on. */
  takeBoolean(name: string, fallback: boolean): boolean {
    return (this.takeResolved(name)?.toLowerCase() ?? String(fallback)) === "true";
  }

  /** The line of a parameter, or of the component. */
  lineOf(name: string): number {
    return this.#parameters.get(name.toLowerCase())?.line ?? this.line;
  }

  /** Parameters that nobody asked for. */
  get leftovers(): readonly Parameter[] {
    return [...this.#parameters.values()];
  }
}

function nothingIfEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
