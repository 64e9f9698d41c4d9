import type { AppenderFactory } from "../core/appender-factory.js";
import type { Appender, AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { appenderTemplateProperty, componentProperty, componentsProperty, defineComponent, textProperty, type ComponentDefinition } from "../core/component.js";
import type { Discriminator } from "../core/discriminator.js";
import type { Filter } from "../core/filter.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import type { Marker } from "../core/marker.js";
import { newStatus } from "../core/status.js";
import { DURATION_EXPECTED, formatDuration, parseDuration } from "../util/duration.js";
import { safeValue } from "./sifting/safe-value.js";
import { StoppingAppenders } from "./sifting/stopping-appenders.js";
import { TrackedAppenders, type Removal, type TrackedAppender } from "./sifting/tracked-appenders.js";

const DEFAULT_TIMEOUT_MS = 30 * 60 * 1_000;
/** How many there are at one time where nothing else is configured: each may have a file open. */
const DEFAULT_MAX_APPENDERS = 512;
/** Java's largest `int`. A configuration that repeats this default means the default. */
const LOGBACK_DEFAULT = 2_147_483_647;
/** Longer values are told apart by their hash, so that no long text is kept for each. */
const LONGEST_KEPT_VALUE = 256;
const LONGEST_SHOWN_VALUE = 100;
/** Its events say that no more of their value will come. */
const FINALIZE_SESSION = "FINALIZE_SESSION";
/** How often it is said that there is no appender for a value. */
const MAX_UNMADE_SAID = 4;

/**
 * What a {@link SiftingAppender} is made of.
 *
 * @public
 */
export interface SiftingAppenderOptions {
  /** Without one the appender cannot be started. */
  readonly discriminator: Discriminator | undefined;
  /** Without one the appender cannot be started. */
  readonly factory: AppenderFactory | undefined;
  /** Milliseconds without an event after which an appender is stopped; half an hour unless given. */
  readonly timeoutMs?: number;
  /** Appenders at one time; for one more, the one used longest ago is stopped. 512 unless given, and for Logback's default, 2147483647. */
  readonly maxAppenderCount?: number;
  readonly filters?: readonly Filter[];
}

/**
 * Sends events to appenders that it makes itself, one for each value of a discriminator: a log file for each user.
 *
 * Values become safe names first, see `safeValue`. An appender is stopped, and its file closed, when it had no event for
 * `timeoutMs`, when there are too many, and ten seconds after the last event that had, or referred to, the marker
 * `FINALIZE_SESSION`. The next event of its value makes a new one. Logback has no limit of its own to their number.
 *
 * Its counters add up those of all appenders it made; an event that a filter of theirs denied counts as written.
 *
 * Source: Logback manual, "Appenders", SiftingAppender.
 *
 * @public
 */
export class SiftingAppender extends BaseAppender {
  readonly discriminator: Discriminator | undefined;
  readonly timeoutMs: number;
  readonly maxAppenderCount: number;
  readonly #factory: AppenderFactory | undefined;
  readonly #tracked: TrackedAppenders;
  readonly #stopping: StoppingAppenders;
  readonly #batch: TrackedAppender[] = [];
  #batching = false;
  #handedOn = 0;
  #unmade = 0;
  #made = 0;
  readonly #removed: Record<Removal, number> = { timeout: 0, limit: 0, "end of session": 0, failure: 0 };
  #unmadeSaid = 0;

  constructor(name: string, context: LoggerContext, { discriminator, factory, timeoutMs = DEFAULT_TIMEOUT_MS, maxAppenderCount = DEFAULT_MAX_APPENDERS, filters = [] }: SiftingAppenderOptions) {
    super(name, context, filters);
    this.discriminator = discriminator;
    this.#factory = factory;
    this.timeoutMs = timeoutMs;
    this.maxAppenderCount = maxAppenderCount === LOGBACK_DEFAULT ? DEFAULT_MAX_APPENDERS : maxAppenderCount;
    this.#stopping = new StoppingAppenders(factory, (appender, cause) => {
      context.statusManager.error(`The appender [${appender.name}] could not be stopped; its last events may be missing.`, { origin: name, cause });
    });
    this.#tracked = new TrackedAppenders({
      timeoutMs,
      maxCount: this.maxAppenderCount,
      make: (value) => this.#make(value),
      onRemoved: (tracked, why) => {
        this.#leave(tracked, why);
      },
    });
  }

  /** The appenders that are there now, in the order in which they were made. */
  get appenders(): readonly Appender[] {
    return this.#tracked.all.flatMap(({ appender }) => appender ?? []);
  }

  /** Has its appenders write what they hold back, now. */
  drain(): void {
    for (const appender of this.appenders) {
      appender.drain?.();
    }
  }

  /** Closes the files of its appenders and opens their paths anew. */
  reopen(): void {
    for (const appender of this.appenders) {
      appender.reopen?.();
    }
  }

  override beginBatch(): void {
    this.#batching = true;
  }

  override endBatch(): void {
    this.#batching = false;
    for (const tracked of this.#batch) {
      tracked.inBatch = false;
      tracked.appender?.endBatch?.();
    }
    this.#batch.length = 0;
  }

  protected override open(): void {
    if (this.discriminator === undefined) {
      throw new Error("Missing discriminator: expected a <discriminator>.");
    }
    if (this.discriminator.isStarted === false) {
      throw new Error("The discriminator has not started successfully.");
    }
    if (this.#factory === undefined) {
      throw new Error("There is nothing to make appenders from: expected a <sift> with one <appender>.");
    }
  }

  protected append(event: LoggingEvent): void {
    // It is there: without one the appender does not start.
    const value = this.discriminator?.getDiscriminatingValue(event) ?? "";
    const { timestamp, markers } = event;
    const endsSession = markers.length > 0 && markers.some(isEndOfSession);
    const tracked = this.#tracked.use(value.length <= LONGEST_KEPT_VALUE ? value : safeValue(value), timestamp, endsSession);
    this.#tracked.removeStale(timestamp);
    if (tracked?.appender?.isStarted !== true) {
      this.#unmade++;
      this.#sayUnmade(value);
      return;
    }
    if (this.#batching && !tracked.inBatch) {
      tracked.inBatch = true;
      this.#batch.push(tracked);
      tracked.appender.beginBatch?.();
    }
    tracked.appender.doAppend(event);
    this.#handedOn++;
  }

  protected override close(): void | Promise<void> {
    this.endBatch();
    const { appenders } = this;
    this.#tracked.clear();
    for (const appender of appenders) {
      this.#stopping.stop(appender);
    }
    const { timeout, limit, failure } = this.#removed;
    const parts = [`${appenders.length} at the end`, `${timeout} after ${formatDuration(this.timeoutMs)} without events`, `${limit} to make room for others`, `${this.#removed["end of session"]} at the end of their session`, `${failure} that could not be started`];
    this.context.statusManager.info(`${this.#made} appenders were made for values of [${this.discriminator?.key ?? ""}]; stopped: ${parts.join(", ")}.`, { origin: this.name });
    return this.#stopping.settled;
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    const nested = [...this.appenders.map(({ counters }) => counters), ...this.#stopping.counters];
    const queued = nested.reduce((sum, each) => sum + each.queued, 0);
    const dropped = nested.reduce((sum, each) => sum + each.dropped, this.#stopping.dropped);
    return { written: this.#handedOn - queued - dropped, queued, dropped: dropped + this.#unmade };
  }

  #make(value: string): Appender | undefined {
    const name = safeValue(value);
    if (name !== value) {
      const text = `The value "${shown(value)}" of [${this.discriminator?.key ?? ""}] is not safe in a name; "${name}" stands for it. Said once.`;
      this.context.statusManager.addOnce(`unsafe:${this.name}`, newStatus("WARN", text, { origin: this.name }));
    }
    const factory = this.#factory;
    let appender: Appender | undefined;
    try {
      appender = factory?.make(name);
      if (appender !== undefined && factory?.start !== undefined) {
        factory.start(appender);
      } else {
        appender?.start();
      }
    } catch (cause) {
      this.context.statusManager.error(`The appender for [${name}] could not be made.`, { origin: this.name, cause });
      appender = undefined;
    }
    this.#made += Number(appender !== undefined);
    return appender;
  }

  #leave(tracked: TrackedAppender, why: Removal): void {
    if (tracked.inBatch) {
      this.#batch.splice(this.#batch.indexOf(tracked), 1);
      tracked.appender?.endBatch?.();
    }
    if (why === "limit" && this.#removed.limit === 0) {
      const text = `More than ${this.#tracked.size + 1} appenders are wanted at one time; for each more, the one used longest ago is stopped. <maxAppenderCount> allows more. Said once.`;
      this.context.statusManager.warn(text, { origin: this.name });
    }
    this.#removed[why]++;
    if (tracked.appender !== undefined) {
      this.#stopping.stop(tracked.appender);
    }
  }

  #sayUnmade(value: string): void {
    if (this.#unmadeSaid < MAX_UNMADE_SAID) {
      this.#unmadeSaid++;
      this.context.statusManager.error(`There is no appender for the value [${shown(value)}]; its events are dropped and counted.`, { origin: this.name });
    }
  }
}

