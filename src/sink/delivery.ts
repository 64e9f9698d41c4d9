import type { Drainable, DrainRegistry } from "../core/lifecycle.js";
import type { SinkCounters } from "../core/sink.js";
import type { Connector, ConnectorListener } from "./connector.js";
import type { Batch, DeliveryQueue } from "./delivery-queue.js";
import type { DeliveryReport, ThrownOut } from "./delivery-report.js";
import type { ParkedTexts } from "./parked-texts.js";
import { SentWindow } from "./sent-window.js";
import type { Timer, Timers } from "./timers.js";

const PROCESS_ENDS = "The process ends";

/**
 * Events of a sink that sends them over a network: `accepted = sent + queued + persisted + dropped`.
 *
 * @public
 */
export interface DeliveryCounters extends SinkCounters {
  readonly accepted: number;
  /** Handed to a connection, each once at most. */
  readonly sent: number;
  /** Written to the standard error instead. */
  readonly persisted: number;
  /** Of those sent, events whose connection broke before their receipt was certain. */
  readonly possiblyLost: number;
}

/** What a {@link Delivery} is made of. */
export interface DeliveryOptions {
  readonly queue: DeliveryQueue;
  readonly report: DeliveryReport;
  readonly drains: DrainRegistry;
  readonly timers: Timers;
  /** How long the end waits until everything is sent. */
  readonly maxFlushMs: number;
  /** False where the system takes what is written only in a later turn, as with TLS. */
  readonly writesAtOnce: boolean;
  /** After a failure, everything that waits is thrown out when it is more than so many events. */
  readonly discardAbove: number | undefined;
  /** Takes what would be thrown out; without it that is dropped. */
  readonly persist: ((bytes: Uint8Array) => void) | undefined;
  /** Where events wait a limited time when the queue is full. */
  readonly parked: ParkedTexts;
  readonly connectorFor: (listener: ConnectorListener) => Connector;
}

/**
 * Brings texts to a connection, in order, each at most once: waiting within bounds while there is none or it takes
 * nothing, and counting what becomes of every event.
 */
