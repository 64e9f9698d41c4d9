import dgram from "node:dgram";
import { once } from "node:events";
import { hostname } from "node:os";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sslConfiguration } from "../../src/appender/ssl.js";
import { SyslogAppender, syslogAppender } from "../../src/appender/syslog-appender.js";
import type { SyslogAppenderOptions } from "../../src/appender/syslog-settings.js";
import type { ComponentSettings } from "../../src/config/from-code.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { LoggingEvent, type LoggingEventInit } from "../../src/core/logging-event.js";
import { compileSyslogLayouts } from "../../src/encoder/syslog-layouts.js";
import { patternLayout } from "../../src/encoder/pattern-layout.js";
import { thresholdFilter } from "../../src/filter/threshold-filter.js";
import { MemorySink } from "../support/memory-sink.js";
import { anyEvent } from "../json/any-event.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";
import { WORDS } from "../support/patterns.js";
import { parseSyslog } from "../support/syslog-parser.js";

const HOST = hostname();

beforeEach(() => {
  vi.stubEnv("TZ", "UTC");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Sent {
  readonly texts: readonly string[];
  readonly statuses: readonly string[];
  readonly appender: SyslogAppender;
}

/** What an appender hands to its sink. */
function sent(options: Partial<SyslogAppenderOptions>, ...events: readonly (LoggingEventInit | LoggingEvent)[]): Sent {
  const sink = new MemorySink();
  const context = new LoggerContext();
  const { facility = "USER", suffixPattern = "%msg", stackTracePattern = "\t" } = options;
  const structured = options.isStructured === true ? { appName: "shop", procId: "7", mdcId: "mdc@32473", keyValueId: "", clean: (text: string) => text } : undefined;
  const appender = new SyslogAppender("SYSLOG", context, {
    syslogHost: undefined,
    port: 514,
    throwableExcluded: false,
    maxMessageSize: 65_000,
    charset: undefined,
    framing: undefined,
    isStructured: false,
    ...options,
    facility,
    suffixPattern,
    stackTracePattern,
    layouts: () => compileSyslogLayouts({ facility, suffixPattern, stackTracePattern, structured }, () => ({ words: WORDS })),
    sink: () => sink,
  });
  appender.start();
  for (const event of events) {
    appender.doAppend(event instanceof LoggingEvent ? event : anEvent(event));
  }
  return { texts: sink.texts, statuses: context.statusManager.statuses.map(({ level, message }) => `${level} ${message}`), appender };
}

const THROWABLE = { class: "a.B", message: "boom", frames: ["a.B.c(B.java:1)"], cause: { class: "a.C", frames: ["a.B.c(B.java:1)"] } };

test("an event is a datagram of RFC 3164", () => {
  expect(sent({}, { level: Level.ERROR, message: "one" }).texts).toEqual([`<11>Mar 15 10:30:00 ${HOST} one`]);
});

test("each line of a stack trace is a datagram of its own", () => {
  const { texts, appender } = sent({}, { message: "failed", throwableInit: THROWABLE });
  const start = `<14>Mar 15 10:30:00 ${HOST} `;

  expect(texts).toEqual([`${start}failed`, `${start}\ta.B: boom`, `${start}\tat a.B.c(B.java:1)`, `${start}\tCaused by: a.C: null`, `${start}\tat a.B.c(B.java:1)`]);
  expect(appender.counters).toMatchObject({ logged: 1, written: 1 });
});

test("throwableExcluded leaves stack traces out", () => {
  expect(sent({ throwableExcluded: true }, { throwableInit: THROWABLE }).texts).toHaveLength(1);
});

test("in a stream, an event and its stack trace are one text of several frames", () => {
  const { texts } = sent({ framing: "octetCounting" }, { message: "a\nb", throwableInit: { class: "a.B", message: "boom" } });
  const start = `<14>Mar 15 10:30:00 ${HOST} `;

  expect(texts).toEqual([`${String(start.length + 3)} ${start}a\nb${String(start.length + 10)} ${start}\ta.B: boom`]);
});

test("T13: with newlines, an event cannot forge another one", () => {
  expect(sent({ framing: "newline" }, { message: "a\n<0>root: b" }).texts).toEqual([`<14>Mar 15 10:30:00 ${HOST} a\\n<0>root: b\n`]);
});

test("a message that is too long is cut, which is said once", () => {
  const { texts, statuses } = sent({ maxMessageSize: 30 }, { message: "x".repeat(100) }, { message: "y".repeat(100) });

  expect(texts.map(({ length }) => length)).toEqual([30, 30]);
  expect(statuses).toHaveLength(1);
  expect(statuses[0]).toMatch(/^WARN Appender \[SYSLOG\]: a message of \d+ characters was cut to 30; <maxMessageSize> is 30, a datagram has at most 65507 bytes\. Said once\.$/);
});

test("the lines of a stack trace may be longer than a message, as in Logback, but not than a datagram", () => {
  const { texts, statuses } = sent({ maxMessageSize: 30 }, { message: "x".repeat(100), throwableInit: { class: "a.B", message: "y".repeat(100), frames: [`z.${"z".repeat(70_000)}.run(Z.java:1)`] } });

  expect(texts.map(({ length }) => length)).toEqual([30, `<14>Mar 15 10:30:00 ${HOST} \ta.B: `.length + 100, 65_507]);
  expect(statuses).toHaveLength(1);
});

test("T13: a datagram has at most 65,507 bytes and no half of a character", () => {
  const [text = ""] = sent({}, { message: "€".repeat(30_000) }).texts;

  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_507);
  expect(Buffer.byteLength(text)).toBeGreaterThan(65_504);
});

test("T13: structured data that does not fit is left out, not cut", () => {
  const { texts, statuses } = sent({ isStructured: true, maxMessageSize: 150 }, { message: "kept", mdc: { big: "]".repeat(200) } });
  const { data, message } = parseSyslog(texts[0] ?? "");

  expect({ data, message }).toEqual({ data: [], message: "kept" });
  expect(statuses).toHaveLength(1);
});

function built(settings: ComponentSettings): ReturnType<typeof buildFrom<SyslogAppender>> {
  const result = buildFrom(syslogAppender, settings, { components: [patternLayout, sslConfiguration] });
  result.built?.start();
  const started = result.built?.isStarted;
  void result.built?.stop();
  return { ...result, statuses: [...result.statuses, `started ${String(started)}`] };
}

test("the defaults are Logback's", () => {
  const { built: appender, statuses } = built({ facility: "user" });

  expect(statuses).toEqual(["started true"]);
  expect(appender).toMatchObject({ facility: "user", port: 514, suffixPattern: "[%thread] %logger %msg", stackTracePattern: "\t", throwableExcluded: false, maxMessageSize: 65_000 });
});

test("TLS has a port of its own, and streams have more room", () => {
  expect(built({ facility: "user", protocol: "TLS" }).built).toMatchObject({ port: 6514, maxMessageSize: 1_048_576 });
});

const refusals = [
  { what: "without a facility", settings: {}, reason: /The Facility option is mandatory/ },
  { what: "with a facility that there is not", settings: { facility: "BOGUS" }, reason: /<facility>: expected KERN, .*, got "BOGUS"/ },
  { what: "with an unknown protocol", settings: { facility: "USER", protocol: "tsl" }, reason: /<protocol>: expected udp, tcp, tls, unix, got "tsl"/ },
  { what: "with an unknown format", settings: { facility: "USER", format: "cef" }, reason: /<format>: expected rfc3164, rfc5424, got "cef"/ },
  { what: "with an unknown framing", settings: { facility: "USER", framing: "nul" }, reason: /<framing>: expected octetCounting, newline, got "nul"/ },
  { what: "with a port out of range", settings: { facility: "USER", port: "70000" }, reason: /<port>: expected a number from 1 to 65535, got 70000/ },
  { what: "with an id that is no name", settings: { facility: "USER", format: "rfc5424", mdcId: "a b" }, reason: /Expected an id such as mdc@32473.*got "a b"/ },
  { what: "with <ssl> beside a protocol that is not secured", settings: { facility: "USER", protocol: "tcp", ssl: {} }, reason: /<ssl> is there, but <protocol> is tcp/ },
  { what: "with a charset that cannot be framed", settings: { facility: "USER", protocol: "tcp", charset: "UTF-16" }, reason: /UTF-16 cannot be framed/ },
];

for (const { what, settings, reason } of refusals) {
  test(`${what} it is not started, and says why`, () => {
    const context = new LoggerContext();
    const { built: appender } = buildFrom(syslogAppender, settings, { context, components: [sslConfiguration] });
    appender?.start();

    expect(appender?.isStarted).toBe(false);
    expect(context.statusManager.statuses.map(({ cause }) => String(cause)).join("\n")).toMatch(reason);
  });
}

test("a layout is ignored with a warning", () => {
  expect(built({ facility: "USER", layout: { pattern: "%msg" } }).statuses).toEqual(["WARN The layout of a SyslogAppender cannot be set; use <suffixPattern>. It is ignored.", "started true"]);
});

test("<lazy>, which Logback has no more, is answered with a warning", () => {
  expect(built({ facility: "USER", lazy: "true" }).statuses).toEqual(["WARN <lazy> has no effect, and Logback has it no more. Delete it.", "started true"]);
});

test("a maximum above that of a datagram and newlines with TLS are warned of", () => {
  expect(built({ facility: "USER", maxMessageSize: "100000" }).statuses[0]).toBe("WARN A datagram has at most 65507 bytes; longer messages are cut there.");
  expect(built({ facility: "USER", protocol: "tls", framing: "newline" }).statuses[0]).toBe("WARN RFC 5425 asks for octetCounting with TLS; newline is used, as configured.");
});

const unread = [
  { settings: { port: "abc" }, used: { port: 514 }, says: 'WARN "abc" is not a whole number; 514 is used, 6514 for TLS.' },
  { settings: { port: "abc", protocol: "tls" }, used: { port: 6514 }, says: 'WARN "abc" is not a whole number; 514 is used, 6514 for TLS.' },
  { settings: { maxMessageSize: "big" }, used: { maxMessageSize: 65_000 }, says: 'WARN "big" is not a whole number; 65000 is used, 1048576 in a stream.' },
  { settings: { maxMessageSize: "big", protocol: "tcp" }, used: { maxMessageSize: 1_048_576 }, says: 'WARN "big" is not a whole number; 65000 is used, 1048576 in a stream.' },
];

for (const { settings, used, says } of unread) {
  test(`${JSON.stringify(settings)} is as if it were not there, and the warning tells what is used`, () => {
    const { built: appender, statuses } = built({ facility: "USER", ...settings });

    expect(appender).toMatchObject(used);
    expect(statuses).toEqual([says, "started true"]);
  });
}

/** A receiver of datagrams on a free port, and what it got. */
async function receiver(): Promise<{ readonly port: number; readonly datagrams: string[]; close(): void }> {
  const socket = dgram.createSocket("udp4");
  const datagrams: string[] = [];
  socket.on("message", (message) => datagrams.push(message.toString("latin1")));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { port: socket.address().port, datagrams, close: () => socket.close() };
}

test("a configuration sends datagrams in the charset that it names, and counts them", async () => {
  const { port, datagrams, close } = await receiver();
  const context = new LoggerContext();
  const settings = { syslogHost: "127.0.0.1", port: String(port), facility: "mail", suffixPattern: "%msg", charset: "ISO-8859-1" };
  const { built: appender } = buildFrom(syslogAppender, settings, { context });
  appender?.start();

  appender?.doAppend(anEvent({ message: "Grüße" }));
  appender?.doAppend(anEvent({ message: "two", throwableInit: { class: "a.B", message: "boom" } }));
  await appender?.stop();
  await vi.waitUntil(() => datagrams.length >= 3, { timeout: 10_000 });
  close();

  const start = `<22>Mar 15 10:30:00 ${HOST} `;
  expect(datagrams).toEqual([`${start}Grüße`, `${start}two`, `${start}\ta.B: boom`]);
  expect(appender?.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
});

test("an event that a filter denies is not sent", async () => {
  const { port, datagrams, close } = await receiver();
  const settings = { syslogHost: "127.0.0.1", port: String(port), facility: "mail", suffixPattern: "%msg", filter: { class: "ch.qos.logback.classic.filter.ThresholdFilter", level: "WARN" } };
  const { built: appender } = buildFrom(syslogAppender, settings, { components: [thresholdFilter] });
  appender?.start();

  appender?.doAppend(anEvent({ message: "denied" }));
  appender?.doAppend(anEvent({ message: "sent", level: Level.WARN }));
  await appender?.stop();
  await vi.waitUntil(() => datagrams.length >= 1, { timeout: 10_000 });
  close();

  expect(datagrams).toHaveLength(1);
});

test("T13: whatever is logged, a frame of RFC 5424 is read back as it was meant", () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const { texts } = sent({ framing: "octetCounting", isStructured: true, throwableExcluded: true }, event);
      const [, length = "", message = ""] = /^(\d+) ([^]*)$/.exec(texts[0] ?? "") ?? [];

      expect(Buffer.byteLength(message)).toBe(Number(length));
      expect(parseSyslog(message).message).toBe(event.formattedMessage);
    }),
  );
});

