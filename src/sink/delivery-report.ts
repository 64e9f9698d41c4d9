import type { StatusManager } from "../core/status.js";

/** How often at most the same trouble is said again. */
const SAME_TROUBLE_MS = 60_000;
const DROPPED_MS = 1_000;

/** Says what becomes of a connection and of the events for it: changes at once, what repeats now and then. */
export class DeliveryReport {
  readonly #statusManager: StatusManager;
  readonly #origin: string;
  readonly #now: () => number;
  #wasConnected = false;
  #troubleSaidAt = Number.NEGATIVE_INFINITY;
  #fullSaidAt = Number.NEGATIVE_INFINITY;
  #droppedSaidAt = Number.NEGATIVE_INFINITY;
  #droppedSaid = 0;

  constructor(statusManager: StatusManager, origin: string, now: () => number) {
    this.#statusManager = statusManager;
    this.#origin = origin;
    this.#now = now;
  }

  /** There is a connection, and all that had waited for it is sent. */
  connected(target: string, waited: number, droppedInAll: number): void {
    const again = this.#wasConnected ? "Connected again" : "Connected";
    this.#statusManager.info(`${again} to ${target}, ${eventsOf(waited)} that waited sent${this.#newlyDropped(droppedInAll)}.`, { origin: this.#origin });
    this.#wasConnected = true;
    this.#troubleSaidAt = Number.NEGATIVE_INFINITY;
  }

  /** An attempt at a connection failed. */
  notConnected(target: string, cause: NodeJS.ErrnoException, waiting: string): void {
    if (this.#isNews()) {
      const hint = cause.code === "EPROTOTYPE" ? " It is a datagram socket, and Node.js has only stream sockets: let the receiver listen on one of those, or on UDP." : "";
      this.#warn(`Cannot connect to ${target} (${reasonOf(cause)}); it is tried again. ${waiting}.${hint}`, cause);
    }
  }

  /** A connection ended that was to go on. */
  broken(target: string, cause: NodeJS.ErrnoException | undefined, uncertain: number): void {
    if (this.#isNews()) {
      const reason = cause === undefined ? "the receiver closed it" : reasonOf(cause);
      this.#warn(`Lost the connection to ${target} (${reason}); it is made anew. Up to ${eventsOf(uncertain)} of those sent may not have been received.`, cause);
    }
  }

  /** There is no room for further events. */
  full(target: string, waiting: string): void {
    if (this.#now() - this.#fullSaidAt >= SAME_TROUBLE_MS) {
      this.#fullSaidAt = this.#now();
      this.#warn(`${target} takes too little: ${waiting}.`);
    }
  }

  /** There is room again. */
  roomAgain(target: string, droppedInAll: number): void {
    if (droppedInAll > this.#droppedSaid && this.#now() - this.#droppedSaidAt >= DROPPED_MS) {
      this.#droppedSaidAt = this.#now();
      this.#warn(`There is room for ${target} again${this.#newlyDropped(droppedInAll)}.`);
    }
  }

  /** Too many waited after a failure. */
  thrownOut(target: string, thrownOut: ThrownOut, droppedInAll: number): void {
    this.#warn(`Too many events wait for ${target}: ${inWords(thrownOut)}${this.#newlyDropped(droppedInAll)}.`);
  }

  /** It is over, and not everything was sent. */
  ended(reason: string, thrownOut: ThrownOut, droppedInAll: number): void {
    this.#statusManager.error(`${reason} before everything was sent: ${inWords(thrownOut)}${this.#newlyDropped(droppedInAll)}.`, { origin: this.#origin });
  }

  /** It is over; says what was dropped and not said yet. */
  closed(target: string, droppedInAll: number): void {
    if (droppedInAll > this.#droppedSaid) {
      this.#warn(`Closed the connection to ${target}${this.#newlyDropped(droppedInAll)}.`);
    }
  }

  #newlyDropped(inAll: number): string {
    const fresh = inAll - this.#droppedSaid;
    this.#droppedSaid = inAll;
    return fresh > 0 ? `; ${eventsOf(fresh)} dropped, ${inAll.toLocaleString("en-US")} so far` : "";
  }

  #isNews(): boolean {
    const now = this.#now();
    const isNews = now - this.#troubleSaidAt >= SAME_TROUBLE_MS;
    this.#troubleSaidAt = isNews ? now : this.#troubleSaidAt;
    return isNews;
  }

  #warn(message: string, cause?: unknown): void {
    this.#statusManager.warn(message, { origin: this.#origin, cause });
  }
}

/** Events that could not wait any longer. */
export interface ThrownOut {
  readonly dropped: number;
  readonly persisted: number;
}

function inWords({ dropped, persisted }: ThrownOut): string {
  return persisted > 0 ? `${eventsOf(persisted)} written to the standard error` : `${eventsOf(dropped)} given up`;
}

function reasonOf(cause: NodeJS.ErrnoException): string {
  return cause.code ?? cause.message;
}

function eventsOf(count: number): string {
  return count === 1 ? "1 event" : `${count.toLocaleString("en-US")} events`;
}
