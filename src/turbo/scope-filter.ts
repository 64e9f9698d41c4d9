import { Level } from "../core/level.js";
import type { TraceFilterView, TraceScope } from "../core/trace-filters.js";
import { isAtOrBelow, type LoggerWhitelist } from "./logger-whitelist.js";

/** One trace filter: from which level on it lets the events of each logger through, within its scope. */
export class ScopeFilter implements TraceFilterView {
  readonly name: string;
  readonly scope: TraceScope;
  isRestricted = false;
  expiresAt: number | undefined;
  /** Removes it when its time is over. */
  timer: NodeJS.Timeout | undefined;
  readonly #loggers = new Map<string, Level>();
  /** By logger, worked out when it first logs within the scope. */
  readonly #thresholds = new Map<string, number>();

  constructor(name: string, scope: TraceScope) {
    this.name = name;
    this.scope = scope;
  }

  get loggers(): ReadonlyMap<string, Level> {
    return this.#loggers;
  }

  setLogger(name: string, level: Level): void {
    this.#loggers.set(name, level);
    this.forgetThresholds();
  }

  removeLogger(name: string): void {
    this.#loggers.delete(name);
    this.forgetThresholds();
  }

  /** The whitelist changed. */
  forgetThresholds(): void {
    this.#thresholds.clear();
  }

  accepts(logger: string, level: Level, whitelist: LoggerWhitelist): boolean {
    let threshold = this.#thresholds.get(logger);
    if (threshold === undefined) {
      threshold = whitelist.covers(logger) ? this.#thresholdOf(logger) : Number.POSITIVE_INFINITY;
      this.#thresholds.set(logger, threshold);
    }
    return level.value >= threshold;
  }

  /** Any entry that fits is enough, so a second one never makes the filter stricter. */
  #thresholdOf(logger: string): number {
    if (!this.isRestricted) {
      return Level.ALL.value;
    }
    const fitting = [...this.#loggers].filter(([name]) => isAtOrBelow(logger, name));
    return Math.min(...fitting.map(([, level]) => level.value));
  }
}
