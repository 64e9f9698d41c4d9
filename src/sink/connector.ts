import { isThrowable } from "../core/safe-access.js";
import type { Connect, Connection, ConnectionListener } from "./connection.js";
import { formatDestination, type Destination } from "./destination.js";
import type { Route } from "./route.js";
import type { Timer, Timers } from "./timers.js";

/** How long the receiver may take to close after it was told that nothing follows. */
const FAREWELL_MS = 1_000;

/** What a {@link Connector} is made of. */
export interface ConnectorOptions {
  readonly connect: Connect;
  readonly route: Route;
  readonly timers: Timers;
  readonly connectionTimeoutMs: number;
  /** How long a write may wait for the receiver; 0 for ever. */
  readonly writeTimeoutMs: number;
  /** How long a connection is used; `undefined` for as long as it holds. */
  readonly connectionTtlMs: (isPrimary: boolean) => number | undefined;
  /** Sent when nothing else was for so long. */
  readonly keepAlive: { readonly afterMs: number; readonly text: string } | undefined;
  readonly listener: ConnectorListener;
}

/** Is told what becomes of the connections. */
export interface ConnectorListener {
  /** There is a connection. */
  up(): void;
  /** The system has taken all that was written. */
  free(): void;
  /** An attempt failed; another follows. */
  failed(cause: Error): void;
  /** The connection broke; another follows. */
  broken(cause: Error | undefined): void;
  /** The connection was given up on purpose. Without `isConfirmed`, the receiver did not say that it had all. */
  left(isConfirmed: boolean): void;
}

/** Keeps a connection to one of several destinations, for as long as it is started. */
export class Connector {
  readonly #options: ConnectorOptions;
  #state: "stopped" | "pausing" | "connecting" | "up" | "leaving" = "stopped";
  #connection: Connection | undefined;
  #destination: Destination | undefined;
  /** Of the present connection: what an earlier one says is out of date. */
  #listening: ConnectionListener | undefined;
  /** The pause, the connection's timeout or its time to live. */
  #timer: Timer | undefined;
  #writeTimer: Timer | undefined;
  #keepAliveTimer: Timer | undefined;
  #wroteAt = 0;
  #afterLeaving: (() => void) | undefined;

  constructor(options: ConnectorOptions) {
    this.#options = options;
  }

  /** Where the connection goes, or the next attempt. */
  get target(): string {
    return this.#destination === undefined ? "the destination" : formatDestination(this.#destination);
  }

  /** Whether a write would go to the system at once, as far as it has room. */
  get isFree(): boolean {
    return this.#state === "up" && this.#connection?.isFree === true;
  }

  /** Whether the connection holds something that the system did not take yet. */
  get isBusy(): boolean {
    return this.#writeTimer !== undefined;
  }

  start(): void {
    this.#options.route.hurry();
    this.#attempt();
  }