export class Delivery implements Drainable {
  readonly #options: DeliveryOptions;
  readonly #queue: DeliveryQueue;
  readonly #report: DeliveryReport;
  readonly #timers: Timers;
  readonly #drains: DrainRegistry;
  readonly #parked: ParkedTexts;
  readonly #connector: Connector;
  readonly #sendSoon = (): void => {
    this.#soon = undefined;
    this.#send();
  };
  readonly #waiting = new Set<() => void>();
  #isOpen = false;
  #isAbandoned = false;
  #isHeld = false;
  #isFull = false;
  #soon: Timer | undefined;
  #expiry: Timer | undefined;
  #window = new SentWindow();
  /** Events that waited when the connection was made, and what is sent when they are; `undefined` when that has been said. */
  #backlog: { readonly events: number; readonly sentWith: number } | undefined;
  #connections = 0;
  #accepted = 0;
  #sent = 0;
  #persisted = 0;
  #dropped = 0;
  #possiblyLost = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#queue = options.queue;
    this.#report = options.report;
    this.#timers = options.timers;
    this.#drains = options.drains;
    this.#parked = options.parked;
    this.#connector = options.connectorFor({
      up: () => { this.#up(); },
      free: () => { this.#send(); },
      failed: (cause) => {
        this.#discardWaiting();
        this.#report.notConnected(this.#connector.target, cause, this.#waitingInWords());
      },
      broken: (cause) => {
        this.#report.broken(this.#connector.target, cause, this.#window.events);
        this.#lostSight();
        this.#discardWaiting();
      },
      left: (isConfirmed) => {
        if (!isConfirmed) {
          this.#lostSight();
        }
        this.#window = new SentWindow();
      },
    });
  }

  get counters(): DeliveryCounters {
    return {
      accepted: this.#accepted,
      sent: this.#sent,
      queued: this.#queue.events + this.#parked.count,
      persisted: this.#persisted,
      dropped: this.#dropped,
      possiblyLost: this.#possiblyLost,
      written: this.#sent + this.#persisted,
    };
  }

  get queueCapacity(): number {
    return this.#queue.mostEvents;
  }

  /** Connections behind the first. */
  get reconnects(): number {
    return Math.max(this.#connections - 1, 0);
  }

  /** Whether the next event would be dropped, whatever its text: there was no room for one before, and nothing was sent since. */
  get isFull(): boolean {
    return this.#isFull;
  }

  open(): void {
    this.#isOpen = true;
    this.#connector.start();
  }

  /** Drops an event without its text, which need not be made when there is no room for it. */
  refuse(): void {
    this.#accepted++;
    this.#drop(1);
  }

  /** Takes the text of one event. */
  write(text: string): void {
    this.#accepted++;
    const queue = this.#queue;
    if ((this.#options.writesAtOnce && queue.exceedsBatch(text)) || !queue.hasRoomFor(text)) {
      this.#sendNow();
    }
    if (this.#isOpen && !this.#isFull && this.#parked.count === 0 && queue.hasRoomFor(text)) {
      queue.add(text, 1);
      this.#added();
    } else if (this.#isOpen && this.#parked.park(text, this.#timers.now())) {
      this.#expireLater();
    } else {
      this.#drop(1);
    }
  }

  /** Takes text that goes with the event before. */
  writeExtra(text: string): void {
    if (text !== "" && this.#isOpen) {
      this.#queue.add(text, 0);
      this.#added();
    }
  }

  /** Hands over what the connection takes in this turn. */
  drain(): void {
    this.#sendNow();
  }

  finish(): Promise<void> {
    if (this.#isSettled) {
      return Promise.resolve();
    }
    this.#connector.hurry();
    return new Promise((resolve) => {
      const done = (): void => {
        timer.cancel();
        this.#waiting.delete(done);
        resolve();
      };
      const timer = this.#timers.after(this.#options.maxFlushMs, done, true);
      this.#waiting.add(done);
    });
  }

  abandon(): void {
    this.#isAbandoned = true;
    this.#throwOutRest(PROCESS_ENDS);
  }

  /** Sends what waits within the time there is, and ends the connection. */
  async close(): Promise<void> {
    if (!this.#isOpen) {
      return;
    }
    this.#isOpen = false;
    const endsAt = this.#timers.now() + this.#options.maxFlushMs;
    this.#sendNow();
    await this.finish();
    for (const timer of [this.#soon, this.#expiry]) {
      timer?.cancel();
    }
    this.#soon = undefined;
    this.#expiry = undefined;
    const target = this.#connector.target;
    await this.#connector.end(Math.max(endsAt - this.#timers.now(), 1));
    this.#throwOutRest(`The connection to ${target} is closed`);
    this.#report.closed(target, this.#dropped);
    this.#release();
  }

  get #isSettled(): boolean {
    return this.#queue.isEmpty && this.#parked.count === 0 && !this.#connector.isBusy;
  }

  #up(): void {
    this.#connections++;
    this.#window = new SentWindow();
    const events = this.#queue.events + this.#parked.count;
    this.#backlog = { events, sentWith: this.#sent + events };
    this.#send();
  }

  #added(): void {
    if (!this.#isHeld) {
      this.#isHeld = true;
      this.#drains.holds(this);
    }
    if (this.#drains.writeThrough) {
      this.#sendNow();
      if (this.#isAbandoned) {
        this.#throwOutRest(PROCESS_ENDS);
      }
    } else if (this.#soon === undefined && this.#connector.isFree) {
      this.#soon = this.#timers.soon(this.#sendSoon);
    }
  }

  /** Sends batch by batch as long as the system takes each at once. */
  #send(): void {
    while (this.#connector.isFree) {
      const batch = this.#queue.take();
      if (batch === undefined) {
        break;
      }
      this.#hand(batch);
      this.#unpark();
    }
    this.#sentSome();
  }

  /** Sends as much as this turn allows: there may be no other, or no room until then. */
  #sendNow(): void {
    if (this.#options.writesAtOnce || !this.#connector.isFree) {
      this.#send();
      return;
    }
    const batch = this.#queue.takeAll();
    if (batch !== undefined) {
      this.#hand(batch);
      this.#unpark();
    }
    this.#sentSome();
  }

  #hand({ data, events }: Batch): void {
    this.#sent += events;
    this.#window.add(events, data.length);
    if (data.length > 0) {
      this.#connector.write(data);
    }
  }

  #sentSome(): void {
    if (this.#backlog !== undefined && this.#sent >= this.#backlog.sentWith) {
      this.#report.connected(this.#connector.target, this.#backlog.events, this.#dropped);
      this.#backlog = undefined;
    }
    if (this.#isFull && this.#queue.hasRoomFor("")) {
      this.#isFull = false;
      this.#report.roomAgain(this.#connector.target, this.#dropped);
    }
    if (this.#isSettled) {
      this.#release();
      for (const done of [...this.#waiting]) {
        done();
      }
    }
  }

  #drop(events: number): void {
    this.#dropped += events;
    if (this.#isOpen && !this.#isFull) {
      this.#isFull = true;
      this.#report.full(this.#connector.target, this.#waitingInWords());
    }
  }

  #unpark(): void {
    for (let text = this.#parked.peek(); text !== undefined && this.#queue.hasRoomFor(text); text = this.#parked.peek()) {
      this.#queue.add(text, 1);
      this.#parked.shift();
    }
  }

  #expireLater(): void {
    const { dueAt } = this.#parked;
    if (this.#expiry === undefined && dueAt !== undefined) {
      this.#expiry = this.#timers.after(Math.max(dueAt - this.#timers.now(), 1), () => {
        this.#expiry = undefined;
        const expired = this.#parked.expire(this.#timers.now());
        if (expired > 0) {
          this.#drop(expired);
          this.#isFull = false;
        }
        this.#expireLater();
      });
    }
  }

  /** The connection is gone, and with it the knowledge of what the receiver had. */
  #lostSight(): void {
    this.#possiblyLost += this.#window.events;
    this.#window = new SentWindow();
    if (this.#isSettled) {
      this.#sentSome();
    }
  }

  #discardWaiting(): void {
    const { discardAbove } = this.#options;
    if (discardAbove !== undefined && this.#queue.events > discardAbove) {
      this.#report.thrownOut(this.#connector.target, this.#throwOut(), this.#dropped);
      this.#unpark();
      this.#sentSome();
    }
  }

  #throwOutRest(reason: string): void {
    for (let text = this.#parked.peek(); text !== undefined; text = this.#parked.peek()) {
      this.#queue.add(text, 1);
      this.#parked.shift();
    }
    if (!this.#queue.isEmpty) {
      this.#report.ended(reason, this.#throwOut(), this.#dropped);
    }
  }

  #throwOut(): ThrownOut {
    const { persist } = this.#options;
    const batch = this.#queue.takeAll();
    const events = batch?.events ?? 0;
    if (batch === undefined || persist === undefined) {
      this.#dropped += events;
      return { dropped: events, persisted: 0 };
    }
    persist(typeof batch.data === "string" ? Buffer.from(batch.data) : batch.data);
    this.#persisted += events;
    return { dropped: 0, persisted: events };
  }

  #release(): void {
    if (this.#isHeld) {
      this.#isHeld = false;
      this.#drains.released(this);
    }
  }

  #waitingInWords(): string {
    const { events, mostEvents, mostBytes } = this.#queue;
    return `${String(events)} ${events === 1 ? "event waits" : "events wait"} in memory (at most ${String(mostEvents)} or ${String(Math.round(mostBytes / 1024))} KiB; newer ones are dropped)`;
  }
}
