import type { Level } from "../core/level.js";
import { ROOT_NAME } from "../core/logger-context.js";
import { LoggerLevels, loggerKey } from "./logger-levels.js";
import type { LoggerWhitelist } from "./logger-whitelist.js";
import type { ScopeFilter } from "./scope-filter.js";

/**
 * From which level on the loggers are traced for anybody at all: the calls of all others need not be looked at.
 *
 * It counts what filters have, so that a change takes as long as the one filter is, however many there are.
 */
export class TraceReach {
  /** The lowest level that any filter has for a name. */
  readonly #lowest = new LoggerLevels();
  /** By name, how many filters have which level for it. */
  readonly #counts = new Map<string, Map<number, number>>();
  /** Filters of the whole whitelist. */
  #unrestricted = 0;
  /** For each name that was touched since, the lowest level there was when changes were last taken. */
  readonly #before = new Map<string, number | undefined>();
  #tracedAllBefore = false;

  add(filter: ScopeFilter): void {
    this.#count(filter, 1);
  }

  /** Of a filter that was added, before anything of it changes. */
  remove(filter: ScopeFilter): void {
    this.#count(filter, -1);
  }

  includes(logger: string, level: Level, whitelist: LoggerWhitelist): boolean {
    return whitelist.covers(logger) && (this.#unrestricted > 0 || level.value >= this.#lowest.lowestFor(logger));
  }

  /** The loggers of which, with all below, more or less is traced than when this was last asked. */
  takeChanges(): readonly string[] {
    const tracesAll = this.#unrestricted > 0;
    const touched = [...this.#before];
    this.#before.clear();
    if (tracesAll !== this.#tracedAllBefore) {
      this.#tracedAllBefore = tracesAll;
      return [ROOT_NAME];
    }
    return tracesAll ? [] : touched.filter(([name, lowest]) => this.#lowest.get(name) !== lowest).map(([name]) => name);
  }

  #count({ isRestricted, loggers }: ScopeFilter, change: 1 | -1): void {
    this.#unrestricted += isRestricted ? 0 : change;
    for (const [name, { value }] of loggers) {
      const key = loggerKey(name);
      if (!this.#before.has(key)) {
        this.#before.set(key, this.#lowest.get(key));
      }
      const counts = this.#counts.get(key) ?? new Map<number, number>();
      const count = (counts.get(value) ?? 0) + change;
      if (count === 0) {
        counts.delete(value);
      } else {
        counts.set(value, count);
      }
      if (counts.size === 0) {
        this.#counts.delete(key);
      } else {
        this.#counts.set(key, counts);
      }
      this.#lowest.set(key, counts.size === 0 ? undefined : Math.min(...counts.keys()));
    }
  }
}
