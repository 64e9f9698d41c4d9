import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { TroubleReport } from "../../src/sink/trouble-report.js";

const noSpace = Object.assign(new Error("no space"), { code: "ENOSPC" });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

function report(): { readonly trouble: TroubleReport; statuses(): string[] } {
  const statusManager = new StatusManager();
  return { trouble: new TroubleReport(statusManager, "FILE", "the file a.log"), statuses: () => statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

test("a failure is said at once, then once a minute with the numbers of that moment", () => {
  const { trouble, statuses } = report();
  trouble.failed(noSpace, 1);
  vi.advanceTimersByTime(59_999);
  trouble.failed(noSpace, 500);
  expect(statuses()).toHaveLength(1);

  vi.advanceTimersByTime(1);
  trouble.dropped();
  trouble.failed(noSpace, 8_192);

  expect(statuses()).toEqual([
    "ERROR Cannot write to the file a.log (ENOSPC); it is tried again. 1 event is kept in memory (at most 8192 events or 16 MiB; newer ones are dropped), 0 events are dropped so far.",
    "ERROR Cannot write to the file a.log (ENOSPC); it is tried again. 8192 events are kept in memory (at most 8192 events or 16 MiB; newer ones are dropped), 1 event is dropped so far.",
  ]);
});

test("the end of a failure is said when the failure was", () => {
  const { trouble, statuses } = report();
  trouble.failed(noSpace, 1);
  trouble.recovered();
  trouble.failed(noSpace, 1);
  trouble.recovered();

  expect(statuses().slice(1)).toEqual(["INFO Writing to the file a.log again; nothing is held back, 0 events are dropped so far."]);
});

test("what a silent failure cost is said as soon as the minute allows, at the latest at the end", () => {
  const { trouble, statuses } = report();
  trouble.failed(noSpace, 1);
  trouble.recovered();
  trouble.dropped();
  trouble.recovered();
  expect(statuses()).toHaveLength(2);

  vi.advanceTimersByTime(60_000);
  trouble.recovered();
  expect(statuses()[2]).toBe("INFO Writing to the file a.log again; nothing is held back, 1 event is dropped so far.");

  trouble.dropped();
  trouble.closed(0);
  expect(statuses()[3]).toBe("ERROR Closed the file a.log: 0 events are lost because it could not be written to the end, 2 events are dropped so far.");
});

test("a good end is not worth a word", () => {
  const { trouble, statuses } = report();

  trouble.closed(0);

  expect(statuses()).toEqual([]);
});
