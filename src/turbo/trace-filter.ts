import type { Level } from "../core/level.js";
import type { FilterReply, TurboFilter } from "../core/filter.js";
import type { Logger } from "../core/logger.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { Marker } from "../core/marker.js";
import type { MdcMap } from "../core/mdc.js";
import { LOGGER_WHITELIST, type TraceFilters, type TraceFilterView, type TraceMessage, type TraceOptions, type TraceScope } from "../core/trace-filters.js";
import { LoggerWhitelist } from "./logger-whitelist.js";
import type { ScopeFilter } from "./scope-filter.js";
import { checkNames, checkScope, loggerLevels, ttlMillis } from "./trace-arguments.js";
import { TraceIndex } from "./trace-index.js";
import { TraceReach } from "./trace-reach.js";
import { cleared, created, loggerAdded, loggerRefused, loggerRemoved, missing, removed, updated } from "./trace-messages.js";

const ORIGIN = { origin: "tracing" };

/** What was found out about one MDC map. Maps in no scope share one, so that to compare it is all that is done at a log call. */
class Verdict {
  /** The one of maps in no scope, at the time; another one when filters changed since. */
  readonly none: object;
  readonly filters: readonly ScopeFilter[];

  constructor(none: object, filters: readonly ScopeFilter[]) {
    this.none = none;
    this.filters = filters;
  }
}

/**
 * All trace filters of a logger context: within their scope, events are logged whatever the level of their logger is, `OFF`
 * included. Filters only ever add to what is logged; of several, one that lets an event through is enough.
 *
 * A logger is traced when the context property `com.openexchange.logging.filter.loggerWhitelist` names it or one above it.
 * The context asks this turbo filter only while there are filters, and before all others, so they survive a reload.
 *
 * Source: Open-Xchange, `com.openexchange.logging.filter.TurboFilterCache` and `ExtendedMDCFilter`.
 */
export class TraceFilter implements TurboFilter, TraceFilters {
  readonly ranking = 10;
  readonly ignoresCall = true;
  readonly #context: LoggerContext;
  readonly #index = new TraceIndex();
  #none: object = {};
  #reach = new TraceReach([]);
  #whitelist = new LoggerWhitelist(undefined);
  #whitelistText: string | undefined;

  constructor(context: LoggerContext) {
    this.#context = context;
  }

  decide(_marker: Marker | undefined, logger: Logger, level: Level): FilterReply {
    const mdc = logger.context.mdc.current;
    return mdc.traceVerdict !== this.#none && this.#isTraced(mdc, logger, level) ? "ACCEPT" : "NEUTRAL";
  }

  concerns(logger: Logger, level: Level): boolean {
    return this.#reach.includes(logger.name, level, this.#currentWhitelist());
  }

  /** Whether a log call made here and now is let through. */
  isTraced(logger: Logger, level: Level): boolean {
    return this.#index.size > 0 && this.decide(undefined, logger, level) === "ACCEPT";
  }

  add(scope: TraceScope, { loggers, ttl }: TraceOptions = {}): readonly TraceMessage[] {
    checkScope(scope);
    const levels = loggerLevels(loggers);
    const ttlMs = ttl === undefined ? undefined : ttlMillis(ttl);
    // The whitelist is in the configuration.
    this.#context.ensureConfigured();
    const known = this.#index.get(scope);
    const filter = known ?? this.#index.make(scope);
    const messages = [known === undefined ? created(scope) : updated(scope)];
    const whitelist = this.#currentWhitelist();
    filter.isRestricted ||= loggers !== undefined;
    for (const [name, level] of levels) {
      const isAllowed = whitelist.covers(name);
      messages.push(isAllowed ? loggerAdded(name, level) : loggerRefused(name));
      if (isAllowed) {
        filter.setLogger(name, level);
      }
    }
    filter.forgetThresholds();
    if (ttlMs !== undefined) {
      this.#limit(filter, ttlMs);
    }
    this.#changed();
    if (whitelist.isEmpty) {
      this.#context.statusManager.warn(`The context property [${LOGGER_WHITELIST}] names no logger, so nothing is traced. Name those that may be, with commas between; ROOT stands for all.`, ORIGIN);
    }
    return this.#said(messages);
  }

