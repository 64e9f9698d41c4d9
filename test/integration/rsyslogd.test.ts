import { hostname } from "node:os";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { SyslogAppender } from "../../src/appender/syslog-appender.js";
import type { AppenderCounters } from "../../src/core/appender.js";
import { Level } from "../../src/core/level.js";
import type { LoggingEventInit } from "../../src/core/logging-event.js";
import type { DeliveryCounters } from "../../src/sink/delivery.js";
import { LACKS_OPENSSL, makeCertificates, type Certificates } from "../support/certificates.js";
import { complaints, configured } from "../support/configured.js";
import { anEvent } from "../support/events.js";
import { LACKS_RSYSLOGD, LACKS_RSYSLOGD_TLS, Rsyslogd, type ReceivedMessage } from "../support/rsyslogd.js";

/**
 * Sends events through a SyslogAppender with these properties, and closes it. As many may wait as a few hundred.
 *
 * @param pace - Awaited now and then, with the number of events so far.
 */
async function send(properties: string, events: Iterable<LoggingEventInit>, pace?: (count: number) => Promise<unknown>): Promise<(AppenderCounters & DeliveryCounters) | undefined> {
  const { context, configure } = configured();
  const { statuses } = configure(`<configuration>
    <appender name="SYSLOG" class="ch.qos.logback.classic.net.SyslogAppender"><facility>LOCAL3</facility>${properties}</appender>
    <root level="TRACE"><appender-ref ref="SYSLOG"/></root>
  </configuration>`);
  expect(complaints(statuses)).toEqual([]);
  const appender = context.root.appenders.find((each) => each instanceof SyslogAppender);
  let count = 0;
  for (const event of events) {
    context.root.callAppenders(anEvent(event));
    if (++count % EVENTS_A_TURN === 0) {
      await vi.waitUntil(() => (appender?.counters.queued ?? 0) < EVENTS_A_TURN, { timeout: 10_000, interval: 1 });
      await pace?.(count);
    }
  }
  await context.stop();
  return appender && { ...appender.deliveryCounters, ...appender.counters };
}

/** Events of the tests that count; CI sends more. */
const MANY = Number(process.env["RSYSLOG_EVENTS"] ?? 3_000);
const RESTARTS = Number(process.env["RSYSLOG_RESTARTS"] ?? 3);
const EVENTS_A_TURN = 100;
const MESSAGES = ["plain", "two\nlines\r\nand\ttab", "Grüße 日本 😀", 'a "quoted" \\ ] text', "x".repeat(65_536)];
const EVENTS: readonly LoggingEventInit[] = [
  ...MESSAGES.slice(0, 4).map((message) => ({ message })),
  { level: Level.ERROR, message: "failed", throwableInit: { class: "a.B", message: "boom\non two lines", frames: ["a.B.c(B.java:1)"] } },
];
const LINES = ["failed", "\ta.B: boom\non two lines", "\tat a.B.c(B.java:1)"];

function* numbered(count: number): Generator<LoggingEventInit> {
  for (let number = 0; number < count; number++) {
    yield { message: `event ${String(number)} über alles\n${"x".repeat(1 + (number % 200))}` };
  }
}

/** Expects all of {@link numbered}, in their order. */
async function expectNumbered(server: Rsyslogd, count: number): Promise<void> {
  const received = texts(await server.received(count));

  expect(received).toHaveLength(count);
  expect(received.findIndex((text, number) => text !== `event ${String(number)} über alles\n${"x".repeat(1 + (number % 200))}`)).toBe(-1);
}

/** rsyslogd keeps the blank behind the tag. */
function texts(received: readonly ReceivedMessage[]): string[] {
  return received.map(({ message }) => message.replace(/^ /, ""));
}

