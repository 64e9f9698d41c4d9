import { afterEach, expect, test } from "vitest";
import type { ListAppender } from "../src/appender/list-appender.js";
import { CategorisedError } from "../src/core/categorised-error.js";
import { Level } from "../src/core/level.js";
import { LogProperties } from "../src/core/log-properties.js";
import type { LoggingEvent } from "../src/core/logging-event.js";
import { configureFromXml, createLoggerContext, configure, LoggerFactory, MDC, operationsOf, resetForTests } from "../src/global.js";
import { tracing } from "../src/tracing.js";

afterEach(resetForTests);

const xml = (more = ""): string => `<configuration>
  <property scope="context" name="com.openexchange.logging.filter.loggerWhitelist" value="com.acme, com.openexchange"/>
  <appender name="LIST" class="ListAppender"/>
  <root level="WARN"><appender-ref ref="LIST"/></root>${more}
</configuration>`;

const user = (userId: number, contextId: number): Record<string, number> => ({ [LogProperties.SESSION_USER_ID]: userId, [LogProperties.SESSION_CONTEXT_ID]: contextId });

function logged(): string[] {
  return (LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender).list.map(({ message }) => message);
}

test("one user is traced, also across another configuration", () => {
  configureFromXml(xml());
  const log = LoggerFactory.getLogger("com.acme.Shop");
  tracing.addUserFilter({ contextId: 1, userId: 5, loggers: { "com.acme": "DEBUG" } });
  MDC.run(user(5, 1), () => { log.debug("of user 5"); });
  MDC.run(user(6, 1), () => { log.debug("of user 6"); });
  log.debug("of nobody");

  expect(logged()).toEqual(["of user 5"]);
  configureFromXml(xml('<logger name="com.acme" level="ERROR"/>'));
  MDC.run(user(5, 1), () => { log.debug("later"); });
  expect(logged()).toContain("later");
});

test("all kinds of filters are added, listed and removed", () => {
  configureFromXml(xml());
  tracing.addSessionFilter({ sessionId: "s", ttl: "1 hour" });
  tracing.addContextFilter({ contextId: 1, loggers: { "com.acme.a": "INFO", "com.acme.b": "INFO" } });
  tracing.addUserFilter({ contextId: 1, userId: 5 });
  expect(tracing.list().map(({ scope, loggers }) => [scope, [...loggers.keys()]])).toEqual([
    [{ sessionId: "s" }, []],
    [{ contextId: 1 }, ["com.acme.a", "com.acme.b"]],
    [{ contextId: 1, userId: 5 }, []],
  ]);
  tracing.removeContextFilter({ contextId: 1, loggers: ["com.acme.b"] });
  tracing.removeSessionFilter({ sessionId: "s" });
  tracing.removeUserFilter({ contextId: 1, userId: 5 });

  expect(tracing.list().map(({ scope }) => scope)).toEqual([{ contextId: 1 }]);
  expect(tracing.clear()).toEqual([{ type: "INFO", text: "Removed all filters" }]);
  expect(tracing.list()).toEqual([]);
});

test("clearing takes the filters away and nothing else: levels that were set and suppressed categories stay", () => {
  configureFromXml(xml());
  const logger = LoggerFactory.getLogger("com.acme");
  logger.setLevel("TRACE");
  operationsOf().categories.override(["CAPACITY"]);
  tracing.addContextFilter({ contextId: 1 });

  tracing.clear();

  expect(tracing.list()).toEqual([]);
  expect(logger.level).toBe(Level.TRACE);
  expect(operationsOf().categories.categories).toEqual(["CAPACITY"]);
});

test("a user filter without a user is refused", () => {
  expect(() => tracing.addUserFilter({ contextId: 1 } as never)).toThrow("tracing: expected a userId beside the contextId, got none.");
  expect(() => tracing.removeUserFilter({ contextId: 1 } as never)).toThrow(TypeError);
});

