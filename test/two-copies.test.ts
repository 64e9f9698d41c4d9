import { afterEach, expect, test, vi } from "vitest";
import type * as library from "../src/global.js";
import type { Status } from "../src/core/status.js";

const OTHER = Symbol.for("logback-node/9.9");
const WARNING = "Another copy of this library (logback-node/9.9) is in the process; it has a configuration of its own.";

/** Loads the library as a program does for the first time. */
async function load(): Promise<typeof library> {
  vi.resetModules();
  return await import("../src/global.js");
}

function complaints(statuses: readonly Status[]): string[] {
  return statuses.filter(({ level }) => level !== "INFO").map(({ level, message }) => `${level} ${message}`);
}

afterEach(async () => {
  Reflect.deleteProperty(globalThis, OTHER);
  const { resetForTests } = await load();
  await resetForTests();
});

test("another version in the process is said once, also when the library is loaded twice", async () => {
  Reflect.set(globalThis, OTHER, {});

  const first = await load();
  const second = await load();
  first.configure({ appenders: { LIST: { class: "ListAppender" } }, root: { level: "INFO", appenders: ["LIST"] } });
  second.LoggerFactory.getLogger("a").info("used");

  expect(second.LoggerFactory).not.toBe(first.LoggerFactory);
  expect(complaints(second.LoggerFactory.getLoggerContext().statusManager.statuses)).toEqual([`WARN ${WARNING}`]);
});

test("copies of one version share their state and say nothing", async () => {
  const first = await load();
  const second = await load();

  expect(second.LoggerFactory.getLogger("a")).toBe(first.LoggerFactory.getLogger("a"));
  expect(complaints(first.LoggerFactory.getLoggerContext().statusManager.statuses)).toEqual([]);
});

test("what only looks like another version is left alone", async () => {
  const lookalikes = ["logback-node", "logback-node/", "my-logback-node/1.0"].map((name) => Symbol.for(name));
  for (const symbol of lookalikes) {
    Reflect.set(globalThis, symbol, {});
  }

  const { LoggerFactory } = await load();
  for (const symbol of lookalikes) {
    Reflect.deleteProperty(globalThis, symbol);
  }

  expect(complaints(LoggerFactory.getLoggerContext().statusManager.statuses)).toEqual([]);
});
