const REFERENCE = /\$\{([^${}:]+)(?::-[^${}]*)?\}/g;

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

/** The text with what its variables stand for, where that holds conversion words; other variables stay. */
export function withPatternVariables(text: string, values: ReadonlyMap<string, string>, underWay: ReadonlySet<string> = new Set()): string {
  return text.replace(REFERENCE, (reference, name: string) => {
    const value = values.get(name);
    if (value === undefined || underWay.has(name)) {
      return reference;
    }
    const expanded = withPatternVariables(value, values, new Set([...underWay, name]));
    return expanded.includes("%") ? expanded : reference;
  });
}