describe.skipIf(LACKS_RSYSLOGD)("rsyslogd", () => {
  test("gets datagrams of RFC 3164 with priority, time, host and text", async () => {
    const server = await Rsyslogd.start();

    await send(`<syslogHost>127.0.0.1</syslogHost><port>${String(server.udpPort)}</port><suffixPattern>shop[7]: %msg</suffixPattern><stackTracePattern>shop[7]:</stackTracePattern>`, EVENTS);
    const received = await server.received(7);

    expect(texts(received)).toEqual([...MESSAGES.slice(0, 4), "failed", "a.B: boom\non two lines", "at a.B.c(B.java:1)"]);
    expect(received.map(({ pri }) => pri)).toEqual([158, 158, 158, 158, 155, 155, 155]);
    expect(new Set(received.map(({ host, app, proc }) => `${host} ${app} ${proc}`))).toEqual(new Set([`${hostname()} shop 7`]));
  });

  for (const framing of ["octetCounting", "newline"]) {
    test(`gets messages of RFC 5424 over TCP with ${framing}, none of them cut or joined`, async () => {
      const server = await Rsyslogd.start();
      const events = [...EVENTS, { message: MESSAGES[4] ?? "" }];

      const counters = await send(
        `<syslogHost>127.0.0.1</syslogHost><port>${String(server.tcpPort)}</port><protocol>tcp</protocol><framing>${framing}</framing><format>rfc5424</format><suffixPattern>%msg</suffixPattern>`,
        events,
      );
      const received = await server.received(8);
      const expected = [...MESSAGES.slice(0, 4), ...LINES, MESSAGES[4] ?? ""];

      expect(texts(received)).toEqual(framing === "newline" ? expected.map((text) => text.replaceAll("\r", "\\r").replaceAll("\n", "\\n")) : expected);
      expect(counters).toMatchObject({ logged: 6, written: 6, queued: 0, dropped: 0 });
    });
  }

  test("reads the header and the structured data as they were meant", async () => {
    const server = await Rsyslogd.start();
    const mdc = { user: 'jo"e\\ ]', "com.acme.Größe": "日本\nzwei", empty: "" };

    await send(
      `<syslogHost>127.0.0.1</syslogHost><port>${String(server.tcpPort)}</port><protocol>tcp</protocol><format>rfc5424</format>
       <appName>my shop</appName><procId>p-1</procId><messageId>%marker%level</messageId><suffixPattern>%msg</suffixPattern>`,
      [{ level: Level.WARN, mdc, keyValuePairs: [{ key: "orderId", value: 17 }] }],
    );
    const [message] = await server.received(1);

    expect(message).toMatchObject({ pri: 156, host: hostname(), app: "my_shop", proc: "p-1", id: "WARN", message: "started" });
    expect(new Date(message?.time ?? "").getTime()).toBe(anEvent().timestamp);
    expect(message?.data).toEqual({ "mdc@32473": { user: 'jo"e\\ ]', "com.acme.Gr__e": "日本\nzwei", empty: "" }, "kvp@32473": { orderId: "17" } });
  });

  for (const protocol of ["udp", "tcp"]) {
    test(`gets ${String(MANY)} events over ${protocol}, in their order`, { timeout: 120_000 }, async () => {
      const server = await Rsyslogd.start();
      const port = protocol === "udp" ? server.udpPort : server.tcpPort;

      // Datagrams that come faster than rsyslogd reads are lost in the system.
      const pace = protocol === "udp" ? (count: number): Promise<unknown> => server.hasReceived(count) : undefined;

      const counters = await send(
        `<syslogHost>127.0.0.1</syslogHost><port>${String(port)}</port><protocol>${protocol}</protocol><format>rfc5424</format><suffixPattern>%msg</suffixPattern>`,
        numbered(MANY),
        pace,
      );

      await expectNumbered(server, MANY);
      expect(counters).toMatchObject({ logged: MANY, written: MANY, dropped: 0 });
    });
  }

  test("may be restarted: what it has adds up with what was sent", { timeout: 120_000 }, async () => {
    const server = await Rsyslogd.start();
    const restartEvery = Math.floor(MANY / (RESTARTS + 1) / EVENTS_A_TURN) * EVENTS_A_TURN;
    let restart: Promise<void> = Promise.resolve();
    const pace = async (count: number): Promise<void> => {
      if (count % restartEvery === 0 && count < MANY) {
        await restart;
        restart = server.restart();
      }
    };

    const counters = await send(
      `<syslogHost>127.0.0.1</syslogHost><port>${String(server.tcpPort)}</port><protocol>tcp</protocol><format>rfc5424</format><suffixPattern>%msg</suffixPattern>
       <reconnectionDelay>20 milliseconds</reconnectionDelay><queueSize>1000000</queueSize><queueBytes>1GB</queueBytes><shutdownGracePeriod>1 minute</shutdownGracePeriod>`,
      numbered(MANY),
      pace,
    );
    await restart;
    const { sent = 0, possiblyLost = 0 } = counters ?? {};
    const numbers = texts(await server.received(sent - possiblyLost)).map((text) => Number(/^event (\d+) /.exec(text)?.[1]));

    expect(counters).toMatchObject({ logged: MANY, accepted: MANY, sent: MANY, queued: 0, dropped: 0 });
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(possiblyLost).toBeGreaterThan(0);
    expect(numbers.length).toBeLessThanOrEqual(sent);
    expect(numbers.length).toBeGreaterThanOrEqual(sent - possiblyLost);
  });

  test("gets messages through a Unix socket", async () => {
    const server = await Rsyslogd.start();

    await send(`<protocol>unix</protocol><path>${server.socket}</path><format>rfc5424</format><suffixPattern>%msg</suffixPattern>`, EVENTS);

    expect(texts(await server.received(7))).toEqual([...MESSAGES.slice(0, 4), ...LINES]);
  });
});

