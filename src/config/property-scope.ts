/** Where a property lives once it is defined. */
export type PropertyTarget = "local" | "context" | "system";

/** A property that a configuration defines. */
export interface OwnProperty {
  readonly value: string;
  readonly target: PropertyTarget;
}

/** Values outside the file, asked in this order when the file itself has none. */
export interface OuterProperties {
  /** Properties of the logger context, as they were before this configuration. */
  readonly context: ReadonlyMap<string, string>;
  /** Program properties: what Java gets by `-D`. */
  readonly program: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Name of the context at that moment; empty for none. */
  contextName(): string;
}

/** Always the name of the context. */
const CONTEXT_NAME = "CONTEXT_NAME";
/** Always the context's, in any letter case: neither the program nor the environment is asked, and the first value stays. */
export const HOSTNAME = "HOSTNAME";

/**
 * The properties known at one place of a configuration. Immutable: a later definition makes a new scope.
 *
 * Source: Logback manual, "Configuration", variable substitution; order of look-up: local, context, system, environment.
 */
export class PropertyScope {
  readonly outer: OuterProperties;
  readonly #local: ReadonlyMap<string, string>;
  readonly #context: ReadonlyMap<string, string>;
  readonly #system: ReadonlyMap<string, string>;

  constructor(
    outer: OuterProperties,
    local: ReadonlyMap<string, string> = new Map(),
    context: ReadonlyMap<string, string> = new Map(),
    system: ReadonlyMap<string, string> = new Map(),
  ) {
    this.outer = outer;
    this.#local = local;
    this.#context = context;
    this.#system = system;
  }

  with(key: string, value: string, target: PropertyTarget): PropertyScope {
    const name = target === "context" ? contextKey(key) : key;
    if (name === HOSTNAME && target === "context" && this.#context.has(HOSTNAME)) {
      return this;
    }
    const add = (map: ReadonlyMap<string, string>, wanted: PropertyTarget): ReadonlyMap<string, string> =>
      target === wanted ? new Map(map).set(name, value) : map;
    return new PropertyScope(this.outer, add(this.#local, "local"), add(this.#context, "context"), add(this.#system, "system"));
  }

  get(key: string): string | undefined {
    return key === CONTEXT_NAME ? this.#contextName() : this.#find(key);
  }

  #contextName(): string | undefined {
    const name = this.outer.contextName();
    return name === "" ? undefined : name;
  }

  #find(key: string): string | undefined {
    const name = contextKey(key);
    const own = this.#local.get(key) ?? this.#context.get(name) ?? this.outer.context.get(name);
    if (own !== undefined || name === HOSTNAME) {
      return own;
    }
    return this.programProperty(key) ?? (Object.hasOwn(this.outer.environment, key) ? this.outer.environment[key] : undefined);
  }

  /** A property of the program, or one of this configuration with the scope of the system. */
  programProperty(key: string): string | undefined {
    return this.#system.get(key) ?? this.outer.program.get(key);
  }

  /** What this configuration itself defines, as `${name}` finds it. */
  get own(): ReadonlyMap<string, OwnProperty> {
    const entriesOf = (map: ReadonlyMap<string, string>, target: PropertyTarget): (readonly [string, OwnProperty])[] => [...map].map(([name, value]) => [name, { value, target }] as const);
    return new Map([...entriesOf(this.#system, "system"), ...entriesOf(this.#context, "context"), ...entriesOf(this.#local, "local")]);
  }

  /** Properties that this configuration gives to the context. */
  get contextProperties(): ReadonlyMap<string, string> {
    return this.#context;
  }
}

function contextKey(key: string): string {
  return key.toUpperCase() === HOSTNAME ? HOSTNAME : key;
}