function isEndOfSession(marker: Marker): boolean {
  return marker.contains(FINALIZE_SESSION);
}

/** Enough of a value to know it by. */
function shown(value: string): string {
  return value.length > LONGEST_SHOWN_VALUE ? `${value.slice(0, LONGEST_SHOWN_VALUE)}…` : value;
}

/**
 * `<appender class="ch.qos.logback.classic.sift.SiftingAppender">`
 *
 * - `<discriminator>`: required; an MDCBasedDiscriminator unless a class is given.
 * - `<sift>`: required; one `<appender>`, in which the discriminator's key is a property: `<file>${user}.log</file>`.
 * - `<timeout>`: a duration without events after which an appender is stopped; 30 minutes unless given.
 * - `<maxAppenderCount>`: appenders at one time, 1 or more; 512 unless given, where Logback has no limit.
 * - `<filter>`: any number.
 *
 * Status ERROR, and the appender is not started, without a discriminator that started and without `<sift>`.
 * Status ERROR for a timeout that is no duration and a number below 1: the default is used.
 * Status WARN, once each, for a value that is not safe in a name and when there would be too many appenders.
 * Status ERROR, four times, for a value for which there is no appender. INFO at the end, with how many there were.
 */
export const siftingAppender: ComponentDefinition<SiftingAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.classic.sift.SiftingAppender"],
  properties: {
    discriminator: componentProperty<Discriminator>("discriminator", { defaultClassName: "ch.qos.logback.classic.sift.MDCBasedDiscriminator" }),
    sift: appenderTemplateProperty(),
    timeout: textProperty(
      (text, report) => {
        const duration = parseDuration(text);
        if (duration === undefined || duration.millis < 0) {
          report.error(`Expected ${DURATION_EXPECTED}, got "${text}"; 30 minutes are used.`);
          return undefined;
        }
        if (duration.secondsFromS === true) {
          report.warn(`"${text}" is taken for seconds; Logback takes it for milliseconds. Write "seconds".`);
        }
        return duration.millis;
      },
      { fallback: DEFAULT_TIMEOUT_MS },
    ),
    maxAppenderCount: textProperty(
      (text, report) => {
        const count = /^[0-9]{1,10}$/.test(text) ? Number(text) : 0;
        if (count < 1 || count > LOGBACK_DEFAULT) {
          report.error(`Expected a number of appenders, 1 or more, got "${text}"; ${DEFAULT_MAX_APPENDERS} is used.`);
          return undefined;
        }
        return count;
      },
      { fallback: DEFAULT_MAX_APPENDERS },
    ),
    filter: componentsProperty<Filter>("filter"),
  },
  create: ({ discriminator, sift, timeout, maxAppenderCount, filter }, { name, context }) => {
    const factory = sift?.forKey(discriminator?.key ?? "");
    return new SiftingAppender(name, context, { discriminator, factory, timeoutMs: timeout, maxAppenderCount, filters: filter });
  },
});
