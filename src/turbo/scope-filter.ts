import { Level } from "../core/level.js";
import type { TraceFilterView, TraceMessage, TraceScope } from "../core/trace-filters.js";
import { LoggerLevels } from "./logger-levels.js";
import type { LoggerWhitelist } from "./logger-whitelist.js";

/** One trace filter: from which level on it lets the events of each logger through, within its scope. */
export class ScopeFilter implements TraceFilterView {
  readonly name: string;
  readonly scope: TraceScope;
  isRestricted = false;
  expiresAt: number | undefined;
  /** Removes it when its time is over. */
  timer: NodeJS.Timeout | undefined;
  /** Is told of that. */
  onEnd: ((message: TraceMessage) => void) | undefined;
  readonly #loggers = new Map<string, Level>();
  /** By logger, worked out when it first logs within the scope. */
  readonly #thresholds = new Map<string, number>();
  /** The loggers, to be looked up; made when that is first wanted. */
  #levels: LoggerLevels | undefined;

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

  /** The whitelist, or what the filter traces, changed. */
  forgetThresholds(): void {
    this.#thresholds.clear();
    this.#levels = undefined;
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
    this.#levels ??= levelsOf(this.#loggers);
    return this.#levels.lowestFor(logger);
  }
}

/** `ROOT` may be there in several letter cases. */
function levelsOf(loggers: ReadonlyMap<string, Level>): LoggerLevels {
  const levels = new LoggerLevels();
  for (const [name, { value }] of loggers) {
    levels.set(name, Math.min(value, levels.get(name) ?? value));
  }
  return levels;
}
