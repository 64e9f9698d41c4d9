import type { Level } from "../core/level.js";
import { isAtOrBelow, type LoggerWhitelist } from "./logger-whitelist.js";
import type { ScopeFilter } from "./scope-filter.js";

/** From which level on the loggers are traced for anybody at all: the calls of all others need not be looked at. */
export class TraceReach {
  /** The lowest level that any filter has for a name. */
  readonly #levels = new Map<string, number>();
  readonly #tracesAll: boolean;

  constructor(filters: readonly ScopeFilter[]) {
    this.#tracesAll = filters.some(({ isRestricted }) => !isRestricted);
    for (const { loggers } of filters) {
      for (const [name, { value }] of loggers) {
        this.#levels.set(name, Math.min(value, this.#levels.get(name) ?? value));
      }
    }
  }

  includes(logger: string, level: Level, whitelist: LoggerWhitelist): boolean {
    return whitelist.covers(logger) && (this.#tracesAll || [...this.#levels].some(([name, lowest]) => level.value >= lowest && isAtOrBelow(logger, name)));
  }

  equals(other: TraceReach): boolean {
    const { size } = this.#levels;
    return this.#tracesAll === other.#tracesAll && size === other.#levels.size && [...this.#levels].every(([name, lowest]) => other.#levels.get(name) === lowest);
  }
}
