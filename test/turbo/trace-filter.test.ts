import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Level } from "../../src/core/level.js";
import { LogProperties } from "../../src/core/log-properties.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import { LOGGER_WHITELIST, type TraceScope } from "../../src/core/trace-filters.js";
import { ScopeFilter } from "../../src/turbo/scope-filter.js";
import { TraceFilter } from "../../src/turbo/trace-filter.js";
import { configured } from "../support/configured.js";
import { complaintsOf } from "../support/recording.js";
import { traced } from "../support/traced.js";

const { SESSION_CONTEXT_ID: CONTEXT, SESSION_SESSION_ID: SESSION, SESSION_USER_ID: USER } = LogProperties;

const texts = (messages: readonly { readonly type: string; readonly text: string }[]): string[] => messages.map(({ type, text }) => `${type} ${text}`);

const scopes: readonly { scope: TraceScope; inside: Record<string, string>; outside: readonly Record<string, string>[] }[] = [
  { scope: { sessionId: "s1" }, inside: { [SESSION]: "s1" }, outside: [{}, { [SESSION]: "s2" }, { [CONTEXT]: "s1" }] },
  { scope: { contextId: 1 }, inside: { [CONTEXT]: "1", [USER]: "7" }, outside: [{}, { [CONTEXT]: "2" }, { [CONTEXT]: "01" }] },
  { scope: { contextId: 1, userId: 5 }, inside: { [CONTEXT]: "1", [USER]: "5" }, outside: [{ [CONTEXT]: "1" }, { [USER]: "5" }, { [CONTEXT]: "1", [USER]: "6" }, { [CONTEXT]: "2", [USER]: "5" }] },
];

for (const { scope, inside, outside } of scopes) {
  test(`a filter for ${JSON.stringify(scope)} lets through what is logged there, and nothing else`, () => {
    const { traces, logs } = traced();
    traces.add(scope, { loggers: { "com.acme": "DEBUG" } });

    expect(logs(inside)).toBe(true);
    expect(logs({ ...inside, more: "x" })).toBe(true);
    for (const mdc of outside) {
      expect(logs(mdc), JSON.stringify(mdc)).toBe(false);
    }
  });
}

test("a filter changes nothing below its level, beside its loggers and beside the whitelist", () => {
  const { traces, logs } = traced("com.acme, org.x");
  traces.add({ sessionId: "s" }, { loggers: { "com.acme.Shop": Level.DEBUG } });

  expect(logs({ [SESSION]: "s" }, "com.acme.Shop.Cart")).toBe(true);
  expect(logs({ [SESSION]: "s" }, "com.acme.Shop", Level.TRACE)).toBe(false);
  expect(logs({ [SESSION]: "s" }, "com.acme.Shopping")).toBe(false);
  expect(logs({ [SESSION]: "s" }, "org.x")).toBe(false);
  expect(logs({ [SESSION]: "s" }, "net.y")).toBe(false);
});

test("of several loggers that fit, the one that lets more through counts", () => {
  const { traces, logs } = traced();
  traces.add({ sessionId: "s" }, { loggers: { "com.acme": "TRACE", "com.acme.Shop": "ERROR" } });

  expect(logs({ [SESSION]: "s" }, "com.acme.Shop", Level.TRACE)).toBe(true);
});

test("an entry with the level ALL lets everything through, one with OFF nothing", () => {
  const { traces, logs } = traced();
  traces.add({ sessionId: "all" }, { loggers: { "com.acme": "ALL" } });
  traces.add({ sessionId: "off" }, { loggers: { "com.acme": "OFF" } });

  expect(logs({ [SESSION]: "all" }, undefined, Level.TRACE)).toBe(true);
  expect(logs({ [SESSION]: "off" }, undefined, Level.INFO)).toBe(false);
});

