import { appendFileSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { dedicatedAuditor, makeAuditor } from "../support/auditors.js";

/** Longer than it takes to notice that a file was exchanged. */
const NOTICED_MS = 1_100;

/** In the way of the first archive. */
function blockArchives(location: string): void {
  mkdirSync(path.join(`${location}.1`, "full"), { recursive: true });
}

test("T16 a record that follows a file put in the place of ours has a line of its own, and who may read that file is said", async () => {
  const { audit, location, lines, complaints } = dedicatedAuditor();
  await audit.log("one");
  writeFileSync(`${location}.edited`, "one\nredacted", { mode: 0o644 });
  renameSync(`${location}.edited`, location);
  await setTimeout(NOTICED_MS);
  await audit.log("two");

  expect(lines()).toEqual(["one", "redacted", "two"]);
  expect(complaints()).toEqual([
    `WARN ${location} ends within a line, as when a machine fails. The next record begins a new one.`,
    `WARN ${location} was there already, and is open to others than the process's user (mode 644). It is written to as it is.`,
  ]);
});

test("an empty one that others may read is said, too, once", async () => {
  const { audit, location, complaints } = dedicatedAuditor();
  for (const number of [1, 2]) {
    await audit.log(`record-${number}`);
    renameSync(location, `${location}-${number}`);
    writeFileSync(location, "", { mode: 0o644 });
    await setTimeout(NOTICED_MS);
  }
  await audit.log("record-3");

  expect(complaints()).toEqual([`WARN ${location} was there already, and is open to others than the process's user (mode 644). It is written to as it is.`]);
});

test("a roll that failed is owed by that file, and not by another", async () => {
  const { audit, location, lines, complaints } = makeAuditor();
  const other = `${location}.other`;
  blockArchives(other);
  const realNow = performance.now.bind(performance);
  const clock = vi.spyOn(performance, "now");
  audit.configure({ file: { location: other, size: 10, count: 1 } });
  for (const record of ["record-1", "record-2", "record-3"]) {
    await audit.log(record);
  }

  audit.configure({ file: { location, count: 1 } });
  clock.mockImplementation(() => realNow() + 10_000);
  await audit.log("record-4");
  clock.mockRestore();

  expect(readdirSync(path.dirname(location)).sort()).toEqual(["audit.log", "audit.log.other", "audit.log.other.1"]);
  expect(lines()).toEqual(["record-4"]);
  expect(complaints()).toEqual([expect.stringContaining(`ERROR ${other} could not be rolled`)]);
});

for (const how of ["changed", "closed"]) {
  test(`a roll that fails with another file is said (the first was ${how})`, async () => {
    const { audit, location, complaints } = makeAuditor();
    for (const file of [location, `${location}.other`]) {
      blockArchives(file);
      audit.configure({ file: { location: file, size: 10, count: 1 } });
      await audit.log("record-1");
      await audit.log("record-2");
      await audit.log("record-3");
      if (how === "closed") {
        await audit.close();
      }
    }

    expect(complaints()).toEqual([expect.stringContaining(`ERROR ${location} could not be rolled`), expect.stringContaining(`ERROR ${location}.other could not be rolled`)]);
  });
}

test("somebody else who writes to the file is told of, with advice that helps", async () => {
  const { audit, location, complaints } = dedicatedAuditor({ file: { size: 10 } });
  for (let number = 0; number < 8; number++) {
    await audit.log(`record-${number}`);
    appendFileSync(location, "x\n");
  }

  expect(complaints()).toEqual([`WARN Somebody else writes to ${location}, too, and does not notice when it rolls. Give each process a file of its own.`]);
});

test("who writes to one file is no matter of the next", async () => {
  const { audit, location, complaints } = dedicatedAuditor({ file: { size: 4 } });
  await audit.log("a");
  appendFileSync(location, "x\n");
  await audit.log("b");
  await audit.log("c");
  audit.configure({ file: { location: `${location}.other` } });
  await audit.log("d");

  expect(complaints()).toEqual([`WARN Somebody else writes to ${location}, too, and does not notice when it rolls. Give each process a file of its own.`]);
});
