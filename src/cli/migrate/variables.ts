/** A text does not grow beyond this, whatever its variables stand for. */
const MOST_CHARACTERS = 65_536;
const REFERENCE = /\$\{([^${}:]+)(?::-[^${}]*)?\}/g;

const WITH_VARIABLES = /^[^${}]*(?:\$\{[^${}]+\}[^${}]*)+$/;

/** Whether a text has `${name}` or `${name:-default}` in it, and no brace besides. */
export function hasVariables(text: string): boolean {
  return WITH_VARIABLES.test(text);
}

/** The text with the defaults of its variables in their places: `${name:-10}` is `10`. */
export function withDefaults(text: string): string {
  return text.replace(/\$\{[^${}:]+:-([^${}]*)\}/g, "$1");
}

/** The text in capital letters, but for one that has variables: their names count as they are written. */
export function inCapitals(text: string): string {
  return hasVariables(text) ? text : text.toUpperCase();
}

/** Those values that the texts refer to as `${name}`, each behind those that it refers to itself. */
export function variablesIn(texts: readonly string[], values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const underWay = new Set<string>();
  const follow = (text: string): void => {
    for (const [, name = ""] of text.matchAll(REFERENCE)) {
      const value = values.get(name);
      if (value !== undefined && !underWay.has(name)) {
        underWay.add(name);
        follow(value);
        found.set(name, value);
      }
    }
  };
  texts.forEach(follow);
  return found;
}

/**
 * The text with what its variables stand for; those that the file does not define stay.
 *
 * @param isWanted - whether to put that text in place of its variable; always unless given.
 */
export function resolved(text: string, values: ReadonlyMap<string, string>, isWanted: (expanded: string) => boolean = () => true): string {
  // Each variable is looked at once: those that are under way stand for themselves.
  const known = new Map<string, string>();
  const expand = (part: string): string =>
    part.replace(REFERENCE, (reference, name: string) => {
      const value = values.get(name);
      if (value === undefined) {
        return reference;
      }
      if (!known.has(name)) {
        known.set(name, reference);
        const expanded = expand(value);
        known.set(name, isWanted(expanded) && expanded.length <= MOST_CHARACTERS ? expanded : reference);
      }
      return known.get(name) ?? reference;
    });
  return expand(text);
}