  write(data: string | Uint8Array): void {
    const connection = this.#connection;
    if (connection === undefined) {
      return;
    }
    connection.write(data);
    this.#wroteAt = this.#options.timers.now();
    if (!connection.isFree) {
      const { timers, writeTimeoutMs } = this.#options;
      this.#writeTimer ??= timers.after(writeTimeoutMs > 0 ? writeTimeoutMs : LONGEST_TIMER_MS, () => {
        this.#giveUp(errorOf("ETIMEDOUT", `The receiver took nothing for ${String(writeTimeoutMs)} ms.`));
      });
    }
  }

  /** Tries at once where it would pause. */
  hurry(): void {
    this.#options.route.hurry();
    if (this.#state === "pausing" && this.#destination !== undefined) {
      this.#timer?.cancel();
      this.#connect(this.#destination);
    }
  }

  /** Ends the connection when it has written everything, and makes no other. Resolves when it is closed. */
  end(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#connection === undefined || this.#state === "connecting") {
        this.stop();
        resolve();
        return;
      }
      this.#afterLeaving = resolve;
      this.#leave(Math.min(withinMs, FAREWELL_MS), true);
    });
  }

  /** Gives the connection up, in the middle of whatever it does, and makes no other. */
  stop(): void {
    const wasConnected = this.#state === "up" || this.#state === "leaving";
    this.#forget();
    this.#state = "stopped";
    if (wasConnected) {
      this.#options.listener.left(false);
    }
  }

  #attempt(): void {
    const { route, timers } = this.#options;
    const { destination, pauseMs } = route.next(timers.now());
    this.#destination = destination;
    if (pauseMs > 0) {
      this.#state = "pausing";
      this.#timer = timers.after(pauseMs, () => { this.#connect(destination); });
    } else {
      this.#connect(destination);
    }
  }

  #connect(destination: Destination): void {
    const { connect, timers, connectionTimeoutMs } = this.#options;
    this.#state = "connecting";
    this.#timer = timers.after(connectionTimeoutMs, () => {
      this.#giveUp(errorOf("ETIMEDOUT", `No connection within ${String(connectionTimeoutMs)} ms.`));
    });
    try {
      this.#connection = connect(destination, this.#listenerFor());
    } catch (cause) {
      this.#ended(isThrowable(cause) ? cause : new Error(String(cause)));
    }
  }

  #listenerFor(): ConnectionListener {
    const ifCurrent = (act: () => void): void => {
      if (this.#listening === listener) {
        act();
      }
    };
    const listener: ConnectionListener = {
      connected: () => { ifCurrent(() => { this.#connected(); }); },
      freed: () => { ifCurrent(() => { this.#freed(); }); },
      closed: (cause, isAnswer) => { ifCurrent(() => { this.#ended(cause, isAnswer); }); },
    };
    this.#listening = listener;
    return listener;
  }

  #connected(): void {
    const { route, timers, connectionTtlMs, keepAlive, listener } = this.#options;
    this.#timer?.cancel();
    this.#state = "up";
    route.connected(timers.now());
    const ttlMs = connectionTtlMs(route.isAtPrimary);
    this.#timer = ttlMs === undefined ? undefined : timers.after(ttlMs, () => { this.#leave(FAREWELL_MS, false); });
    if (keepAlive !== undefined) {
      this.#wroteAt = timers.now();
      this.#keepAlive(keepAlive.afterMs);
    }
    listener.up();
  }

  #freed(): void {
    this.#writeTimer?.cancel();
    this.#writeTimer = undefined;
    if (this.#state === "leaving") {
      this.#connection?.end();
    } else {
      this.#options.listener.free();
    }
  }

  #leave(withinMs: number, forGood: boolean): void {
    this.#timer?.cancel();
    this.#state = "leaving";
    const begins = this.#afterLeaving;
    this.#afterLeaving = () => {
      begins?.();
      if (!forGood) {
        this.#attempt();
      }
    };
    this.#timer = this.#options.timers.after(withinMs, () => { this.#left(false); }, forGood);
    if (!this.isBusy) {
      this.#connection?.end();
    }
  }

  #left(isConfirmed: boolean): void {
    const then = this.#afterLeaving;
    this.#afterLeaving = undefined;
    this.#forget();
    this.#state = "stopped";
    this.#options.listener.left(isConfirmed);
    then?.();
  }

  #giveUp(cause: Error): void {
    this.#connection?.destroy();
    this.#ended(cause);
  }

  #ended(cause: Error | undefined, isAnswer = false): void {
    const { route, timers, listener } = this.#options;
    if (this.#state === "leaving") {
      this.#left(isAnswer);
      return;
    }
    const wasUp = this.#state === "up";
    this.#forget();
    // Not started anew before the listener knows, and not at all when it stops the connector.
    this.#state = "connecting";
    route.failed(timers.now());
    if (wasUp) {
      listener.broken(cause);
    } else {
      listener.failed(cause ?? new Error("closed"));
    }
    if (this.#isConnecting()) {
      this.#attempt();
    }
  }

  /** Unless the listener stopped it meanwhile. */
  #isConnecting(): boolean {
    return this.#state === "connecting";
  }

  #keepAlive(inMs: number): void {
    const { timers, keepAlive } = this.#options;
    if (keepAlive === undefined) {
      return;
    }
    this.#keepAliveTimer = timers.after(inMs, () => {
      const idleMs = timers.now() - this.#wroteAt;
      if (idleMs >= keepAlive.afterMs && this.isFree) {
        this.write(keepAlive.text);
      }
      this.#keepAlive(Math.max(keepAlive.afterMs - (timers.now() - this.#wroteAt), 1));
    });
  }

  #forget(): void {
    this.#listening = undefined;
    this.#connection?.destroy();
    this.#connection = undefined;
    for (const timer of [this.#timer, this.#writeTimer, this.#keepAliveTimer]) {
      timer?.cancel();
    }
    this.#timer = undefined;
    this.#writeTimer = undefined;
    this.#keepAliveTimer = undefined;
  }
}

/** What a timer of Node.js can wait at most. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

function errorOf(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}
