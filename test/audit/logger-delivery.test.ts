import { expect, test } from "vitest";
import { LoggerDelivery } from "../../src/audit/logger-delivery.js";
import { AuditRecord } from "../../src/audit/audit-record.js";
import type { Appender } from "../../src/core/appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { RecordingDrains } from "../support/drains.js";

/** An appender whose counters are set by hand. */
class CountedAppender implements Appender {
  readonly name: string;
  readonly isStarted = true;
  readonly behind: readonly Appender[];
  counters = { logged: 0, written: 0, queued: 0, dropped: 0 };

  constructor(name: string, behind: readonly Appender[] = []) {
    this.name = name;
    this.behind = behind;
  }

  start(): void {}

  stop(): void {}

  doAppend(): void {}

  /** So many events were taken, and so many of them written or dropped. */
  count(logged: number, written: number, dropped = 0): void {
    this.counters = { logged, written, queued: logged - written - dropped, dropped };
  }
}

/** What became of a record so far. */
async function stateOf({ receipt }: AuditRecord): Promise<string> {
  return Promise.race([receipt.then(({ state }) => state, (error: unknown) => String(error)), Promise.resolve("open")]);
}

const drains = new RecordingDrains();
const logger = new LoggerContext().getLogger("audit");

function attach(...appenders: readonly Appender[]): void {
  for (const appender of logger.appenders) {
    logger.detachAppender(appender);
  }
  for (const appender of appenders) {
    logger.addAppender(appender);
  }
}

test("a record is written when every appender has written as much as it had taken by then", async () => {
  const [one, two] = [new CountedAppender("ONE"), new CountedAppender("TWO")];
  attach(one, two);
  const delivery = new LoggerDelivery(drains);
  const record = new AuditRecord(1);
  const reach = delivery.reachOf(logger);
  one.count(5, 5);
  two.count(7, 3);

  delivery.handedOver(record, reach);
  two.count(20, 6);
  delivery.look();
  expect([await stateOf(record), delivery.queued]).toEqual(["open", 1]);
  two.count(20, 7);
  delivery.look();

  expect((await record.receipt).state).toBe("written");
  expect([delivery.queued, delivery.lost]).toEqual([0, 0]);
});

test("a queue that handed a record on is not enough", async () => {
  const file = new CountedAppender("FILE");
  const queue = new CountedAppender("ASYNC", [file]);
  attach(queue);
  const delivery = new LoggerDelivery(drains);
  const record = new AuditRecord(1);
  const reach = delivery.reachOf(logger);
  queue.count(1, 0);
  delivery.handedOver(record, reach);

  queue.count(1, 1);
  file.count(1, 0);
  delivery.look();
  expect(await stateOf(record)).toBe("open");
  file.count(1, 1);
  delivery.look();

  expect((await record.receipt).state).toBe("written");
});

test("what an appender drops meanwhile may be the record", async () => {
  const file = new CountedAppender("FILE");
  const queue = new CountedAppender("ASYNC", [file]);
  attach(queue);
  const delivery = new LoggerDelivery(drains);
  const record = new AuditRecord(1);
  const reach = delivery.reachOf(logger);
  queue.count(1, 1);
  file.count(1, 0);
  delivery.handedOver(record, reach);

  file.count(2, 1, 1);
  delivery.look();

  await expect(record.receipt).rejects.toThrow("The audit record 1 may be lost: an appender that it was handed to dropped events since.");
  expect([delivery.queued, delivery.lost]).toEqual([0, 1]);
});

test("appenders of the loggers above count as far as additivity reaches", () => {
  const { context } = logger;
  const above = new CountedAppender("ABOVE");
  context.root.addAppender(above);
  const own = new CountedAppender("OWN");
  attach(own);
  const names = (): string[] => new LoggerDelivery(drains).reachOf(logger).first.map(({ name }) => name);

  expect(names()).toEqual(["OWN", "ABOVE"]);
  logger.setAdditive(false);
  expect(names()).toEqual(["OWN"]);
  logger.setAdditive(true);
  context.root.detachAppender(above);
});

test("at the end what is not written is rejected", async () => {
  const file = new CountedAppender("FILE");
  attach(file);
  const delivery = new LoggerDelivery(drains);
  const record = new AuditRecord(1);
  const reach = delivery.reachOf(logger);
  file.count(1, 0);
  delivery.handedOver(record, reach);

  delivery.end();

  await expect(record.receipt).rejects.toThrow("may be lost: the appenders were stopped before they had written it.");
  expect([delivery.queued, delivery.lost]).toEqual([0, 1]);
});

test("a record that the filters of all appenders keep out is refused, and not called written", async () => {
  const [one, two] = [new CountedAppender("ONE"), new CountedAppender("TWO")];
  attach(one, two);
  const delivery = new LoggerDelivery(drains);
  const [record, next] = [new AuditRecord(1), new AuditRecord(2)];

  expect(delivery.handedOver(record, delivery.reachOf(logger))).toBe(false);
  const reach = delivery.reachOf(logger);
  two.count(1, 1);
  expect(delivery.handedOver(next, reach)).toBe(true);

  expect([(await record.receipt).state, (await next.receipt).state]).toEqual(["refused", "written"]);
  expect([delivery.queued, delivery.lost, delivery.refused]).toEqual([0, 0, 1]);
});

test("the end of the process waits while a record is on its way, and nothing is held afterwards", async () => {
  const file = new CountedAppender("FILE");
  attach(file);
  const delivery = new LoggerDelivery(drains);
  const record = new AuditRecord(1);
  const reach = delivery.reachOf(logger);
  file.count(1, 0);
  delivery.handedOver(record, reach);
  expect([...drains.holders]).toEqual([delivery]);

  const finished = delivery.finish();
  expect(await stateOf(record)).toBe("open");
  file.count(1, 1);
  await finished;

  expect((await record.receipt).state).toBe("written");
  expect([...drains.holders]).toEqual([]);
});
