import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { AsyncAppender } from "../../src/appender/async-appender.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import { messagesOf, steered } from "../support/control.js";

test("a filter is made, added to, listed, reduced and removed, in the words of the original", () => {
  const { ask } = steered();
  const scope = { userId: 1618, contextId: 314 };

  expect(messagesOf(ask("filterUser", { ...scope, loggers: [["com.openexchange.mail", "TRACE"], ["org.apache", "DEBUG"]] }))).toEqual([
    'INFO Created new filter for user with ID "1618", in context with ID "314" and policy "ACCEPT"',
    'INFO Added logger "com.openexchange.mail" with level "TRACE"',
    'WARNING The provided logger "org.apache" is not in the whitelist, hence it is not added to the filter.',
  ]);
  expect(messagesOf(ask("filterUser", scope))).toEqual(['INFO Updating filter for user with ID "1618", in context with ID "314" and policy "ACCEPT"']);
  expect(ask("listFilters")).toEqual({ type: "set", elements: ["com.openexchange.session.userId=1618:com.openexchange.session.contextId=314, Loggers: [\n\tcom.openexchange.mail = TRACE]"] });
  expect(messagesOf(ask("removeUserFilter", { ...scope, loggers: ["com.openexchange.mail"] }))).toEqual([
    'INFO Removed logger "com.openexchange.mail" from user filter for user with ID "1618", context with ID "314" and policy "ACCEPT"',
  ]);
  expect(ask("listFilters")).toEqual({ type: "set", elements: [] });
  expect(messagesOf(ask("removeUserFilter", scope))).toEqual(['INFO Removed user filter for user with ID "1618", context with ID "314" and policy "ACCEPT"']);
});

test("a filter is not removed by a list of no loggers", () => {
  const { ask } = steered();
  ask("filterContext", { contextId: 1 });

  expect(ask("removeContextFilter", { contextId: 1, loggers: [] })).toMatchObject({ type: "refused", code: "failed" });
  expect(ask("listFilters")).toMatchObject({ elements: [expect.any(String)] });
});

test("loggers of a filter stay in the order given, also those that are named by numbers", () => {
  const { ask, context } = steered();
  context.putProperty("com.openexchange.logging.filter.loggerWhitelist", "ROOT");

  ask("filterContext", { contextId: 1, loggers: [["b", "DEBUG"], ["2", "INFO"], ["1", "WARN"]] });

  expect(ask("listFilters")).toMatchObject({ elements: ["com.openexchange.session.contextId=1, Loggers: [\n\tb = DEBUG\n\t2 = INFO\n\t1 = WARN]"] });
});

test("context and session filters have words of their own", () => {
  const { ask } = steered();

  expect(messagesOf(ask("filterContext", { contextId: 314 }))).toEqual(['INFO Created new filter with key "com.openexchange.session.contextId" and value "314" and policy "ACCEPT"']);
  expect(messagesOf(ask("filterSession", { sessionId: "abc" }))).toEqual(['INFO Created new filter with key "com.openexchange.session.sessionId" and value "abc" and policy "ACCEPT"']);
  expect(ask("listFilters")).toMatchObject({ elements: ["com.openexchange.session.contextId=314, Loggers: []", "com.openexchange.session.sessionId=abc, Loggers: []"] });
  expect(messagesOf(ask("removeContextFilter", { contextId: 314 }))).toEqual(['INFO Removed context filter with context ID "314"']);
  expect(messagesOf(ask("clearFilters"))).toEqual(["INFO Removed all filters"]);
  expect(messagesOf(ask("removeSessionFilter", { sessionId: "abc", loggers: ["a"] }))).toEqual(['WARNING Session filter with ID "abc" does not exist.']);
});