test("what is left over of a scope is refused, and nothing is changed", () => {
  configureFromXml(xml());
  const session = { contextId: 1, userId: 5 };
  expect(() => tracing.addContextFilter(session)).toThrow(new TypeError("tracing: this filter has no userId; a session filter has a sessionId, a context filter a contextId, a user filter a contextId and a userId."));
  expect(() => tracing.addContextFilter({ contextId: 1, userId: undefined } as { contextId: number })).toThrow(TypeError);
  expect(() => tracing.addSessionFilter({ sessionId: "s", ...session })).toThrow(/has no contextId/);
  expect(() => tracing.addUserFilter({ sessionId: "s", ...session } as never)).toThrow(/has no sessionId/);
  expect(tracing.list()).toEqual([]);

  tracing.addContextFilter({ contextId: 1 });
  expect(() => tracing.removeContextFilter(session as never)).toThrow(/has no userId/);
  expect(() => tracing.removeSessionFilter({ sessionId: "s", ...session })).toThrow(TypeError);
  expect(() => tracing.removeUserFilter({ sessionId: "s", ...session } as never)).toThrow(TypeError);
  expect(tracing.list()).toHaveLength(1);
});

test("tracing configures the context if nothing did before, because the whitelist is in the configuration", () => {
  expect(LoggerFactory.getLoggerContext().awaitsConfiguration).toBe(true);
  tracing.addSessionFilter({ sessionId: "s" });

  expect(LoggerFactory.getLoggerContext().awaitsConfiguration).toBe(false);
});

test("USER_INPUT errors have no frames without any configuration of it, in every context", () => {
  const context = createLoggerContext();
  configure({ context, appenders: { LIST: { class: "ListAppender" } }, root: { level: "INFO", appenders: ["LIST"] } });
  configureFromXml(xml());
  for (const each of [context, LoggerFactory.getLoggerContext()]) {
    each.root.error("failed", new CategorisedError("bad name", { categories: "USER_INPUT" }));

    expect((each.findAppender("LIST") as ListAppender).list[0]?.throwableInfo?.frames).toEqual([]);
    expect(operationsOf(each).categories.categories).toEqual(["USER_INPUT"]);
  }
});

test("USER_INPUT errors have no frames in a context whose appenders are only attached in code", () => {
  const context = createLoggerContext();
  const events: LoggingEvent[] = [];
  context.root.addAppender({ name: "KEPT", doAppend: (event: LoggingEvent) => events.push(event) } as never);
  const say = (): void => { context.root.error("failed", new CategorisedError("bad name", { categories: "USER_INPUT" })); };
  say();
  operationsOf(context).categories.override(["CONFLICT"]);
  say();

  expect(events.map(({ throwableInfo }) => throwableInfo?.frames.length === 0)).toEqual([true, false]);
});

test("an event that is traced keeps its frames", () => {
  configureFromXml(xml());
  tracing.addSessionFilter({ sessionId: "s" });
  MDC.run({ [LogProperties.SESSION_SESSION_ID]: "s" }, () => {
    LoggerFactory.getLogger("com.acme").error("failed", new CategorisedError("bad name", { categories: "USER_INPUT" }));
  });

  expect((LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender).list[0]?.throwableInfo?.frames).not.toEqual([]);
});

test("protected loggers are set to INFO at the start, and not again", () => {
  configureFromXml(xml('<logger name="com.openexchange.login.internal.LoginPerformer" level="ERROR"/>'));
  const login = LoggerFactory.getLogger("com.openexchange.login.internal.LoginPerformer");
  expect(login.level?.name).toBe("INFO");
  login.setLevel("OFF");
  configureFromXml(xml('<logger name="com.openexchange.login.internal.LoginPerformer" level="ERROR"/><logger name="x"/>'));

  expect(login.level?.name).toBe("OFF");
});

test("T18: among requests that wait for one another, exactly those of the user are traced", async () => {
  configureFromXml(xml());
  const log = LoggerFactory.getLogger("com.acme.Shop");
  tracing.addUserFilter({ contextId: 1, userId: 5, loggers: { "com.acme": "DEBUG" } });
  const request = (index: number): Promise<void> =>
    MDC.run(user(index % 10, index % 3), async () => {
      for (let step = 0; step < 3; step++) {
        await new Promise((resolve) => { setImmediate(resolve); });
        log.debug("request {} of user {} in context {}", index, MDC.get(LogProperties.SESSION_USER_ID), MDC.get(LogProperties.SESSION_CONTEXT_ID));
      }
    });
  await Promise.all(Array.from({ length: 1_000 }, (_, index) => request(index)));

  const { list } = LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender;
  const wanted = Array.from({ length: 1_000 }, (_, index) => index).filter((index) => index % 10 === 5 && index % 3 === 1);
  expect(list).toHaveLength(3 * wanted.length);
  expect(new Set(list.map(({ args }) => args[0]))).toEqual(new Set(wanted));
  expect(new Set(list.map(({ args }) => args.slice(1).join()))).toEqual(new Set(["5,1"]));
});
