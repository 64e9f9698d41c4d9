import { expect, test } from "vitest";
import { changesBetween } from "../../src/config/changes.js";
import type { ConfigurationSnapshot } from "../../src/config/snapshot.js";

const EMPTY: ConfigurationSnapshot = {
  contextName: undefined,
  scanPeriodMs: undefined,
  neutralise: false,
  properties: new Map(),
  loggers: new Map(),
  appenders: new Map(),
  components: [],
};

function changes(before: Partial<ConfigurationSnapshot>, after: Partial<ConfigurationSnapshot>): string[] {
  return changesBetween({ ...EMPTY, ...before }, { ...EMPTY, ...after }, () => undefined);
}

test("two configurations that are the same have no changes", () => {
  expect(changes({}, {})).toEqual([]);
});

test("what stands in <configuration> itself is told", () => {
  expect(changes({ contextName: "a", scanPeriodMs: 60_000 }, { contextName: "b", neutralise: true })).toEqual(["context name a -> b", "scan period: 1 minutes -> off", "neutralise: false -> true"]);
});

test("a root level that goes is DEBUG from then on", () => {
  expect(changes({ loggers: new Map([["ROOT", { level: "WARN", additive: true, appenders: [] }]]) }, {})).toEqual(["level of ROOT: WARN -> DEBUG"]);
});

test("an appender of the application's own that was exchanged is told", () => {
  const given = (adopted: boolean): Partial<ConfigurationSnapshot> => ({ appenders: new Map([["MINE", { description: undefined, adopted, isStarted: true }]]) });

  expect(changes(given(false), given(true))).toEqual([]);
  expect(changes(given(false), given(false))).toEqual(["appender MINE: restarted"]);
});

test("an appender that could not be started is told as that, once", () => {
  const tried = (isStarted: boolean): Partial<ConfigurationSnapshot> => ({ appenders: new Map([["FILE", { description: undefined, adopted: false, isStarted }]]) });

  expect(changes({}, tried(false))).toEqual(["appender FILE: added, not started"]);
  expect(changes(tried(true), tried(false))).toEqual(["appender FILE: not started"]);
  expect(changes(tried(false), tried(false))).toEqual([]);
  expect(changes(tried(false), tried(true))).toEqual(["appender FILE: restarted"]);
});

test("of very many changes the first fifty are told, and how many more there are", () => {
  const loggers = (level: string): Partial<ConfigurationSnapshot> => ({
    loggers: new Map(Array.from({ length: 60 }, (_, index) => [`logger${String(index)}`, { level, additive: true, appenders: [] }])),
  });

  const told = changes(loggers("INFO"), loggers("WARN"));

  expect(told).toHaveLength(51);
  expect(told.slice(-2)).toEqual(["level of logger49: INFO -> WARN", "and 10 more changes"]);
});