test("T11 a change for a time says when it ends, and the end is listed", () => {
  const { ask } = steered();

  const [, end] = messagesOf(ask("filterContext", { contextId: 1, ttlMs: 60_000 }));

  expect(end).toMatch(/^INFO The change ends at \d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(ask("listFilters")).toMatchObject({ elements: [expect.stringMatching(/^com\.openexchange\.session\.contextId=1, Loggers: \[\], until \d{4}-/)] });

  ask("modifyLogLevels", { loggers: [["com.acme", "DEBUG"]], ttlMs: 60_000 });
  ask("modifyLogLevels", { loggers: [["com.acme.shop", "DEBUG"]] });
  expect(ask("listDynamicallyModifiedLoggers")).toEqual({ type: "set", elements: [expect.stringMatching(/^Logger: com\.acme, Level: DEBUG, until \d{4}-\d\d-\d\dT[\d:.]+Z$/), "Logger: com.acme.shop, Level: DEBUG"] });
});

test("T11 the end of a filter is said as the ends of other changes are", () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { ask, said, context } = steered();
  ask("filterContext", { contextId: 1, loggers: [["com.openexchange", "DEBUG"]], ttlMs: 60_000 });
  const before = context.statusManager.statuses.length;

  vi.advanceTimersByTime(60_000);

  expect(said).toEqual([{ type: "INFO", text: 'Removed context filter with context ID "1", because its time is over' }]);
  expect(context.statusManager.statuses).toHaveLength(before);
});

test("T11 each answer about a filter with an end names that", () => {
  const { ask } = steered();
  ask("filterContext", { contextId: 1, loggers: [["com.openexchange", "DEBUG"]], ttlMs: 60_000 });

  expect(messagesOf(ask("filterContext", { contextId: 1, loggers: [["com.openexchange.mail", "TRACE"]] })).at(-1)).toMatch(/^INFO The filter ends at \d{4}-\d\d-\d\dT[\d:.]+Z, with what was added to it$/);
  ask("filterContext", { contextId: 2 });
  expect(messagesOf(ask("filterContext", { contextId: 2 }))).toHaveLength(1);
});

test("levels are set and listed: those named, those changed, all", () => {
  const { ask } = steered();

  expect(messagesOf(ask("modifyLogLevels", { loggers: [["com.openexchange.appsuite", "DEBUG"], ["com.openexchange.usm", "DEBUG"]] }))).toEqual([
    'INFO Setting log level for "com.openexchange.appsuite" to "DEBUG"',
    'INFO Setting log level for "com.openexchange.usm" to "DEBUG"',
  ]);
  expect(ask("getLevelForLoggers", { loggers: ["com.openexchange.usm", "unheard.of"] })).toEqual({ type: "set", elements: ["Logger: com.openexchange.usm, Level: DEBUG", "Logger: unheard.of, Level: null"] });
  expect(ask("listDynamicallyModifiedLoggers")).toEqual({ type: "set", elements: ["Logger: com.openexchange.appsuite, Level: DEBUG", "Logger: com.openexchange.usm, Level: DEBUG"] });
  expect(ask("listAllLoggers")).toMatchObject({ elements: expect.arrayContaining(["Logger: ROOT, Level: DEBUG", "Logger: com.openexchange, Level: null"]) });
});

test("asking for the level of a logger does not make it", () => {
  const { ask, context } = steered();

  ask("getLevelForLoggers", { loggers: ["unheard.of"] });

  expect(context.findLogger("unheard.of")).toBe(undefined);
});

for (const [op, args] of [["modifyLogLevels", { loggers: [["a".repeat(1_025), "DEBUG"]] }], ["getLevelForLoggers", { loggers: ["a".repeat(1_025)] }], ["filterSession", { sessionId: "a".repeat(1_025) }]] as const) {
  test(`T11 ${op} refuses a name of more than 1024 characters, and nothing is made of it`, () => {
    const { ask, context } = steered();
    const before = context.loggers.length;

    expect(ask(op, args)).toMatchObject({ type: "refused", code: "failed", reason: expect.stringContaining("1 to 1024 characters") });
    expect(context.loggers).toHaveLength(before);
  });
}

test("an unknown level among several changes none of them", () => {
  const { ask } = steered();

  expect(ask("modifyLogLevels", { loggers: [["a", "DEBUG"], ["b", "LOUD"]] })).toMatchObject({ type: "refused", code: "failed" });
  expect(ask("listDynamicallyModifiedLoggers")).toEqual({ type: "set", elements: [] });
});

test("what is refused has no end", () => {
  const { ask } = steered();

  expect(messagesOf(ask("modifyLogLevels", { loggers: [["Slf4jAuditLogger", "OFF"]], ttlMs: 60_000 }))).toEqual(['WARNING The logger "Slf4jAuditLogger" belongs to the audit log, hence its level is not raised to "OFF".']);
});

