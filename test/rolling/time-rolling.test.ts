import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SizeAndTimeBasedRollingPolicy } from "../../src/rolling/size-and-time-based-rolling-policy.js";
import { TimeBasedRollingPolicy } from "../../src/rolling/time-based-rolling-policy.js";
import { rollingFolder } from "../support/rolling-folder.js";

const daily = (): TimeBasedRollingPolicy => new TimeBasedRollingPolicy({ fileNamePattern: "app.%d.log" });
const sized = (maxFileSize: number, fileNamePattern = "app.%d.%i.log"): SizeAndTimeBasedRollingPolicy => new SizeAndTimeBasedRollingPolicy({ fileNamePattern, maxFileSize });

test("the first event of a period finds a new file, and the old one has the name of its period", () => {
  const { start, log, files } = rollingFolder();
  const appender = start(daily(), { file: "app.log" });

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-15T23:59:59.999Z", "b");
  log(appender, "2024-03-16T00:00:00Z", "c");
  log(appender, "2024-03-20T00:00:00Z", "d");

  expect(files()).toEqual({ "app.2024-03-15.log": "a\nb\n", "app.2024-03-16.log": "c\n", "app.log": "d\n" });
});

test("without a file, events go straight to the archive of the period", () => {
  const { start, log, files } = rollingFolder();
  const appender = start(daily());

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-16T00:00:00Z", "b");

  expect(files()).toEqual({ "app.2024-03-15.log": "a\n", "app.2024-03-16.log": "b\n" });
});

test("an event that finds the file full goes to the next; the index begins anew with each period", () => {
  const { start, log, files } = rollingFolder();
  const appender = start(sized(4), { file: "app.log" });

  for (const [index, time] of ["15T10:00", "15T11:00", "15T12:00", "15T13:00", "16T10:00", "16T11:00", "16T12:00"].entries()) {
    log(appender, `2024-03-${time}:00Z`, String(index));
  }

  expect(files()).toEqual({ "app.2024-03-15.0.log": "0\n1\n", "app.2024-03-15.1.log": "2\n3\n", "app.2024-03-16.0.log": "4\n5\n", "app.log": "6\n" });
});

test("the period of the file that is there at the start is that of its last change", () => {
  const { folder, start, log, files } = rollingFolder();
  writeFileSync(path.join(folder, "app.log"), "old\n");
  utimesSync(path.join(folder, "app.log"), new Date("2024-02-14T10:00:00Z"), new Date("2024-02-14T10:00:00Z"));

  log(start(daily(), { file: "app.log" }), "2024-03-15T10:00:00Z", "new");

  expect(files()).toEqual({ "app.2024-02-14.log": "old\n", "app.log": "new\n" });
});

test("a file of the far future belongs to the present, so that it ever rolls", () => {
  const { folder, start, log, files, statuses } = rollingFolder();
  writeFileSync(path.join(folder, "app.log"), "future\n");
  utimesSync(path.join(folder, "app.log"), new Date("2038-01-01T00:00:00Z"), new Date("2038-01-01T00:00:00Z"));

  const appender = start(daily(), { file: "app.log" });
  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-16T10:00:00Z", "b");

  expect(files()).toEqual({ "app.2024-03-15.log": "future\na\n", "app.log": "b\n" });
  expect(statuses()).toEqual(["WARN app.log was changed in the future, at 2038-01-01T00:00:00.000Z; it is taken to belong to the present period."]);
});

test("after a restart the index goes on behind the archives of the period, whatever else lies there", () => {
  const { folder, start, log, files } = rollingFolder();
  for (const name of ["app.2024-03-15.0.log", "app.2024-03-15.11.log", "app.2024-03-14.40.log", "app.2024-03-15.x.log"]) {
    writeFileSync(path.join(folder, name), "");
  }

  const appender = start(sized(2), { file: "app.log" });
  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-15T10:00:01Z", "b");

  expect(files()).toMatchObject({ "app.2024-03-15.12.log": "a\n", "app.log": "b\n" });
});

test("after a restart without a file the last file of the period is written on", () => {
  const { folder, start, log, files } = rollingFolder();
  writeFileSync(path.join(folder, "app.2024-03-15.0.log"), "full\n");
  writeFileSync(path.join(folder, "app.2024-03-15.1.log"), "1\n");

  log(start(sized(4)), "2024-03-15T10:00:00Z", "a");

  expect(files()).toEqual({ "app.2024-03-15.0.log": "full\n", "app.2024-03-15.1.log": "1\na\n" });
});

