import { AsyncResource } from "node:async_hooks";
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
import { additionRemoved, cleared, created, endsWithFilter, loggerAdded, loggerRefused, loggerRemoved, missing, removed, updated } from "./trace-messages.js";

const ORIGIN = { origin: "tracing" };

/**
 * Where the time of filters runs: made in a request, a timer would keep what belongs to it, and end the filter in its scope.
 *
 * Said to be gone from the beginning: test runners that look for what is left open would name it.
 */
const TIMERS = new AsyncResource("LogbackTraceTimers", { requireManualDestroy: true }).emitDestroy();

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
  /** What was added for a time to a filter without an end, one for each scope. */
  readonly #additions = new TraceIndex();
  #none: object = {};
  readonly #reach = new TraceReach();
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
    return this.#isUsed && this.decide(undefined, logger, level) === "ACCEPT";
  }

  add(scope: TraceScope, { loggers, ttl }: TraceOptions = {}, onEnd?: (message: TraceMessage) => void): readonly TraceMessage[] {
    checkScope(scope);
    const levels = loggerLevels(loggers);
    const ttlMs = ttl === undefined ? undefined : ttlMillis(ttl);
    // The whitelist is in the configuration.
    this.#context.ensureConfigured();
    const index = ttlMs !== undefined && this.#isWithoutEnd(scope) ? this.#additions : this.#index;
    const messages = [this.#filtersOf(scope).length === 0 ? created(scope) : updated(scope)];
    const known = index.get(scope);
    const filter = known ?? index.make(scope);
    const whitelist = this.#currentWhitelist();
    if (known === undefined) {
      filter.isRestricted = loggers !== undefined;
    } else {
      this.#reach.remove(known);
      // What a call adds never takes away: loggers do not restrict a filter of the whole whitelist, and a new end changes only the end.
      filter.isRestricted &&= loggers !== undefined || ttl !== undefined;
    }
    for (const [name, level] of levels) {
      const isAllowed = whitelist.covers(name);
      messages.push(isAllowed ? loggerAdded(name, level) : loggerRefused(name));
      if (isAllowed) {
        filter.setLogger(name, level);
      }
    }
    filter.forgetThresholds();
    this.#reach.add(filter);
    if (ttlMs !== undefined) {
      this.#limit(filter, ttlMs, onEnd);
    } else if (filter.expiresAt !== undefined) {
      messages.push(endsWithFilter(filter.expiresAt));
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
    const filters = this.#filtersOf(scope);
    if (loggers === undefined || loggers.length === 0) {
      this.#take(filters);
      return this.#said([removed(scope)]);
    }
    if (filters.length === 0) {
      return this.#said([missing(scope)]);
    }
    for (const filter of filters.length === 1 ? filters : filters.filter((one) => loggers.some((name) => one.loggers.has(name)))) {
      this.#removeLoggers(filter, loggers);
    }
    return this.#said(loggers.map((name) => loggerRemoved(name, scope)));
  }

  clear(): readonly TraceMessage[] {
    this.#take(this.#all());
    return this.#said([cleared()]);
  }

  list(): readonly TraceFilterView[] {
    return this.#all().map(({ name, scope, loggers, isRestricted, expiresAt }) => ({ name, scope, loggers: new Map(loggers), isRestricted, expiresAt }));
  }

  get #isUsed(): boolean {
    return this.#index.size > 0 || this.#additions.size > 0;
  }

  #all(): readonly ScopeFilter[] {
    return [...this.#index.all(), ...this.#additions.all()];
  }

  #filtersOf(scope: TraceScope): readonly ScopeFilter[] {
    return [this.#index.get(scope), this.#additions.get(scope)].filter((filter) => filter !== undefined);
  }

  /** Whether there is a filter that stays, so that what is added for a time must not take it along. */
  #isWithoutEnd(scope: TraceScope): boolean {
    const filter = this.#index.get(scope);
    return filter === undefined ? this.#additions.get(scope) !== undefined : filter.expiresAt === undefined;
  }

  #removeLoggers(filter: ScopeFilter, loggers: readonly string[]): void {
    this.#reach.remove(filter);
    for (const name of loggers) {
      filter.removeLogger(name);
    }
    this.#reach.add(filter);
    if (filter.loggers.size === 0) {
      this.#take([filter]);
    } else {
      this.#changed();
    }
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
    // A timer comes late while the event loop is busy. Looked at here, once for each MDC, the clock costs log calls nothing.
    const found = this.#additions.size === 0 ? this.#index.matching(mdc) : [...this.#index.matching(mdc), ...this.#additions.matching(mdc)];
    const filters = found.some((filter) => this.#isOver(filter)) ? found.filter((filter) => !this.#isOver(filter)) : found;
    mdc.traceVerdict = filters.length === 0 ? this.#none : new Verdict(this.#none, filters);
    return filters;
  }

  #isOver({ expiresAt }: ScopeFilter): boolean {
    return expiresAt !== undefined && expiresAt <= this.#context.clock.now();
  }

  /** As the configuration in force has it. */
  #currentWhitelist(): LoggerWhitelist {
    const text = this.#context.getProperty(LOGGER_WHITELIST);
    if (text !== this.#whitelistText) {
      this.#whitelistText = text;
      this.#whitelist = new LoggerWhitelist(text);
      for (const filter of this.#all()) {
        filter.forgetThresholds();
      }
    }
    return this.#whitelist;
  }

  #limit(filter: ScopeFilter, ttlMs: number, onEnd: ((message: TraceMessage) => void) | undefined): void {
    clearTimeout(filter.timer);
    filter.onEnd = onEnd;
    filter.expiresAt = this.#context.clock.now() + ttlMs;
    const atEnd = (): void => {
      const { text } = this.#isAddition(filter) ? additionRemoved(filter.scope) : removed(filter.scope);
      this.#take([filter]);
      if (filter.onEnd === undefined) {
        this.#context.statusManager.info(`${text}, because its time is over.`, ORIGIN);
      } else {
        filter.onEnd({ type: "INFO", text: `${text}, because its time is over` });
      }
    };
    filter.timer = TIMERS.runInAsyncScope(() => setTimeout(atEnd, ttlMs));
    filter.timer.unref();
  }

  #isAddition(filter: ScopeFilter): boolean {
    return this.#additions.get(filter.scope) === filter;
  }

  #take(filters: readonly ScopeFilter[]): void {
    for (const filter of filters) {
      clearTimeout(filter.timer);
      (this.#isAddition(filter) ? this.#additions : this.#index).remove(filter);
      this.#reach.remove(filter);
    }
    if (filters.length > 0) {
      this.#changed();
    }
  }

  /** What was found out about MDC maps does not count any more. The context asks only while there are filters, and only about the loggers that they trace. */
  #changed(): void {
    this.#none = {};
    const changes = this.#reach.takeChanges();
    const isAsked = this.#context.turboFilters.includes(this);
    if (!this.#isUsed) {
      this.#context.removeTurboFilter(this);
    } else if (!isAsked) {
      this.#context.addTurboFilter(this);
    } else if (changes.length > 0) {
      // Mostly it is one name, and below it there are few loggers.
      const [first, ...others] = changes;
      const top = others.length > 0 || first === undefined ? this.#context.root : this.#context.findLogger(first);
      top?.refresh();
    }
  }

  #said(messages: readonly TraceMessage[]): readonly TraceMessage[] {
    for (const { type, text } of messages) {
      this.#context.statusManager[type === "INFO" ? "info" : "warn"](text, ORIGIN);
    }
    return messages;
  }
}
