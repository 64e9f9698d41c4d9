import { expect, test } from "vitest";
import { ConsoleAppender, consoleAppender } from "../../src/appender/console-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { LayoutWrappingEncoder } from "../../src/encoder/layout-wrapping-encoder.js";
import { PatternLayoutEncoder } from "../../src/encoder/pattern-layout-encoder.js";
import { buildFrom } from "../support/build.js";
import { complaints, configured } from "../support/configured.js";
import { messageEncoder } from "../support/text-encoder.js";

const components = [messageEncoder];
const encoder = { class: "MessageEncoder" };

const targets = [
  { target: "System.out", used: "System.out", statuses: [] },
  { target: "System.err", used: "System.err", statuses: [] },
  { target: "SYSTEM.ERR", used: "System.err", statuses: [] },
  { target: "stderr", used: "System.out", statuses: ['WARN "stderr" should be one of System.out, System.err; System.out is used.'] },
] as const;

for (const { target, used, statuses } of targets) {
  test(`consoleAppender takes the target ${target} as ${used}`, () => {
    const result = buildFrom(consoleAppender, { target, encoder }, { components });

    expect(result.built?.target).toBe(used);
    expect(result.statuses).toEqual(statuses);
  });
}

test("consoleAppender has Logback's defaults, and accepts what Jansi would want", () => {
  const { built, statuses } = buildFrom(consoleAppender, { encoder, withJansi: "true", preferredJansiClassName: "org.acme.Jansi" }, { components });

  expect(built).toMatchObject({ target: "System.out", immediateFlush: true });
  expect(statuses).toEqual(["WARN <withJansi> has no effect here, and Logback is about to remove it: colours are printed without it. Delete it."]);
});

for (const [title, both, takes] of [
  ["a layout behind an encoder", '<encoder><pattern>%m</pattern></encoder><layout class="PatternLayout"><pattern>%p</pattern></layout>', LayoutWrappingEncoder],
  ["an encoder behind a layout", '<layout class="PatternLayout"><pattern>%p</pattern></layout><encoder><pattern>%m</pattern></encoder>', PatternLayoutEncoder],
] as const) {
  test(`${title} counts, as in Logback`, () => {
    const { configure, context } = configured();

    const { statuses } = configure(`<configuration><appender name="A" class="ConsoleAppender">${both}</appender><root><appender-ref ref="A"/></root></configuration>`);

    expect((context.appenders[0] as ConsoleAppender).encoder).toBeInstanceOf(takes);
    expect(complaints(statuses)).toEqual([expect.stringContaining("A layout directly in this appender is out of date; put it into an <encoder>.")]);
  });
}

test("consoleAppender answers to its class names", () => {
  expect(consoleAppender.classNames).toEqual(["ch.qos.logback.core.ConsoleAppender", "ch.qos.logback.core.JansiConsoleAppender"]);
});

test("without an encoder the appender is there, but does not start", () => {
  const context = new LoggerContext();
  const appender = new ConsoleAppender("CONSOLE", context, { encoder: undefined });

  appender.start();

  expect(appender.isStarted).toBe(false);
  expect(context.statusManager.statuses[0]).toMatchObject({ level: "ERROR", message: "Appender [CONSOLE] could not be started; its events are not written." });
});