  remove(scope: TraceScope, loggers?: readonly string[]): readonly TraceMessage[] {
    checkScope(scope);
    checkNames(loggers);
    const filter = this.#index.get(scope);
    if (loggers === undefined || loggers.length === 0) {
      this.#take(filter === undefined ? [] : [filter]);
      return this.#said([removed(scope)]);
    }
    if (filter === undefined) {
      return this.#said([missing(scope)]);
    }
    for (const name of loggers) {
      filter.removeLogger(name);
    }
    if (filter.loggers.size === 0) {
      this.#take([filter]);
    }
    return this.#said(loggers.map((name) => loggerRemoved(name, scope)));
  }

  clear(): readonly TraceMessage[] {
    this.#take(this.#index.all());
    return this.#said([cleared()]);
  }

  list(): readonly TraceFilterView[] {
    return this.#index.all().map(({ name, scope, loggers, isRestricted, expiresAt }) => ({ name, scope, loggers: new Map(loggers), isRestricted, expiresAt }));
  }

  #isTraced(mdc: MdcMap, logger: Logger, level: Level): boolean {
    const { traceVerdict } = mdc;
    const filters = traceVerdict instanceof Verdict && traceVerdict.none === this.#none ? traceVerdict.filters : this.#filtersFor(mdc);
    if (filters.length === 0) {
      return false;
    }
    const whitelist = this.#currentWhitelist();
    return filters.some((filter) => filter.accepts(logger.name, level, whitelist));
  }

  #filtersFor(mdc: MdcMap): readonly ScopeFilter[] {
    const filters = this.#index.matching(mdc);
    mdc.traceVerdict = filters.length === 0 ? this.#none : new Verdict(this.#none, filters);
    return filters;
  }

  /** As the configuration in force has it. */
  #currentWhitelist(): LoggerWhitelist {
    const text = this.#context.getProperty(LOGGER_WHITELIST);
    if (text !== this.#whitelistText) {
      this.#whitelistText = text;
      this.#whitelist = new LoggerWhitelist(text);
      for (const filter of this.#index.all()) {
        filter.forgetThresholds();
      }
    }
    return this.#whitelist;
  }

  #limit(filter: ScopeFilter, ttlMs: number): void {
    clearTimeout(filter.timer);
    filter.expiresAt = this.#context.clock.now() + ttlMs;
    filter.timer = setTimeout(() => {
      this.#take([filter]);
      this.#context.statusManager.info(`${removed(filter.scope).text}, because its time is over.`, ORIGIN);
    }, ttlMs);
    filter.timer.unref();
  }

  #take(filters: readonly ScopeFilter[]): void {
    for (const filter of filters) {
      clearTimeout(filter.timer);
      this.#index.remove(filter);
    }
    if (filters.length > 0) {
      this.#changed();
    }
  }

  /** What was found out about MDC maps does not count any more. The context asks only while there are filters, and only about the loggers that they trace. */
  #changed(): void {
    this.#none = {};
    const reach = new TraceReach(this.#index.all());
    const isSame = reach.equals(this.#reach);
    this.#reach = reach;
    const isAsked = this.#context.turboFilters.includes(this);
    if (this.#index.size === 0) {
      this.#context.removeTurboFilter(this);
    } else if (!isAsked) {
      this.#context.addTurboFilter(this);
    } else if (!isSame) {
      this.#context.root.refresh();
    }
  }

  #said(messages: readonly TraceMessage[]): readonly TraceMessage[] {
    for (const { type, text } of messages) {
      this.#context.statusManager[type === "INFO" ? "info" : "warn"](text, ORIGIN);
    }
    return messages;
  }
}
