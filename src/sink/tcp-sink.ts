import type { DrainRegistry } from "../core/lifecycle.js";
import type { Sink } from "../core/sink.js";
import type { StatusManager } from "../core/status.js";
import { MOST_KEPT_BYTES, MOST_KEPT_EVENTS } from "./backlog.js";
import { UTF_8, type Charset } from "./charset.js";
import { socketConnect, type Connect } from "./connection.js";
import { Connector } from "./connector.js";
import { DeliveryQueue } from "./delivery-queue.js";
import { DeliveryReport } from "./delivery-report.js";
import { Delivery, type DeliveryCounters } from "./delivery.js";
import type { Destination } from "./destination.js";
import { ParkedTexts } from "./parked-texts.js";
import { Route, type ConnectionStrategy } from "./route.js";
import { CONNECTION_TIMEOUT_MS, MAX_FLUSH_MS, MIN_CONNECTION_TIME_MS, PROBE_AFTER_MS, RECONNECTION_DELAY_MS, WRITE_TIMEOUT_MS } from "./tcp-defaults.js";
import { SYSTEM_TIMERS, type Timers } from "./timers.js";
import { checkTlsSettings, type TlsSettings } from "./tls.js";

/** What a {@link TcpSink} is made of; everything but the first four has a default. */
export interface TcpSinkOptions {
  readonly destinations: readonly Destination[];
  /** Named as the origin of statuses. */
  readonly origin: string;
  readonly drains: DrainRegistry;
  readonly statusManager: StatusManager;
  /** Makes it TLS. */
  readonly tls?: TlsSettings | undefined;
  /** UTF-8 unless given. */
  readonly charset?: Charset;
  /** `preferPrimary` unless given. */
  readonly strategy?: ConnectionStrategy;
  /** How long a connection is used, with `preferPrimary` one to another than the first destination; for ever unless given. */
  readonly connectionTtlMs?: number | undefined;
  /** With `preferPrimary`, a connection that lived shorter does not lead back to the first destination at once; 10 seconds unless given. */
  readonly minConnectionTimeBeforePrimaryMs?: number;
  /** Longest pause between two attempts; 30 seconds unless given. */
  readonly reconnectionDelayMs?: number;
  /** With everything that belongs to it; 5 seconds unless given. */
  readonly connectionTimeoutMs?: number;
  /** How long a write may wait for the receiver, 0 for ever; a minute unless given. */
  readonly writeTimeoutMs?: number;
  /** Sent when nothing else was for so long. */
  readonly keepAlive?: { readonly afterMs: number; readonly text: string } | undefined;
  /** After so long without traffic the systems ask each other whether they are still there, `undefined` for never; 30 seconds unless given. */
  readonly probeAfterMs?: number | undefined;
  /** Events that may wait; 8,192 unless given. */
  readonly mostEvents?: number;
  /** Bytes that may wait; 16 MiB unless given. */
  readonly mostBytes?: number;
  /** After a failure, all events that wait are thrown out when they are more than so many; never unless given. */
  readonly discardAbove?: number | undefined;
  /** Takes what would be thrown out. */
  readonly persist?: ((bytes: Uint8Array) => void) | undefined;
  /** How long an event may wait beyond that for room, and only as many of them; 0 unless given. */
  readonly parkMs?: number;
  /** How long the end waits until everything is sent, 0 for as long as it takes; 5 seconds unless given. */
  readonly maxFlushMs?: number;
  readonly timers?: Timers;
  /** From 0 to 1; spreads the attempts of many senders. */
  readonly random?: () => number;
  readonly connect?: Connect;
}

/** What a timer of Node.js can wait at most. */
const FOR_EVER_MS = 2 ** 31 - 1;

/**
 * Sends text over TCP, TLS or to a Unix stream socket. One `write` is one event, framed already.
 *
 * Each event is sent once at most, in order. What the connection does not take waits, within bounds; the newest are
 * dropped and counted. A connection that breaks is made anew, with pauses that grow. TCP gives no receipt: what was
 * handed to a connection that broke may or may not have been received, and is counted as possibly lost.
 */
export class TcpSink implements Sink {
  readonly #tls: TlsSettings | undefined;
  readonly #delivery: Delivery;

  constructor(options: TcpSinkOptions) {
    const { destinations, strategy = "preferPrimary", tls, timers = SYSTEM_TIMERS, maxFlushMs = MAX_FLUSH_MS } = options;
    const mostEvents = options.mostEvents ?? MOST_KEPT_EVENTS;
    const probeAfterMs = "probeAfterMs" in options ? options.probeAfterMs : PROBE_AFTER_MS;
    this.#tls = tls;
    const route = new Route({
      destinations,
      strategy,
      reconnectionDelayMs: options.reconnectionDelayMs ?? RECONNECTION_DELAY_MS,
      minConnectionTimeBeforePrimaryMs: options.minConnectionTimeBeforePrimaryMs ?? MIN_CONNECTION_TIME_MS,
      random: options.random ?? Math.random,
    });
    this.#delivery = new Delivery({
      queue: new DeliveryQueue(mostEvents, options.mostBytes ?? MOST_KEPT_BYTES, options.charset ?? UTF_8),
      report: new DeliveryReport(options.statusManager, options.origin, () => timers.now()),
      drains: options.drains,
      timers,
      maxFlushMs: maxFlushMs > 0 ? maxFlushMs : FOR_EVER_MS,
      writesAtOnce: tls === undefined,
      discardAbove: options.discardAbove,
      persist: options.persist,
      parked: new ParkedTexts(mostEvents, options.parkMs ?? 0),
      connectorFor: (listener) =>
        new Connector({
          connect: options.connect ?? socketConnect(tls, probeAfterMs),
          route,
          timers,
          connectionTimeoutMs: options.connectionTimeoutMs ?? CONNECTION_TIMEOUT_MS,
          writeTimeoutMs: options.writeTimeoutMs ?? WRITE_TIMEOUT_MS,
          connectionTtlMs: (isPrimary) => (strategy === "preferPrimary" && isPrimary ? undefined : options.connectionTtlMs),
          keepAlive: options.keepAlive,
          listener,
        }),
    });
  }

  get queueCapacity(): number {
    return this.#delivery.queueCapacity;
  }

  get reconnects(): number {
    return this.#delivery.reconnects;
  }

  get counters(): DeliveryCounters {
    return this.#delivery.counters;
  }

  /** Begins to connect. @throws Error when a file that TLS needs cannot be used. */
  open(): void {
    if (this.#tls !== undefined) {
      checkTlsSettings(this.#tls);
    }
    this.#delivery.open();
  }

  /** Whether the next event would be dropped, whatever its text. */
  get isFull(): boolean {
    return this.#delivery.isFull;
  }

  /** Drops an event whose text was not made, because the sink is full. */
  refuse(): void {
    this.#delivery.refuse();
  }

  write(text: string): void {
    this.#delivery.write(text);
  }

  writeExtra(text: string): void {
    this.#delivery.writeExtra(text);
  }

  /** Batches are made in any case. */
  beginBatch(): void {}

  endBatch(): void {}

  drain(): void {
    this.#delivery.drain();
  }

  /** Resolves when everything is sent and the receiver has closed, or the time is over. */
  close(): Promise<void> {
    return this.#delivery.close();
  }
}