const neutralising = [
  { what: "neutralise", neutralise: "true", draft: {}, says: [] },
  { what: "neutralise of <configuration>, where its own cannot be read,", neutralise: "yes", draft: { neutralise: true }, says: ['WARN "yes" is neither true nor false; what <configuration> says is used.'] },
];

for (const { what, neutralise, draft, says } of neutralising) {
  test(`${what} makes control characters visible in the message, the stack trace and the structured data`, async () => {
    const { port, datagrams, close } = await receiver();
    const settings = { syslogHost: "127.0.0.1", port: String(port), facility: "mail", suffixPattern: "%msg", format: "rfc5424", neutralise };
    const { built: appender, statuses } = buildFrom(syslogAppender, settings, { draft });
    appender?.start();

    appender?.doAppend(anEvent({ message: "a\nb", mdc: { user: "c\x1bd" }, throwableInit: { class: "E", message: "e\rf" } }));
    await appender?.stop();
    await vi.waitUntil(() => datagrams.length >= 2, { timeout: 10_000 });
    close();

    expect(datagrams.map((text) => parseSyslog(text)).map(({ message, data }) => [message, data[0]?.parameters[0]?.[1]])).toEqual([
      ["a\\nb", "c\\x1bd"],
      ["\tE: e\\rf", "c\\x1bd"],
    ]);
    expect(statuses).toEqual(says);
  });
}