test("suppressed categories are replaced and listed", () => {
  const { ask } = steered();

  expect(messagesOf(ask("overrideExceptionCategories", { categories: ["CONFIGURATION", "CONNECTIVITY"] }))).toEqual(["INFO Setting suppressed Exception Categories to CONFIGURATION,CONNECTIVITY"]);
  expect(ask("listExceptionCategories")).toEqual({ type: "set", elements: ["CONFIGURATION", "CONNECTIVITY"] });
  expect(messagesOf(ask("overrideExceptionCategories", { categories: [] }))).toEqual(["INFO Setting suppressed Exception Categories to "]);
  expect(ask("listExceptionCategories")).toEqual({ type: "set", elements: [] });
});

test("appenders of the root logger are listed with their queues and counters, those behind them below", () => {
  const { ask, context } = steered();
  expect(ask("listAppenders")).toEqual({ type: "text", text: "No root appenders found." });
  const list = new ListAppender("LIST", context);
  const queue = new AsyncAppender("ASYNC", context, { appenders: [list], queueSize: 2_048 });
  for (const appender of [list, queue]) {
    appender.start();
  }
  context.root.addAppender(queue);
  context.root.info("one");
  context.root.info("two");
  queue.drain();

  expect(ask("listAppenders")).toEqual({
    type: "text",
    text: "AsyncAppender: ASYNC [capacity=2048,size=0] logged=2 written=2 queued=0 dropped=0\n\tListAppender: LIST logged=2 written=2 queued=0 dropped=0",
  });
});

test("T11 names with control characters can neither begin a line nor steer a terminal", () => {
  const { ask } = steered();
  const name = "com.openexchange.\n\x1b[2J";

  expect(messagesOf(ask("filterContext", { contextId: 1, loggers: [[name, "DEBUG"]] }))[1]).toBe('INFO Added logger "com.openexchange.\\n\\x1b[2J" with level "DEBUG"');
  expect(ask("listFilters")).toMatchObject({ elements: ["com.openexchange.session.contextId=1, Loggers: [\n\tcom.openexchange.\\n\\x1b[2J = DEBUG]"] });
  expect(ask("getLevelForLoggers", { loggers: [name] })).toMatchObject({ elements: ["Logger: com.openexchange.\\n\\x1b[2J, Level: null"] });
});

test("another version of the protocol and an unknown operation are refused", () => {
  const { ask } = steered();

  expect(ask("__proto__")).toEqual({ type: "refused", code: "unknown", reason: 'There is no operation "__proto__".' });
  expect(ask("toString")).toMatchObject({ code: "unknown" });
});

const nonsense = [
  ["filterUser", { contextId: 1 }],
  ["filterUser", { userId: "5", contextId: 1 }],
  ["filterContext", {}],
  ["filterSession", { sessionId: "" }],
  ["filterContext", { contextId: 1, ttlMs: -1 }],
  ["filterContext", { contextId: 1, ttlMs: 1e12 }],
  ["filterContext", { contextId: 1, loggers: ["a"] }],
  ["modifyLogLevels", { loggers: [["a", "DEBUG", "x"]] }],
  ["overrideExceptionCategories", { categories: "USER_INPUT" }],
  ["getLevelForLoggers", { loggers: [7] }],
] as const;
for (const [op, args] of nonsense) {
  test(`${op} with ${JSON.stringify(args)} is refused and changes nothing`, () => {
    const { ask } = steered();

    expect(ask(op, args)).toMatchObject({ type: "refused", code: "failed" });
    expect([ask("listFilters"), ask("listDynamicallyModifiedLoggers")]).toEqual([{ type: "set", elements: [] }, { type: "set", elements: [] }]);
  });
}

test("whatever arguments come, there is an answer", () => {
  const { ask } = steered();
  const operations = ["filterContext", "filterUser", "filterSession", "removeContextFilter", "modifyLogLevels", "overrideExceptionCategories", "getLevelForLoggers", "listFilters"];
  fc.assert(
    fc.property(fc.constantFrom(...operations), fc.dictionary(fc.constantFrom("contextId", "userId", "sessionId", "loggers", "categories", "ttlMs", "__proto__"), fc.jsonValue()), (op, args) => {
      expect(["messages", "set", "refused"]).toContain(ask(op, args).type);
    }),
  );
});
