import { onTestFinished } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { TcpSink, type TcpSinkOptions } from "../../src/sink/tcp-sink.js";
import { RecordingDrains } from "./drains.js";

export interface OpenTcpSink {
  readonly sink: TcpSink;
  readonly drains: RecordingDrains;
  /** `LEVEL message` */
  statuses(): string[];
}

/** A sink that is opened, and closed when the test is over; it comes back quickly to a receiver that was away. */
export function openTcpSink(port: number, options: Partial<TcpSinkOptions> = {}): OpenTcpSink {
  const statusManager = new StatusManager();
  const drains = new RecordingDrains();
  const sink = new TcpSink({ destinations: [{ host: "127.0.0.1", port }], origin: "TCP", drains, statusManager, reconnectionDelayMs: 20, maxFlushMs: 5_000, ...options });
  sink.open();
  onTestFinished(async () => {
    await sink.close();
  });
  return { sink, drains, statuses: () => statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

/** Whether every event is somewhere. */
export function addsUp({ counters }: TcpSink): boolean {
  const { accepted, sent, queued, persisted, dropped } = counters;
  return accepted === sent + queued + persisted + dropped;
}