test("an archive that is there is never written over: without an index it grows, and that is said", () => {
  const { folder, start, log, files, statuses } = rollingFolder();
  const appender = start(daily(), { file: "app.log" });
  log(appender, "2024-03-15T10:00:00Z", "a");
  writeFileSync(path.join(folder, "app.2024-03-15.log"), "earlier\n");

  log(appender, "2024-03-16T10:00:00Z", "b");

  expect(files()).toEqual({ "app.2024-03-15.log": "earlier\na\n", "app.log": "b\n" });
  expect(statuses()).toEqual(["WARN The archive app.2024-03-15.log existed; what rolled was appended to it."]);
});

test("an archive that is there is never written over: with an index the next free one is taken", () => {
  const { folder, start, log, files } = rollingFolder();
  const appender = start(sized(2), { file: "app.log" });
  writeFileSync(path.join(folder, "app.2024-03-15.0.log"), "somebody's\n");
  mkdirSync(path.join(folder, "app.2024-03-15.1.log"));
  symlinkSync("nowhere", path.join(folder, "app.2024-03-15.2.log"));

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-15T10:00:01Z", "b");

  expect(files()).toEqual({ "app.2024-03-15.0.log": "somebody's\n", "app.2024-03-15.3.log": "a\n", "app.log": "b\n" });
});

test("a clock that goes back ends no period", () => {
  const { start, log, files } = rollingFolder("2024-03-18T10:00:00Z");
  const appender = start(daily(), { file: "app.log" });

  log(appender, "2024-03-18T10:00:00Z", "a");
  log(appender, "2024-03-17T10:00:00Z", "back");
  log(appender, "2024-03-19T10:00:00Z", "on");

  expect(files()).toEqual({ "app.2024-03-18.log": "a\nback\n", "app.log": "on\n" });
});

test("a time that an event carries, and the clock has not reached, ends no period", () => {
  const { start, log, files, clock } = rollingFolder();
  const appender = start(daily(), { file: "app.log" });
  clock.now = () => Date.parse("2024-03-15T10:00:00Z");

  log(appender, "2030-01-01T00:00:00Z", "from the future");

  expect(files()).toEqual({ "app.log": "from the future\n" });
});

const unusable = [
  { pattern: "app.log", error: 'Expected %d in the fileNamePattern "app.log", without "aux".' },
  { pattern: "app.%d{yyyy, aux}.log", error: 'Expected %d in the fileNamePattern "app.%d{yyyy, aux}.log", without "aux".' },
  { pattern: "app.%d{dd}.log", error: 'The date pattern "dd" in the fileNamePattern "app.%d{dd}.log" gives archives of different periods the same name.' },
  { pattern: "app.%d{yyyy}.log", error: 'The date pattern "yyyy" in the fileNamePattern "app.%d{yyyy}.log" shows no period: expected one that shows at least the month.' },
  { pattern: "app.%d.%i.log", error: '%i in the fileNamePattern "app.%d.%i.log" needs a size to count by: use SizeAndTimeBasedRollingPolicy with <maxFileSize>, or leave %i out.' },
];

for (const { pattern, error } of unusable) {
  test(`TimeBasedRollingPolicy refuses ${pattern}`, () => {
    expect(() => new TimeBasedRollingPolicy({ fileNamePattern: pattern })).toThrow(new RangeError(`${error} The appender cannot be started.`));
  });
}

test("SizeAndTimeBasedRollingPolicy refuses a pattern without %i, and wants a size", () => {
  expect(() => sized(10, "app.%d.log")).toThrow(/Expected %i/);
  expect(() => new SizeAndTimeBasedRollingPolicy({ fileNamePattern: "app.%d.%i.log", maxFileSize: undefined })).toThrow("<maxFileSize> is required. The appender cannot be started.");
});

for (const file of ["app.2020-01-01.log", "./app.2020-01-01.log"]) {
  test(`a file that an archive could be called like, ${file}, is refused`, () => {
    const { start, statuses } = rollingFolder();

    expect(start(daily(), { file }).isStarted).toBe(false);
    expect(statuses()[0]).toMatch(/^ERROR Appender \[ROLL\] could not be started/);
  });
}

test("a policy that is not started does not roll", () => {
  expect(() => daily().rollover()).toThrow("The policy is not started.");
});