test("a logger that is OFF is traced too, and the guards say so", () => {
  const { context, traces, logs } = traced();
  context.getLogger("com.acme").setLevel(Level.OFF);
  traces.add({ contextId: "1" });

  expect(logs({ [CONTEXT]: "1" }, "com.acme", Level.TRACE)).toBe(true);
  expect(context.mdc.run({ [CONTEXT]: "1" }, () => context.getLogger("com.acme").isTraceEnabled())).toBe(true);
  expect(context.getLogger("com.acme").isErrorEnabled()).toBe(false);
});

test("a filter made without loggers traces the whole whitelist, one whose loggers were all refused nothing", () => {
  const { traces, logs } = traced();
  traces.add({ sessionId: "free" });
  traces.add({ sessionId: "refused" }, { loggers: { "org.x": "DEBUG" } });

  expect(logs({ [SESSION]: "free" }, "com.acme", Level.TRACE)).toBe(true);
  expect(logs({ [SESSION]: "free" }, "org.x")).toBe(false);
  expect(logs({ [SESSION]: "refused" })).toBe(false);
  traces.add({ sessionId: "refused" }, { loggers: { "com.acme": "DEBUG" } });
  expect(logs({ [SESSION]: "refused" })).toBe(true);
});

test("a later call takes nothing away: loggers do not narrow a filter, and a call without them widens it, unless it only sets an end", () => {
  const { traces, logs } = traced();
  traces.add({ sessionId: "free" });
  traces.add({ sessionId: "free" }, { loggers: { "com.acme.Cart": "INFO" } });
  expect(logs({ [SESSION]: "free" }, "com.acme.Shop", Level.TRACE)).toBe(true);

  traces.add({ sessionId: "one" }, { loggers: { "com.acme.Cart": "INFO" }, ttl: "1 minute" });
  traces.add({ sessionId: "one" }, { ttl: "1 hour" });
  expect(logs({ [SESSION]: "one" })).toBe(false);
  traces.add({ sessionId: "one" });
  expect(logs({ [SESSION]: "one" }, "com.acme.Shop", Level.TRACE)).toBe(true);
  expect(traces.list().map(({ isRestricted, loggers }) => [isRestricted, loggers.size])).toEqual([[false, 1], [false, 1]]);
});

test("ROOT among the loggers of a filter stands for all, in any letter case, and its lowest level counts", () => {
  const { traces, logs } = traced("ROOT");
  traces.add({ sessionId: "s" }, { loggers: { root: "INFO", ROOT: "DEBUG", Root: "WARN" } });

  expect([logs({ [SESSION]: "s" }, "org.x"), logs({ [SESSION]: "s" }, "org.x", Level.TRACE)]).toEqual([true, false]);
  traces.remove({ sessionId: "s" }, ["ROOT"]);
  expect([logs({ [SESSION]: "s" }, "org.x"), logs({ [SESSION]: "s" }, "org.x", Level.INFO)]).toEqual([false, true]);
});

test("a filter that is added, changed or removed costs what it is itself, however many others and loggers there are", () => {
  const { context, traces } = traced("com.acme, org");
  for (let index = 0; index < 500; index++) {
    context.getLogger(`com.acme.n${index}.Shop`);
  }
  const loggersRead = vi.spyOn(ScopeFilter.prototype, "loggers", "get");
  const looked = vi.spyOn(traces, "concerns");
  for (let index = 0; index < 500; index++) {
    traces.add({ contextId: index }, { loggers: { [`com.acme.n${index}`]: "DEBUG" } });
  }
  // The first has every logger looked at.
  expect(looked.mock.calls.length).toBeLessThan(5 * 3 * (502 + 500));
  expect(loggersRead.mock.calls.length).toBeLessThan(10 * 500);

  looked.mockClear();
  traces.add({ contextId: 7, userId: 1 }, { loggers: { "com.acme.n7": "INFO" } });
  expect(looked.mock.calls).toHaveLength(0);
  traces.remove({ contextId: 7 });
  expect(new Set(looked.mock.calls.map(([logger]) => logger.name))).toEqual(new Set(["com.acme.n7", "com.acme.n7.Shop"]));
  loggersRead.mockRestore();
});

