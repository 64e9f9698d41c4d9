import type dgram from "node:dgram";
import type { Drainable, DrainRegistry } from "../core/lifecycle.js";
import type { Sink } from "../core/sink.js";
import { newStatus, type StatusManager } from "../core/status.js";
import { MOST_KEPT_BYTES, MOST_KEPT_EVENTS } from "./backlog.js";
import { UTF_8, type Charset } from "./charset.js";
import type { DeliveryCounters } from "./delivery.js";
import { formatDestination, type HostAndPort } from "./destination.js";
import { SYSTEM_TIMERS, type Timer, type Timers } from "./timers.js";
import { onDemand } from "../util/on-demand.js";

/** Datagrams share buffers of this size: one made for each would cost more than what is put into it. */
const ROOM_BYTES = 65_536;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** After an error the host's address is looked up anew, at most so often. */
const LOOKUP_MS = 30_000;
const MAX_FLUSH_MS = 5_000;

/** What a {@link UdpSink} is made of; everything but the first four has a default. */
export interface UdpSinkOptions {
  readonly destination: HostAndPort;
  /** Named as the origin of statuses. */
  readonly origin: string;
  readonly drains: DrainRegistry;
  readonly statusManager: StatusManager;
  /** UTF-8 unless given. */
  readonly charset?: Charset;
  /** How long the end waits for the host's address and for room in the system; 5 seconds unless given. */
  readonly maxFlushMs?: number;
  readonly timers?: Timers;
}

interface Waiting {
  readonly text: string;
  readonly events: number;
}

/**
 * Sends every text as one datagram.
 *
 * The system takes a datagram at once or not at all; whether it arrives nobody knows. That the host has nobody who
 * listens is learned by a later datagram, which is then counted as dropped. Datagrams wait, within bounds, only until
 * the host's address is known.
 */
