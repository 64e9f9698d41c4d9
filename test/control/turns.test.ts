import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { Turns } from "../../src/control/turns.js";

/** Keeps the process busy. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    // Nothing else is done meanwhile.
  }
}

test("T11 what takes long is done in turns, and the process has its own in between", async () => {
  const turns = new Turns();
  const journal: string[] = [];
  for (const name of ["a", "b", "c"]) {
    turns.ask(() => {
      work(2);
      journal.push(name);
    });
  }

  while (journal.filter((entry) => entry !== "process").length < 3) {
    journal.push("process");
    await nextTurn();
  }

  expect(journal.join(" ")).toMatch(/^(process )+a (process )+b (process )+c$/);
});

test("what asks again comes behind the others", async () => {
  const turns = new Turns();
  const done: string[] = [];
  const again = (): void => {
    done.push("again");
    if (done.length < 4) {
      turns.ask(again);
    }
  };
  turns.ask(again);
  turns.ask(again);
  turns.ask(() => done.push("once"));

  await vi.waitFor(() => {
    expect(done).toEqual(["again", "once", "again", "again"]);
  }, { timeout: 10_000, interval: 1 });
});

test("what leaves is not done", async () => {
  const turns = new Turns();
  const done: string[] = [];
  const leaving = (): void => {
    done.push("leaving");
  };
  turns.ask(leaving);
  turns.ask(() => done.push("staying"));
  expect(turns.isWaiting(leaving)).toBe(true);
  turns.leave(leaving);
  expect(turns.isWaiting(leaving)).toBe(false);

  while (done.length === 0) {
    await wait(1);
  }

  expect(done).toEqual(["staying"]);
});