test("a filter of the configuration that denies comes after tracing", () => {
  const { context, traces, logs } = traced();
  context.addTurboFilter({ decide: () => "DENY" });
  traces.add({ sessionId: "s" });

  expect(logs({ [SESSION]: "s" })).toBe(true);
  expect(logs({}, "com.acme", Level.ERROR)).toBe(false);
});

test("the messages are those that operators know, the scope's first", () => {
  const { traces } = traced("com.openexchange");
  const user = { contextId: 314, userId: 1618 };

  expect(texts(traces.add(user, { loggers: { "com.openexchange.appsuite": "DEBUG", "com.openexchange.mail": "TRACE" } }))).toEqual([
    'INFO Created new filter for user with ID "1618", in context with ID "314" and policy "ACCEPT"',
    'INFO Added logger "com.openexchange.appsuite" with level "DEBUG"',
    'INFO Added logger "com.openexchange.mail" with level "TRACE"',
  ]);
  expect(texts(traces.add(user))).toEqual(['INFO Updating filter for user with ID "1618", in context with ID "314" and policy "ACCEPT"']);
  expect(texts(traces.remove(user, ["com.openexchange.appsuite"]))).toEqual([
    'INFO Removed logger "com.openexchange.appsuite" from user filter for user with ID "1618", context with ID "314" and policy "ACCEPT"',
  ]);
  expect(texts(traces.remove(user))).toEqual(['INFO Removed user filter for user with ID "1618", context with ID "314" and policy "ACCEPT"']);
  expect(texts(traces.remove(user, ["a"]))).toEqual(['WARNING User filter for user with ID "1618", context with ID "314" and policy "ACCEPT" does not exist']);
  expect(texts(traces.add({ contextId: 314 }, { loggers: { "org.apache.http": "DEBUG" } }))).toEqual([
    'INFO Created new filter with key "com.openexchange.session.contextId" and value "314" and policy "ACCEPT"',
    'WARNING The provided logger "org.apache.http" is not in the whitelist, hence it is not added to the filter.',
  ]);
  expect(texts(traces.add({ contextId: 314 }))).toEqual(['INFO Updated filter with key "com.openexchange.session.contextId" and value "314" and policy "ACCEPT"']);
  expect(texts(traces.remove({ contextId: 314 }, ["b", "c"]))).toEqual(['INFO Removed logger "b" from context filter with context ID "314"', 'INFO Removed logger "c" from context filter with context ID "314"']);
  expect(texts(traces.remove({ contextId: 314 }, ["b"]))).toEqual(['WARNING Context filter with contextID "314" does not exist.']);
  expect(texts(traces.remove({ contextId: 314 }))).toEqual(['INFO Removed context filter with context ID "314"']);
  expect(texts(traces.add({ sessionId: "s" }, { loggers: { "com.openexchange": "INFO" } }))[0]).toBe('INFO Created new filter with key "com.openexchange.session.sessionId" and value "s" and policy "ACCEPT"');
  expect(texts(traces.remove({ sessionId: "s" }, ["com.openexchange"]))).toEqual(['INFO Removed logger "com.openexchange" from session filter with ID "s" and policy "ACCEPT"']);
  expect(texts(traces.remove({ sessionId: "s" }, ["b"]))).toEqual(['WARNING Session filter with ID "s" does not exist.']);
  expect(texts(traces.remove({ sessionId: "s" }))).toEqual(['INFO Removed session filter with ID "s"']);
  expect(texts(traces.clear())).toEqual(["INFO Removed all filters"]);
});

