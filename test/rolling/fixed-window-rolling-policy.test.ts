import { mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FixedWindowRollingPolicy, fixedWindowRollingPolicy, openXchangeFixedWindowRollingPolicy, type FixedWindowRollingPolicyOptions } from "../../src/rolling/fixed-window-rolling-policy.js";
import { SizeBasedTriggeringPolicy } from "../../src/rolling/size-based-triggering-policy.js";
import type { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import { buildFrom } from "../support/build.js";
import { collectedReport } from "../support/rolling.js";
import { filesBelow, rollingFolder, SetClock, type RollingFolder } from "../support/rolling-folder.js";
import { tempDir } from "../support/temp-dir.js";

interface Window extends RollingFolder {
  /** Logs so many lines `0`, `1`, ...; every one after the first finds the file full. */
  fill(count: number, from?: number): void;
  readonly appender: RollingFileAppender;
}

function aWindow(options: Partial<FixedWindowRollingPolicyOptions> = {}, prepare: (folder: string) => void = () => {}): Window {
  const made = rollingFolder();
  prepare(made.folder);
  const policy = new FixedWindowRollingPolicy({ fileNamePattern: "app.%i.log", ...options });
  const appender = made.start(policy, { file: "app.log", triggeringPolicy: new SizeBasedTriggeringPolicy({ maxFileSize: 1 }) });
  return {
    ...made,
    appender,
    fill(count, from = 0) {
      for (let index = from; index < from + count; index++) {
        made.log(appender, made.clock.epochMs, String(index));
      }
    },
  };
}

test("each roll moves every archive up by one; the oldest goes", () => {
  const { fill, files } = aWindow({ maxIndex: 3 });

  fill(2);
  expect(files()).toEqual({ "app.1.log": "0\n", "app.log": "1\n" });

  fill(4, 2);
  expect(files()).toEqual({ "app.1.log": "4\n", "app.2.log": "3\n", "app.3.log": "2\n", "app.log": "5\n" });
});

test("gaps in the window move up too, as in Logback", () => {
  const { fill, files } = aWindow({ maxIndex: 4 }, (folder) => {
    writeFileSync(path.join(folder, "app.3.log"), "three\n");
  });

  fill(2);

  expect(files()).toEqual({ "app.1.log": "0\n", "app.4.log": "three\n", "app.log": "1\n" });
});

test("while a folder is in the way, no archive is lost and the file is written on", () => {
  const { fill, files, folder, appender, statuses } = aWindow({ maxIndex: 3 }, (of) => {
    mkdirSync(path.join(of, "app.3.log"));
  });

  fill(5);
  expect(files()).toEqual({ "app.1.log": "1\n", "app.2.log": "0\n", "app.log": "2\n3\n4\n" });
  expect(statuses()).toEqual(["ERROR app.log could not be rolled (EISDIR); it is written on, and rolling is tried again."]);

  rmdirSync(path.join(folder, "app.3.log"));
  appender.rollover();
  expect(files()).toEqual({ "app.1.log": "2\n3\n4\n", "app.2.log": "1\n", "app.3.log": "0\n", "app.log": "" });
});

test("a roll that was taken back costs no archive when it is done again", () => {
  const folder = tempDir();
  const policy = new FixedWindowRollingPolicy({ fileNamePattern: "app.%i.log", maxIndex: 2 });
  policy.start({ name: "R", file: path.join(folder, "app.log"), folder, prudent: false, dirMode: 0o750, clock: new SetClock(0), report: collectedReport([]) });
  for (const name of ["app.log", "app.1.log", "app.2.log"]) {
    writeFileSync(path.join(folder, name), name);
  }

  policy.rollover().undo?.();
  expect(filesBelow(folder)).toEqual({ "app.2.log": "app.1.log", "app.log": "app.log" });

  policy.rollover();
  expect(filesBelow(folder)).toEqual({ "app.1.log": "app.log", "app.2.log": "app.1.log" });
});

test("the window has at most 21 files, and 101 in Open-Xchange's class", () => {
  const settings = { fileNamePattern: "a.%i", maxIndex: "200" };

  const stock = buildFrom(fixedWindowRollingPolicy, settings);
  const ox = buildFrom(openXchangeFixedWindowRollingPolicy, settings);

  expect(stock.built?.maxIndex).toBe(21);
  expect(stock.statuses).toEqual(["WARN <maxIndex> 200 is more than 20 above <minIndex>; 21 is used."]);
  expect(ox.built?.maxIndex).toBe(101);
});

test("maxIndex below minIndex is minIndex", () => {
  const { built, statuses } = buildFrom(fixedWindowRollingPolicy, { fileNamePattern: "a.%i", minIndex: "5", maxIndex: "2" });

  expect([built?.minIndex, built?.maxIndex]).toEqual([5, 5]);
  expect(statuses).toEqual(["WARN <maxIndex> 2 is smaller than <minIndex>; 5 is used."]);
});

test("a pattern without %i is an ERROR, and in code refused", () => {
  expect(buildFrom(fixedWindowRollingPolicy, { fileNamePattern: "a.log" }).statuses).toEqual(['ERROR Expected %i in the fileNamePattern "a.log". The appender cannot be started.']);
  expect(() => new FixedWindowRollingPolicy({ fileNamePattern: "a.log" })).toThrow(RangeError);
});

test("without a file, or with prudent, it cannot be started", () => {
  const { start, statuses } = rollingFolder();
  const make = (): FixedWindowRollingPolicy => new FixedWindowRollingPolicy({ fileNamePattern: "a.%i" });
  const triggeringPolicy = new SizeBasedTriggeringPolicy();

  expect(start(make(), { triggeringPolicy }).isStarted).toBe(false);
  expect(start(make(), { triggeringPolicy, file: "a.log", prudent: true }).isStarted).toBe(false);
  expect(statuses()).toHaveLength(2);
});
