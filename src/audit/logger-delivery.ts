import type { Appender } from "../core/appender.js";
import type { Drainable, DrainRegistry } from "../core/lifecycle.js";
import type { Logger } from "../core/logger.js";
import type { AuditRecord } from "./audit-record.js";

/** How often it is looked whether appenders with a queue have written what they took. */
const LOOK_MS = 20;
/** How long the natural end of the process, or a signal, waits for them. */
const FINISH_MS = 5_000;

/** The appenders that a record is about to reach. */
export interface Reach {
  readonly first: readonly Appender[];
  /** Those that it reaches through others, too. */
  readonly all: readonly Appender[];
  /** Events that the first of them have taken so far, past their filters. */
  readonly logged: number;
  /** Events that all of them have dropped so far. */
  readonly dropped: number;
}

interface Underway extends Reach {
  readonly record: AuditRecord;
  /** Appenders that have the record, each with the number of events that it had taken by then. */
  taken: readonly (readonly [appender: Appender, logged: number])[];
}

/**
 * Follows the records of the standard mode through the appenders of `logback.xml`, by their counters: a record is written
 * when each appender that it reached has written as many events as it had taken by then, and so have those it hands on to.
 */
export class LoggerDelivery implements Drainable {
  readonly #drains: DrainRegistry;
  #underway: Underway[] = [];
  #lost = 0;
  #refused = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(drains: DrainRegistry) {
    this.#drains = drains;
  }

  /** Records that appenders still have in a queue. */
  get queued(): number {
    return this.#underway.length;
  }

  /** Records that were dropped, or perhaps were, each of them rejected. */
  get lost(): number {
    return this.#lost;
  }

  /** Records that the filters of all appenders kept out. */
  get refused(): number {
    return this.#refused;
  }

  /** Where an event of a logger will go. */
  reachOf(logger: Logger): Reach {
    const first: Appender[] = [];
    for (let at: Logger | undefined = logger; at !== undefined; at = at.additive ? at.parent : undefined) {
      first.push(...at.appenders);
    }
    const all = new Set(first);
    for (const appender of all) {
      for (const next of appender.behind ?? []) {
        all.add(next);
      }
    }
    return { first, all: [...all], logged: loggedBy(first), dropped: droppedBy([...all]) };
  }

  /**
   * The event of a record was handed to these appenders. Settles the record now or later.
   *
   * @returns False when the filters of all of them kept it out.
   */
  handedOver(record: AuditRecord, reach: Reach): boolean {
    if (reach.first.length > 0 && loggedBy(reach.first) === reach.logged) {
      this.#refused++;
      record.settle("refused");
      return false;
    }
    const underway = { ...reach, record, taken: reach.first.map(taken) };
    if (!this.#isSettled(underway)) {
      this.#underway.push(underway);
      this.#drains.holds(this);
      this.#timer ??= setInterval(() => {
        this.look();
      }, LOOK_MS).unref();
    }
    return true;
  }

  /** Settles what was written since. */
  look(): void {
    this.#underway = this.#underway.filter((underway) => !this.#isSettled(underway));
    if (this.#underway.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#drains.released(this);
    }
  }

  drain(): void {
    this.look();
  }

  /** Who waits for a record has nothing else that keeps the process alive, perhaps. */
  async finish(): Promise<void> {
    const end = performance.now() + FINISH_MS;
    this.look();
    while (this.#underway.length > 0 && performance.now() < end) {
      await new Promise((done) => {
        setTimeout(done, LOOK_MS);
      });
      this.look();
    }
  }

  /** The appenders were stopped: what is not written by now never will be. */
  end(): void {
    this.look();
    const records = this.#underway;
    this.#underway = [];
    this.look();
    for (const { record } of records) {
      this.#fail(record, "may be lost: the appenders were stopped before they had written it.");
    }
  }

  #isSettled(underway: Underway): boolean {
    const { record, first, all, dropped } = underway;
    if (first.length === 0) {
      this.#fail(record, "is lost: no appender is attached to its logger.");
      return true;
    }
    if (droppedBy(all) > dropped) {
      this.#fail(record, "may be lost: an appender that it was handed to dropped events since.");
      return true;
    }
    if (!isWritten(underway)) {
      return false;
    }
    record.settle("written");
    return true;
  }

  #fail(record: AuditRecord, reason: string): void {
    this.#lost++;
    record.fail(reason);
  }
}

function loggedBy(appenders: readonly Appender[]): number {
  return appenders.reduce((sum, { counters }) => sum + counters.logged, 0);
}

function droppedBy(appenders: readonly Appender[]): number {
  return appenders.reduce((sum, { counters }) => sum + counters.dropped, 0);
}

function taken(appender: Appender): readonly [Appender, number] {
  return [appender, appender.counters.logged];
}

/** Where one has handed on all it had taken, those behind it have the record among what they have taken. */
function isWritten(underway: Underway): boolean {
  while (underway.taken.length > 0) {
    if (underway.taken.some(([{ counters }, logged]) => counters.written + counters.dropped < logged)) {
      return false;
    }
    underway.taken = underway.taken.flatMap(([{ behind = [] }]) => behind.map(taken));
  }
  return true;
}
