import { expect, test } from "vitest";
import { logstashUdpSocketAppender } from "../../src/appender/logstash-udp-appender.js";
import { delivering, type Delivering } from "../support/delivering.js";
import { UdpReceiver } from "../support/udp-receiver.js";

function run(elements: string): Delivering {
  return delivering("net.logstash.logback.appender.LogstashUdpSocketAppender", elements);
}

const LAYOUT = `<layout class="ch.qos.logback.classic.PatternLayout"><pattern>%level %msg</pattern></layout>`;

test("each event is a datagram with the text of the layout", async () => {
  const receiver = await UdpReceiver.start();
  const { context, appender, said } = run(`<host>127.0.0.1</host><port>${String(receiver.port)}</port>${LAYOUT}`);

  context.getLogger("a").info("one ü");
  context.getLogger("a").warn("two");

  await expect.poll(() => receiver.texts).toEqual(["INFO one ü", "WARN two"]);
  expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
  expect(said()).toEqual([]);
});

test("an encoder does as well, and the host may be called syslogHost", async () => {
  const receiver = await UdpReceiver.start();
  const { context } = run(`<syslogHost>127.0.0.1</syslogHost><port>${String(receiver.port)}</port><encoder class="net.logstash.logback.encoder.LogstashEncoder"/>`);

  context.getLogger("a").info("one");

  await expect.poll(() => receiver.texts.map((text) => (JSON.parse(text) as { message: string }).message)).toEqual(["one"]);
});

test("an event that is too long is cut between two characters, and that is said once", async () => {
  const receiver = await UdpReceiver.start();
  const { context, said } = run(`<host>127.0.0.1</host><port>${String(receiver.port)}</port><maxMessageSize>10</maxMessageSize>${LAYOUT}`);

  context.getLogger("a").info("abcd🎉");
  context.getLogger("a").info("abcde🎉");

  await expect.poll(() => receiver.texts).toEqual(["INFO abcd", "INFO abcde"]);
  expect(said()).toEqual(["WARN An event of 11 characters was cut to 9; <maxMessageSize> is 10, a datagram has at most 65507 bytes. Said once."]);
});

test("what would not go into a datagram is cut by its bytes", async () => {
  const receiver = await UdpReceiver.start();
  const { context } = run(`<host>127.0.0.1</host><port>${String(receiver.port)}</port>${LAYOUT}`);

  context.getLogger("a").info("日".repeat(60_000));

  await expect.poll(() => receiver.datagrams.length).toBe(1);
  expect(receiver.datagrams[0]?.length).toBeLessThanOrEqual(65_507);
  expect(receiver.datagrams[0]?.length).toBeGreaterThan(65_500);
  expect(receiver.texts[0]).toMatch(/^INFO 日+$/);
});

for (const elements of [LAYOUT, `<host>127.0.0.1</host>`, `<host>127.0.0.1</host><port>0</port>${LAYOUT}`, `<host>127.0.0.1</host><charset>EBCDIC</charset>${LAYOUT}`]) {
  test(`the appender is not started with ${elements}`, () => {
    const { appender, said } = run(elements);

    expect(appender.isStarted).toBe(false);
    expect(said()).toEqual(["ERROR Appender [SENDER] could not be started; its events are not written."]);
  });
}

test("logstashUdpSocketAppender answers to its class name", () => {
  expect(logstashUdpSocketAppender.classNames).toEqual(["net.logstash.logback.appender.LogstashUdpSocketAppender"]);
});
