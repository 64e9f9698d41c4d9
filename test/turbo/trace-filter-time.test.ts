import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, expect, test, vi } from "vitest";
import { Level } from "../../src/core/level.js";
import { LogProperties } from "../../src/core/log-properties.js";
import { LOGGER_WHITELIST } from "../../src/core/trace-filters.js";
import { TraceFilter } from "../../src/turbo/trace-filter.js";
import { recording } from "../support/recording.js";
import { traced } from "../support/traced.js";

const { SESSION_CONTEXT_ID: CONTEXT, SESSION_SESSION_ID: SESSION, SESSION_USER_ID: USER } = LogProperties;

afterEach(() => {
  vi.useRealTimers();
});

test("a filter with a time limit removes itself and says so", () => {
  vi.useFakeTimers({ now: 1_000 });
  const { context, traces, logs } = traced();
  traces.add({ contextId: 1, userId: 5 }, { ttl: "15 minutes" });
  traces.add({ sessionId: "s" }, { ttl: 1_000 });
  expect(traces.list().map(({ expiresAt }) => expiresAt)).toEqual([901_000, 2_000]);
  vi.advanceTimersByTime(899_999);

  expect(logs({ [SESSION]: "s" })).toBe(false);
  expect(logs({ [CONTEXT]: "1", [USER]: "5" })).toBe(true);
  vi.advanceTimersByTime(1);
  expect(logs({ [CONTEXT]: "1", [USER]: "5" })).toBe(false);
  expect(traces.list()).toEqual([]);
  expect(context.statusManager.statuses.at(-1)?.message).toBe('Removed user filter for user with ID "5", context with ID "1" and policy "ACCEPT", because its time is over.');
  expect(vi.getTimerCount()).toBe(0);
});

test("the latest time limit counts; an update without one leaves it; a filter that is removed leaves no timer", () => {
  vi.useFakeTimers({ now: 0 });
  const { traces } = traced();
  traces.add({ sessionId: "s" }, { ttl: 1_000 });
  traces.add({ sessionId: "s" }, { ttl: 5_000 });
  traces.add({ sessionId: "s" }, { loggers: { "com.acme": "INFO" } });
  vi.advanceTimersByTime(4_999);

  expect(traces.list()).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(1);
  traces.clear();
  expect(vi.getTimerCount()).toBe(0);
});

test("what is added for a time to a filter without an end goes when that is over, and nothing else", () => {
  vi.useFakeTimers({ now: 0 });
  const { context, traces, logs } = traced();
  const calls = (): boolean[] => [logs({ [SESSION]: "s" }, "com.acme.Cart", Level.INFO), logs({ [SESSION]: "s" }, "com.acme.Cart", Level.DEBUG), logs({ [SESSION]: "s" }, "com.acme.Shop", Level.TRACE)];
  traces.add({ sessionId: "s" }, { loggers: { "com.acme.Cart": "INFO" } });

  expect(traces.add({ sessionId: "s" }, { loggers: { "com.acme.Cart": "DEBUG" }, ttl: 1_000 })[0]?.text).toMatch(/^Updated filter/);
  expect(calls()).toEqual([true, true, false]);
  // Another time moves the end of what was added.
  traces.add({ sessionId: "s" }, { ttl: 2_000 });
  vi.advanceTimersByTime(1_999);
  expect(traces.list().map(({ loggers, expiresAt }) => [[...loggers.keys()], expiresAt])).toEqual([[["com.acme.Cart"], undefined], [["com.acme.Cart"], 2_000]]);
  vi.advanceTimersByTime(1);

  expect(calls()).toEqual([true, false, false]);
  expect(traces.list()).toHaveLength(1);
  traces.add({ sessionId: "s" }, { ttl: 2_000 });
  expect(calls()).toEqual([true, true, true]);
  vi.advanceTimersByTime(2_000);
  expect(calls()).toEqual([true, false, false]);
  expect(context.statusManager.statuses.at(-1)?.message).toBe('Removed what was added for a time to session filter with ID "s" and policy "ACCEPT", because its time is over.');
  traces.clear();
});

test("a filter is removed with what was added to it for a time, a logger from both", () => {
  vi.useFakeTimers({ now: 0 });
  const { context, traces } = traced();
  const add = (): void => {
    traces.add({ sessionId: "s" }, { loggers: { "com.acme.Cart": "INFO", "com.acme.Shop": "INFO" } });
    traces.add({ sessionId: "s" }, { loggers: { "com.acme.Cart": "DEBUG" }, ttl: 1_000 });
  };

  add();
  traces.remove({ sessionId: "s" }, ["com.acme.Cart"]);
  expect(traces.list().map(({ loggers }) => [...loggers.keys()])).toEqual([["com.acme.Shop"]]);
  add();
  traces.remove({ sessionId: "s" });
  expect([traces.list(), vi.getTimerCount(), context.turboFilters]).toEqual([[], 0, []]);
});

test("while the event loop is busy, whoever comes after the end is not traced any more", () => {
  const clock = { time: 1_000, now: (): number => clock.time, nanosWithin: () => 0 };
  const { context } = recording({ clock });
  context.putProperty(LOGGER_WHITELIST, "com.acme");
  context.root.setLevel(Level.WARN);
  const traces = new TraceFilter(context);
  traces.add({ sessionId: "s" }, { ttl: "1 hour" });
  const isDebugEnabled = (): boolean => context.mdc.run({ [SESSION]: "s" }, () => context.getLogger("com.acme").isDebugEnabled());
  clock.time = 3_600_999;

  expect(isDebugEnabled()).toBe(true);
  clock.time = 3_601_000;
  expect(isDebugEnabled()).toBe(false);
  traces.clear();
});

test("the end of a filter is in no scope of the request that made it", async () => {
  const { context, traces } = traced();
  const requests = new AsyncLocalStorage<string>();
  const scopes: unknown[] = [];
  context.statusManager.addListener({ onStatus: ({ message }) => message.includes("time is over") && scopes.push([requests.getStore(), context.mdc.get("user")]) });
  requests.run("a request", () => {
    context.mdc.run({ user: "ann" }, () => { traces.add({ sessionId: "s" }, { ttl: 5 }); });
  });

  await vi.waitFor(() => { expect(scopes).toEqual([[undefined, undefined]]); });
});