test("every message is a status too", () => {
  const { context, traces } = traced();
  traces.add({ sessionId: "s" }, { loggers: { "com.acme": "DEBUG", "org.x": "DEBUG" } });

  expect(context.statusManager.statuses.map(({ level, message, origin }) => `${level} ${origin} ${message}`)).toEqual([
    'INFO tracing Created new filter with key "com.openexchange.session.sessionId" and value "s" and policy "ACCEPT"',
    'INFO tracing Added logger "com.acme" with level "DEBUG"',
    'WARN tracing The provided logger "org.x" is not in the whitelist, hence it is not added to the filter.',
  ]);
});

test("filters are listed in the order in which they were made, under the names of logconf", () => {
  const { traces } = traced();
  traces.add({ contextId: 314, userId: 1618 }, { loggers: { "com.acme.b": "TRACE", "com.acme.a": "INFO" } });
  traces.add({ contextId: 314 });
  traces.add({ sessionId: "s" }, { loggers: { "org.x": "INFO" } });

  expect(traces.list()).toEqual([
    { name: `${USER}=1618:${CONTEXT}=314`, scope: { contextId: 314, userId: 1618 }, loggers: new Map([["com.acme.b", Level.TRACE], ["com.acme.a", Level.INFO]]), isRestricted: true, expiresAt: undefined },
    { name: `${CONTEXT}=314`, scope: { contextId: 314 }, loggers: new Map(), isRestricted: false, expiresAt: undefined },
    { name: `${SESSION}=s`, scope: { sessionId: "s" }, loggers: new Map(), isRestricted: true, expiresAt: undefined },
  ]);
});

test("a filter goes with its last logger, and the context asks nobody any more", () => {
  const { context, traces, logs } = traced();
  traces.add({ contextId: 1, userId: 5 }, { loggers: { "com.acme": "DEBUG" } });
  traces.add({ contextId: 1 }, { loggers: { "com.acme": "DEBUG" } });
  expect(context.turboFilters).toEqual([traces]);
  traces.remove({ contextId: 1 }, ["com.acme"]);

  expect(logs({ [CONTEXT]: "1" })).toBe(false);
  expect(logs({ [CONTEXT]: "1", [USER]: "5" })).toBe(true);
  traces.remove({ contextId: 1, userId: 5 }, ["com.acme"]);
  expect(logs({ [CONTEXT]: "1", [USER]: "5" })).toBe(false);
  expect(context.turboFilters).toEqual([]);
});

test("without a whitelist nothing is traced, and that is said", () => {
  const { context, traces, logs } = traced("");
  traces.add({ sessionId: "s" });

  expect(logs({ [SESSION]: "s" })).toBe(false);
  expect(complaintsOf(context)).toEqual([
    "WARN The context property [com.openexchange.logging.filter.loggerWhitelist] names no logger, so nothing is traced. Name those that may be, with commas between; ROOT stands for all.",
  ]);
});

test("the whitelist in force decides, also for filters that were there before it", () => {
  const { context, traces, logs } = traced("com.acme");
  traces.add({ sessionId: "s" });
  expect(logs({ [SESSION]: "s" }, "org.x")).toBe(false);
  context.putProperty(LOGGER_WHITELIST, "org.x");

  expect(logs({ [SESSION]: "s" }, "org.x")).toBe(true);
  expect(logs({ [SESSION]: "s" })).toBe(false);
});

test("only calls that a filter could let through are looked at; all others cost what they cost without filters", () => {
  const { context, traces } = traced("com.acme, org.example");
  const shop = context.getLogger("com.acme.Shop");
  const other = context.getLogger("org.example.Other");
  const untouched = { debug: other.debug, trace: shop.trace, warn: other.warn };

  traces.add({ sessionId: "s" }, { loggers: { "com.acme": "DEBUG" } });
  expect(shop.debug).not.toBe(untouched.debug);
  expect({ debug: other.debug, trace: shop.trace, warn: other.warn }).toEqual(untouched);
  expect(context.getLogger("org.example.Later").debug).toBe(untouched.debug);

  const looking = shop.debug;
  traces.add({ sessionId: "t" }, { loggers: { "com.acme": "DEBUG" } });
  expect(shop.debug).toBe(looking);
  traces.add({ sessionId: "u" }, { loggers: { "org.example": "DEBUG" } });
  expect(other.debug).not.toBe(untouched.debug);
  traces.remove({ sessionId: "u" });
  expect(other.debug).toBe(untouched.debug);
});