export class UdpSink implements Sink, Drainable {
  readonly #options: UdpSinkOptions;
  readonly #charset: Charset;
  readonly #timers: Timers;
  readonly #onEventSent = (error: Error | null): void => {
    if (error !== null) {
      this.#sent--;
      this.#dropped++;
    }
    this.#onSent(error);
  };
  readonly #onExtraSent = (error: Error | null): void => {
    this.#onSent(error);
  };
  #socket: dgram.Socket | undefined;
  #isReady = false;
  #isOpen = false;
  #room: Buffer = Buffer.alloc(0);
  #used = 0;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #waitingEvents = 0;
  /** Sent, and not confirmed by the callback yet. */
  #unconfirmed = 0;
  #retryMs = FIRST_RETRY_MS;
  #retry: Timer | undefined;
  #lookedUpAt = Number.NEGATIVE_INFINITY;
  readonly #finishing = new Set<() => void>();
  #isHeld = false;
  #accepted = 0;
  #sent = 0;
  #dropped = 0;
  #possiblyLost = 0;

  constructor(options: UdpSinkOptions) {
    this.#options = options;
    this.#charset = options.charset ?? UTF_8;
    this.#timers = options.timers ?? SYSTEM_TIMERS;
  }

  get counters(): DeliveryCounters {
    return { accepted: this.#accepted, sent: this.#sent, written: this.#sent, queued: this.#waitingEvents, persisted: 0, dropped: this.#dropped, possiblyLost: Math.min(this.#possiblyLost, this.#sent) };
  }

  open(): void {
    this.#isOpen = true;
    this.#lookUp();
  }

  /** One event in one datagram. */
  write(text: string): void {
    this.#accepted++;
    this.#take(text, 1);
  }

  /** A further datagram of the event before. */
  writeExtra(text: string): void {
    if (text !== "") {
      this.#take(text, 0);
    }
  }

  beginBatch(): void {}

  endBatch(): void {}

  /** What the system took is on its way, and an address is not learned in this turn. */
  drain(): void {}

  finish(): Promise<void> {
    if (this.#isSettled) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const done = (): void => {
        timer.cancel();
        this.#finishing.delete(done);
        resolve();
      };
      const timer = this.#timers.after(this.#options.maxFlushMs ?? MAX_FLUSH_MS, done, true);
      this.#finishing.add(done);
    });
  }

  abandon(): void {
    const lost = this.#waitingEvents;
    this.#forgetWaiting();
    if (lost > 0) {
      this.#dropped += lost;
      this.#say("ERROR", `The process ends before the address of ${this.#target} is known; events dropped: ${String(lost)}.`);
    }
  }

  async close(): Promise<void> {
    if (!this.#isOpen) {
      return;
    }
    this.#isOpen = false;
    await this.finish();
    this.#retry?.cancel();
    this.#retry = undefined;
    const lost = this.#waitingEvents;
    this.#forgetWaiting();
    if (lost > 0) {
      this.#dropped += lost;
      this.#say("ERROR", `Closed before the address of ${this.#target} was known; events dropped: ${String(lost)}.`);
    }
    this.#closeSocket();
  }

  get #isSettled(): boolean {
    return this.#waiting.length === 0 && this.#unconfirmed === 0;
  }

  get #target(): string {
    return formatDestination(this.#options.destination);
  }

  #take(text: string, events: number): void {
    if (this.#isReady && this.#hasRoomInSystem()) {
      this.#send(text, events);
    } else if (this.#isOpen && !this.#isReady && this.#hasRoomToWait(text)) {
      this.#waiting.push({ text, events });
      this.#waitingBytes += text.length;
      this.#waitingEvents += events;
      this.#hold();
    } else {
      this.#dropped += events;
      this.#sayOnce("full", `${this.#target} takes too little; datagrams are dropped.`);
    }
  }

  #send(text: string, events: number): void {
    const { prefix, maxBytesPerUnit } = this.#charset;
    const whole = prefix === "" ? text : prefix + text;
    const needed = Math.ceil(whole.length * maxBytesPerUnit);
    if (this.#used + needed > this.#room.length) {
      // The old room goes when the system has sent what is in it.
      this.#room = Buffer.allocUnsafeSlow(Math.max(ROOM_BYTES, needed));
      this.#used = 0;
    }
    const length = this.#charset.encodeInto(whole, this.#room.subarray(this.#used));
    this.#unconfirmed++;
    this.#sent += events;
    this.#socket?.send(this.#room, this.#used, length, events > 0 ? this.#onEventSent : this.#onExtraSent);
    this.#used += length;
  }

  /** The system takes nearly every datagram at once; what it does not take, Node.js keeps. */
  #hasRoomInSystem(): boolean {
    if (this.#unconfirmed < MOST_KEPT_EVENTS) {
      return true;
    }
    const socket = this.#socket;
    return socket === undefined || (socket.getSendQueueCount() < MOST_KEPT_EVENTS && socket.getSendQueueSize() < MOST_KEPT_BYTES);
  }

  #hasRoomToWait(text: string): boolean {
    return this.#waiting.length === 0 || (this.#waiting.length < MOST_KEPT_EVENTS && this.#waitingBytes + text.length <= MOST_KEPT_BYTES);
  }

  #lookUp(): void {
    const { host } = this.#options.destination;
    this.#lookedUpAt = this.#timers.now();
    this.#retry = undefined;
    onDemand.dns.lookup(host, (error, address, family) => {
      if (this.#socket === undefined && (this.#isOpen || this.#isHeld)) {
        if (error === null) {
          this.#connect(address, family);
        } else {
          this.#notReady(`The address of ${host} cannot be found`, error);
        }
      }
    });
  }

  #connect(address: string, family: number): void {
    const socket = onDemand.dgram.createSocket(family === 6 ? "udp6" : "udp4");
    this.#socket = socket;
    socket.unref();
    socket.on("error", (error) => {
      if (this.#isReady) {
        this.#failed(error);
      } else {
        this.#closeSocket();
        this.#notReady(`Datagrams cannot be sent to ${this.#target}`, error);
      }
    });
    // Connected, the system tells when nobody listens there, and needs no route for each datagram.
    socket.connect(this.#options.destination.port, address, () => {
      if (this.#socket === socket) {
        this.#ready();
      }
    });
  }

  #ready(): void {
    this.#isReady = true;
    this.#retryMs = FIRST_RETRY_MS;
    this.#options.statusManager.resetOnce(this.#key("address"));
    const waiting = this.#waiting;
    for (const { text, events } of waiting) {
      this.#send(text, events);
    }
    this.#forgetWaiting();
  }

  #notReady(what: string, cause: Error): void {
    this.#sayOnce("address", `${what}; it is tried again, and at most ${String(MOST_KEPT_EVENTS)} events wait for it.`, cause);
    this.#retry = this.#timers.after(this.#retryMs, () => { this.#lookUp(); });
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  #onSent(error: Error | null): void {
    this.#unconfirmed--;
    if (error !== null) {
      this.#failed(error);
    }
    this.#settle();
  }

  #failed(error: NodeJS.ErrnoException): void {
    const code = error.code ?? error.message;
    if (code === "EMSGSIZE") {
      this.#sayOnce(code, "An event is too long for a datagram; it is dropped.", error);
      return;
    }
    if (code === "ECONNREFUSED") {
      // The host answered to a datagram before this one, which nobody took.
      this.#possiblyLost++;
    }
    this.#sayOnce(code, `Datagrams to ${this.#target} fail (${code}): those before this may not have been received, and each that fails is dropped.`, error);
    if (this.#isOpen && this.#timers.now() - this.#lookedUpAt > LOOKUP_MS) {
      // The host may have moved.
      this.#closeSocket();
      this.#lookUp();
    }
  }

  #settle(): void {
    if (this.#isSettled) {
      if (this.#isHeld) {
        this.#isHeld = false;
        this.#options.drains.released(this);
      }
      for (const done of [...this.#finishing]) {
        done();
      }
    }
  }

  #hold(): void {
    if (!this.#isHeld) {
      this.#isHeld = true;
      this.#options.drains.holds(this);
    }
  }

  #forgetWaiting(): void {
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#waitingEvents = 0;
    this.#settle();
  }

  #closeSocket(): void {
    this.#isReady = false;
    this.#socket?.close();
    this.#socket = undefined;
  }

  #key(what: string): string {
    return `udp-${what}:${this.#options.origin}`;
  }

  #sayOnce(what: string, message: string, cause?: unknown): void {
    const { statusManager, origin } = this.#options;
    statusManager.addOnce(this.#key(what), newStatus("WARN", `${message} Said once; see the counters.`, { origin, cause }));
  }

  #say(level: "ERROR", message: string): void {
    this.#options.statusManager.add(newStatus(level, message, { origin: this.#options.origin }));
  }
}
