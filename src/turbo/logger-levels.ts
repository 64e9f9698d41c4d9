import { ROOT_NAME } from "../core/logger-context.js";

/**
 * Levels by the name of a logger, each for the loggers below it too: `com.acme.Shop` is below `com.acme`, `com.acmeware` is
 * not, and `ROOT` in any letter case stands above all.
 *
 * However many names there are, only those that a logger itself has are looked up.
 */
export class LoggerLevels {
  readonly #levels = new Map<string, number>();
  /** No name is longer. */
  #longest = 0;

  get size(): number {
    return this.#levels.size;
  }

  /** The level that stands for this very name. */
  get(name: string): number | undefined {
    return this.#levels.get(loggerKey(name));
  }

  /** @param level - `undefined` takes the name out. */
  set(name: string, level: number | undefined): void {
    const key = loggerKey(name);
    if (level === undefined) {
      this.#levels.delete(key);
    } else {
      this.#levels.set(key, level);
      this.#longest = Math.max(this.#longest, key.length);
    }
  }

  /** The lowest of those that stand for a logger or for one above it; infinity where there is none. */
  lowestFor(logger: string): number {
    let lowest = this.#levels.get(ROOT_NAME) ?? Number.POSITIVE_INFINITY;
    // Longer beginnings cannot be there: loggers come by any name, and one of thousands of parts would take long.
    for (let end = logger.length <= this.#longest ? logger.length : logger.lastIndexOf(".", this.#longest); end >= 0; end = dotBefore(logger, end)) {
      lowest = Math.min(lowest, this.#levels.get(logger.slice(0, end)) ?? lowest);
    }
    return lowest;
  }
}

/** What a logger is known by here: `ROOT` has one name in every letter case. */
export function loggerKey(name: string): string {
  return name.toUpperCase() === ROOT_NAME ? ROOT_NAME : name;
}

/** `lastIndexOf` begins at 0 for a position before it. */
function dotBefore(name: string, end: number): number {
  return end === 0 ? -1 : name.lastIndexOf(".", end - 1);
}