test("a whitelist that is set while a filter is there counts from the next call on, in log methods too", () => {
  const { context, appender, traces } = traced("com.acme");
  traces.add({ sessionId: "s" });
  const say = (logger: string): void => { context.mdc.run({ [SESSION]: "s" }, () => { context.getLogger(logger).debug(logger); }); };
  say("org.x");
  context.putProperty(LOGGER_WHITELIST, "org.x");
  say("org.x");
  say("com.acme");

  expect(appender.events.map(({ message }) => message)).toEqual(["org.x"]);
});

test("filters survive another configuration", () => {
  const { context, configure } = configured();
  const xml = (level: string): string => `<configuration>
    <property scope="context" name="${LOGGER_WHITELIST}" value="com.acme"/>
    <appender name="LIST" class="ListAppender"/>
    <root level="${level}"><appender-ref ref="LIST"/></root>
  </configuration>`;
  configure(xml("WARN"));
  const traces = new TraceFilter(context);
  traces.add({ sessionId: "s" });
  configure(xml("ERROR"));

  expect(context.mdc.run({ [SESSION]: "s" }, () => context.getLogger("com.acme").isDebugEnabled())).toBe(true);
  expect(context.getLogger("com.acme").isWarnEnabled()).toBe(false);
});

const wrong: readonly { scope: unknown; options?: unknown; says: string }[] = [
  { scope: {}, says: "tracing: expected a sessionId or a contextId, got neither." },
  { scope: { userId: 5 }, says: "tracing: expected a contextId beside the userId, got none." },
  { scope: { sessionId: "s", contextId: 1 }, says: "tracing: expected either a sessionId or a contextId with or without a userId, got both." },
  { scope: { sessionId: 7 }, says: "tracing: expected sessionId to be a text that is not empty, got number." },
  { scope: { contextId: "" }, says: "tracing: expected contextId to be a whole number or a text that is not empty, got an empty one." },
  { scope: { contextId: 1, userId: null }, says: "tracing: expected userId to be a whole number or a text that is not empty, got null." },
  { scope: { contextId: Number.NaN }, says: "tracing: expected contextId to be a whole number or a text that is not empty, got NaN." },
  { scope: { contextId: 1, userId: 1.5 }, says: "tracing: expected userId to be a whole number or a text that is not empty, got 1.5." },
  { scope: { sessionId: "s" }, options: { loggers: { a: "LOUD" } }, says: 'tracing, logger "a": expected a level, or OFF, ERROR, WARN, INFO, DEBUG, TRACE or ALL, got "LOUD".' },
  { scope: { sessionId: "s" }, options: { ttl: "soon" }, says: 'tracing: expected a ttl in milliseconds, or such as "15 minutes", above 0 and up to 24 days, got "soon".' },
  { scope: { sessionId: "s" }, options: { ttl: 0 }, says: 'tracing: expected a ttl in milliseconds, or such as "15 minutes", above 0 and up to 24 days, got 0.' },
];

for (const { scope, options, says } of wrong) {
  test(`${JSON.stringify(scope)} ${options === undefined ? "" : JSON.stringify(options)} is refused and changes nothing`, () => {
    const { traces } = traced();

    expect(() => traces.add(scope as TraceScope, options as never)).toThrow(says);
    expect(traces.list()).toEqual([]);
  });
}