describe.skipIf(LACKS_RSYSLOGD_TLS || LACKS_OPENSSL)("rsyslogd with TLS", () => {
  let certificates: Certificates | undefined;

  beforeAll(() => {
    certificates = makeCertificates();
  });

  afterAll(() => {
    certificates?.remove();
  });

  /** A server with these certificates, and the properties of an appender that trusts them. */
  async function trusted(): Promise<{ readonly server: Rsyslogd; readonly properties: string }> {
    const { authority = "", server: identity } = certificates ?? {};
    const server = await Rsyslogd.start(identity === undefined ? {} : { tls: { authority, server: identity } });
    const properties = `<syslogHost>127.0.0.1</syslogHost><port>${String(server.tcpPort)}</port><protocol>tls</protocol><format>rfc5424</format><suffixPattern>%msg</suffixPattern>
       <ssl><trustStore><location>${authority}</location></trustStore></ssl>`;
    return { server, properties };
  }

  test("gets messages as RFC 5425 has them", async () => {
    const { server, properties } = await trusted();

    await send(properties, EVENTS);

    expect(texts(await server.received(7))).toEqual([...MESSAGES.slice(0, 4), ...LINES]);
  });

  const refusals = [
    { what: "whose certificate nobody vouches for", host: "127.0.0.1", trusts: false },
    { what: "whose certificate is for another name", host: "127.0.0.2", trusts: true },
  ];

  for (const { what, host, trusts } of refusals) {
    test(`T12: a server ${what} gets nothing`, async () => {
      const { server, properties } = await trusted();
      const shown = properties.replace("127.0.0.1", host);

      const counters = await send(`${trusts ? shown : shown.replace(/<ssl>[^]*<\/ssl>/, "")}<shutdownGracePeriod>300 milliseconds</shutdownGracePeriod>`, [{ message: "secret" }]);

      expect(counters).toMatchObject({ accepted: 1, sent: 0, dropped: 1 });
      expect(await server.received(0)).toEqual([]);
    });
  }

  test(`gets ${String(MANY)} events, in their order`, { timeout: 120_000 }, async () => {
    const { server, properties } = await trusted();

    const counters = await send(properties, numbered(MANY));

    await expectNumbered(server, MANY);
    expect(counters).toMatchObject({ logged: MANY, written: MANY, dropped: 0 });
  });
});
