import path from "node:path";
import { expect, test } from "vitest";
import { FileAppender } from "../../src/appender/file-appender.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import type { AuditOptions } from "../../src/audit/audit-options.js";
import type { Appender } from "../../src/core/appender.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import { dedicatedAuditor, makeAuditor, type MadeAuditor } from "../support/auditors.js";
import { FifoReader, makeFifo } from "../support/file-sinks.js";

/** Where two records wait; nobody reads the pipe yet. */
function waiting(): MadeAuditor & { readonly fifo: string; readonly receipts: Promise<string>[] } {
  const made = makeAuditor();
  const list = new ListAppender("LIST", made.context);
  list.start();
  made.context.root.addAppender(list);
  const fifo = makeFifo();
  made.audit.configure({ file: { location: fifo } });
  const receipts = ["a", "b"].map((record) => made.audit.log(record).then(({ state }) => state, (error: unknown) => String(error)));
  expect(made.audit.counters.queued).toBe(2);
  return { ...made, fifo, receipts };
}

const switches: readonly (readonly [title: string, options: AuditOptions, next: string])[] = [
  ["in the standard mode", {}, "written"],
  ["although the audit log is off", { enabled: false }, "disabled"],
];

for (const [title, options, next] of switches) {
  test(`T16 what waits for a full disk goes on waiting ${title}, and then the file is closed`, async () => {
    const { audit, drains, fifo, receipts } = waiting();

    audit.configure(options);
    expect((await audit.log("c")).state).toBe(next);
    expect(audit.counters).toMatchObject({ queued: 2, dropped: 0 });
    const reader = new FifoReader(fifo);

    expect(await Promise.all(receipts)).toEqual(["written", "written"]);
    expect(audit.counters).toMatchObject({ queued: 0, dropped: 0 });
    expect(reader.read()).toBe("a\nb\n");
    expect(reader.readSome(1)).toBe("end");
    expect(drains.holders.size).toBe(0);
  });
}

test("it goes to another file when there is one again", async () => {
  const { audit, location, lines, fifo, receipts } = waiting();
  audit.configure({ enabled: false });

  audit.configure({ file: { location } });
  await audit.log("c");

  expect(await Promise.all(receipts)).toEqual(["written", "written"]);
  expect(lines()).toEqual(["a", "b", "c"]);
  expect(new FifoReader(fifo).readSome(1)).toBe("end");
});

test("the same file is gone on with, and not closed when all is written", async () => {
  const { audit, fifo, receipts } = waiting();
  audit.configure({});
  audit.configure({ file: { location: fifo } });
  const reader = new FifoReader(fifo);
  await Promise.all(receipts);
  await audit.log("c");

  expect(reader.read()).toBe("a\nb\nc\n");
  expect(reader.readSome(1)).toBe("");
});

test("it waits on where the other file cannot be opened", async () => {
  const { audit, location, fifo, receipts } = waiting();
  audit.configure({});
  audit.configure({ file: { location: path.dirname(location) } });
  expect((await audit.log("c")).state).toBe("written");
  const reader = new FifoReader(fifo);

  expect(await Promise.all(receipts)).toEqual(["written", "written"]);
  expect(reader.read()).toBe("a\nb\n");
});

test("the end waits for it, and what is left is rejected with the reason", async () => {
  const { audit, drains, receipts } = waiting();
  audit.configure({});

  for (const holder of [...drains.holders]) {
    holder.drain();
    holder.abandon?.();
  }

  expect(await Promise.all(receipts)).toEqual([1, 2].map(() => expect.stringMatching(/is lost: the disk took nothing until the end\.$/) as unknown));
  expect(audit.counters).toMatchObject({ queued: 0, dropped: 2 });
});

test("closing waits for it", async () => {
  const { audit, fifo, receipts } = waiting();
  audit.configure({ enabled: false });
  const closed = audit.close();
  const reader = new FifoReader(fifo);
  await closed;

  expect(await Promise.all(receipts)).toEqual(["written", "written"]);
  expect(reader.read()).toBe("a\nb\n");
  expect(audit.counters).toMatchObject({ logged: 2, written: 2, dropped: 0 });
});

function configure(context: LoggerContext, ...appenders: readonly Appender[]): void {
  context.apply({ name: undefined, properties: new Map(), loggers: new Map(), turboFilters: [], statusListeners: [], sequenceNumbers: undefined, listeners: [], hasShutdownHook: false, appenders });
}

const SHARED = (location: string): string =>
  `WARN ${location} is the file of the appender [APP] too: its events stand between the audit records, and it does not notice when the audit log rolls. Give one of them another file.`;

test("an appender that has the same file is named when the file is opened", () => {
  const { audit, context, location, complaints } = makeAuditor();
  configure(context, new FileAppender("OTHER", context, { encoder: undefined, file: `${location}.other` }), new FileAppender("APP", context, { encoder: undefined, file: path.relative(process.cwd(), location) }));

  audit.configure({ file: { location } });

  expect(complaints()).toEqual([SHARED(location)]);
});

test("so is one of a configuration that comes later, at the next record, once", () => {
  const { audit, context, location, complaints } = dedicatedAuditor();
  configure(context, new FileAppender("APP", context, { encoder: undefined, file: location }));
  expect(complaints()).toEqual([]);

  void audit.log("a");
  configure(context, new FileAppender("APP", context, { encoder: undefined, file: location }));
  void audit.log("b");

  expect(complaints()).toEqual([SHARED(location)]);
});