test("loggers that are no list are refused, and nothing is removed", () => {
  const { traces, logs } = traced();
  traces.add({ sessionId: "s" }, { loggers: { "com.acme": "DEBUG" } });

  expect(() => traces.remove({ sessionId: "s" }, "com.acme" as never)).toThrow("tracing: expected loggers to be a list of names, got string.");
  expect(logs({ [SESSION]: "s" })).toBe(true);
});

test("what a filter lists can be given to another, and ids may have any characters", () => {
  const { traces, logs } = traced();
  traces.add({ sessionId: "s" }, { loggers: { "com.acme": "DEBUG" } });
  const odd = 'ü "5"\n💥 ';

  traces.add({ contextId: odd, userId: odd }, { loggers: traces.list()[0]?.loggers });

  expect(logs({ [CONTEXT]: odd, [USER]: odd })).toBe(true);
  expect(logs({ [CONTEXT]: odd, [USER]: odd }, "com.acme", Level.TRACE)).toBe(false);
  expect(logs({ [CONTEXT]: odd, [USER]: odd.trim() })).toBe(false);
});

/** What the specification says, filter by filter. */
function expectedOf(filters: readonly { scope: TraceScope; level: Level }[], mdc: Readonly<Record<string, string>>, level: Level): boolean {
  return filters.some(({ scope, level: least }) => {
    const fits = "sessionId" in scope ? mdc[SESSION] === scope.sessionId : mdc[CONTEXT] === String(scope.contextId) && (scope.userId === undefined || mdc[USER] === String(scope.userId));
    return fits && level.value >= least.value;
  });
}

test("however filters are added and removed, exactly those in force let events through", () => {
  const id = fc.integer({ min: 1, max: 3 });
  const scope = fc.oneof(
    fc.record({ sessionId: id.map(String) }),
    fc.record({ contextId: id }),
    fc.record({ contextId: id, userId: id }),
  );
  const level = fc.constantFrom(Level.TRACE, Level.DEBUG, Level.INFO);
  const mdc = fc.record({ [SESSION]: id.map(String), [CONTEXT]: id.map(String), [USER]: id.map(String) }, { requiredKeys: [] });
  const step = fc.record({ scope, level, isRemoved: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.array(fc.tuple(mdc, level), { maxLength: 8 }), (steps, calls) => {
      const { context, appender, traces } = traced();
      const inForce = new Map<string, { scope: TraceScope; level: Level }>();
      const log = context.getLogger("com.acme.Shop");
      const check = (): void => {
        for (const [entries, called] of calls) {
          const before = appender.events.length;
          const isEnabled = context.mdc.run(entries as Record<string, string>, () => {
            log[called.name.toLowerCase() as "trace" | "debug" | "info"]("x");
            return log.isEnabledFor(called);
          });
          const isExpected = expectedOf([...inForce.values()], entries, called);
          expect([isEnabled, appender.events.length > before]).toEqual([isExpected, isExpected]);
        }
      };
      for (const { scope: of, level: least, isRemoved } of steps) {
        if (isRemoved) {
          traces.remove(of);
          inForce.delete(JSON.stringify(of));
        } else {
          traces.add(of, { loggers: { "com.acme": least } });
          inForce.set(JSON.stringify(of), { scope: of, level: least });
        }
        check();
      }
    }),
  );
});

test("one MDC map may be asked about in several contexts", () => {
  const first = traced();
  const second: { context: LoggerContext; traces: TraceFilter } = traced();
  first.traces.add({ sessionId: "s" });
  second.traces.add({ sessionId: "t" });
  const map = first.context.mdc.run({ [SESSION]: "s" }, () => first.context.mdc.current);

  for (let round = 0; round < 2; round++) {
    expect(first.context.mdc.run(map, () => first.context.getLogger("com.acme").isDebugEnabled())).toBe(true);
    expect(second.context.mdc.run(map, () => second.context.getLogger("com.acme").isDebugEnabled())).toBe(false);
  }
});
