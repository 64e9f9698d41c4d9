import { lastPart } from "../util/last-part.js";
import type { ComponentDefinition, ComponentKind } from "./component.js";

/** Before the end of a class name: a class that projects copy into packages of their own, under names of their own. */
const ANY = "*";

/**
 * The closed set of components that a configuration can name: the built-in ones and those that the application registered in code.
 *
 * A class name in a configuration is looked up here and nowhere else.
 */
export class ComponentRegistry {
  readonly #byKind = new Map<ComponentKind, Map<string, ComponentDefinition<unknown>>>();
  readonly #shortNames = new Map<ComponentKind, Map<string, ComponentDefinition<unknown>>>();
  readonly #endings = new Map<ComponentKind, Map<string, ComponentDefinition<unknown>>>();

  constructor(definitions: readonly ComponentDefinition<unknown>[] = []) {
    for (const definition of definitions) {
      this.register(definition);
    }
  }

  /**
   * Makes a component known under all its names; one that begins with `*` stands for every class whose name ends with the rest.
   *
   * @throws RangeError when one of its names is taken, so that nothing is ever replaced silently.
   */
  register(definition: ComponentDefinition<unknown>): void {
    const names = getOrMake(this.#byKind, definition.kind);
    const shortNames = getOrMake(this.#shortNames, definition.kind);
    const taken = definition.classNames.find((name) => names.has(name));
    if (taken !== undefined) {
      throw new RangeError(`registerComponent: the ${definition.kind} "${taken}" is registered already.`);
    }
    for (const name of definition.classNames) {
      if (name.startsWith(ANY)) {
        getOrMake(this.#endings, definition.kind).set(name.slice(ANY.length), definition);
        continue;
      }
      names.set(name, definition);
      const shortName = lastPart(name);
      // Several packages may have a class of the same short name; the one registered first keeps it.
      if (!shortNames.has(shortName)) {
        shortNames.set(shortName, definition);
      }
    }
  }

  /** @param className - With or without its package. */
  find(kind: ComponentKind, className: string): ComponentDefinition<unknown> | undefined {
    return this.#byKind.get(kind)?.get(className) ?? this.#shortNames.get(kind)?.get(className) ?? this.#findByEnding(kind, className);
  }

  /** Every name of a kind, with and without packages, for suggestions. */
  namesOf(kind: ComponentKind): readonly string[] {
    return [...new Set([...(this.#byKind.get(kind)?.keys() ?? []), ...(this.#shortNames.get(kind)?.keys() ?? [])])];
  }

  #findByEnding(kind: ComponentKind, className: string): ComponentDefinition<unknown> | undefined {
    for (const [ending, definition] of this.#endings.get(kind) ?? []) {
      if (className.endsWith(ending)) {
        return definition;
      }
    }
    return undefined;
  }

  /** The kinds under which a class name is known: tells that it stands in the wrong place. */
  kindsOf(className: string): readonly ComponentKind[] {
    return [...this.#byKind.keys()].filter((kind) => this.find(kind, className) !== undefined);
  }
}

function getOrMake<K, V>(maps: Map<K, Map<string, V>>, key: K): Map<string, V> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}
