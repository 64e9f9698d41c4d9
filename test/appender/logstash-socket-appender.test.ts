import { expect, test } from "vitest";
import { openXchangeLogstashSocketAppender } from "../../src/appender/logstash-socket-appender.js";
import { delivering, type Delivering } from "../support/delivering.js";
import { freePort, TcpReceiver } from "../support/tcp-receiver.js";

const PREFIX = "com.openexchange.logback.extensions.logstash";
const ENCODER = `<encoder class="ch.qos.logback.classic.encoder.PatternLayoutEncoder"><pattern>%msg%n</pattern></encoder>`;

function run(elements: string, { properties = "", className = `${PREFIX}.LogstashSocketAppender` }: { readonly properties?: string; readonly className?: string } = {}): Delivering {
  return delivering(className, elements, properties);
}

function property(name: string, value: string, prefix = PREFIX): string {
  return `<property scope="context" name="${prefix}.${name}" value="${value}"/>`;
}

test("the configuration of Open-Xchange's documentation sends events", async () => {
  const receiver = await TcpReceiver.start();
  const { context, appender, said } = run(`<remoteHost>localhost</remoteHost><port>${String(receiver.port)}</port>
    <reconnectionDelay>10000</reconnectionDelay><eventDelayLimit>30000</eventDelayLimit><queueSize>2048</queueSize>
    <encoder class="ch.qos.logback.classic.encoder.PatternLayoutEncoder"><pattern>%msg%n</pattern></encoder>`);

  context.getLogger("a").info("one");

  await expect.poll(() => receiver.lines).toEqual(["one"]);
  expect(appender.counters).toEqual({ logged: 1, written: 1, queued: 0, dropped: 0 });
  expect(said()).toEqual([]);
});

test("the class's later home is understood, with the later names of the properties", async () => {
  const later = "com.openexchange.logback.extensions.appenders.logstash";
  const { context, appender, said } = run(`<remoteHost>127.0.0.1</remoteHost><port>${String(await freePort())}</port><queueSize>10</queueSize>${ENCODER}`, {
    className: `${later}.LogstashSocketAppender`,
    properties: property("loadFactor", "0.1", later),
  });
  context.getLogger("a").info("one");
  context.getLogger("a").info("two");

  await expect.poll(() => appender.deliveryCounters.dropped).toBe(2);
  expect(said()[0]).toContain("2 events given up; 2 events dropped, 2 so far.");
});

test("without an encoder events are lines of Open-Xchange's JSON", async () => {
  const receiver = await TcpReceiver.start();
  const { context, appender, said } = run(`<remoteHost>127.0.0.1</remoteHost><port>${String(receiver.port)}</port>`);

  expect(appender.isStarted).toBe(true);
  context.getLogger("a").info("one");
  await expect.poll(() => receiver.lines).toHaveLength(1);

  expect(JSON.parse(receiver.lines[0] ?? "")).toMatchObject({ "@version": 1, level: "INFO", loggerName: "a", message: "one" });
  expect(said()).toEqual([]);
});

test("an encoder that only the context names is told, but for the one that is taken anyway", async () => {
  const destination = `<remoteHost>127.0.0.1</remoteHost><port>${String(await freePort())}</port>`;
  const complaint = 'WARN The encoder of Logstash in the context, "com.acme.Encoder", is not looked at; write it as <encoder>.';

  expect(run(destination, { properties: property("encoder", "com.acme.Encoder") }).said()[0]).toBe(complaint);
  expect(run(destination, { properties: property("encoder", "com.openexchange.logback.extensions.encoders.JSONEncoder") }).said()).toEqual([]);
  expect(run(`${destination}${ENCODER}`, { properties: property("encoder", "com.acme.Encoder") }).said()).toEqual([]);
});

test("a queue size of the context counts where the appender has none", async () => {
  const properties = property("queueSize", "2", `com.openexchange.logback.extensions.appenders.logstash`);
  const destination = `<remoteHost>127.0.0.1</remoteHost><port>${String(await freePort())}</port>${ENCODER}`;
  for (const { elements, queued, dropped } of [{ elements: "", queued: 2, dropped: 1 }, { elements: "<queueSize>3</queueSize>", queued: 3, dropped: 0 }]) {
    const { context, appender } = run(`${destination}${elements}`, { properties });
    for (const message of ["a", "b", "c"]) {
      context.getLogger("x").info(message);
    }

    expect(appender.deliveryCounters).toMatchObject({ queued, dropped });
  }
});

test("a queue size or a timeout of the context that is no number is answered with the one that is used", async () => {
  const elements = `<remoteHost>127.0.0.1</remoteHost><port>${String(await freePort())}</port>${ENCODER}`;
  const { said } = run(elements, { properties: property("queueSize", "many") + property("connectionTimeout", "0") });

  expect(said().slice(0, 2)).toEqual([
    'WARN Expected a whole number from 1 as the queueSize of Logstash, got "many"; 2048 is used.',
    'WARN Expected a whole number from 1 as the connectionTimeout of Logstash, got "0"; 5000 is used.',
  ]);
  expect(run(`${elements}<acceptConnectionTimeout>9 seconds</acceptConnectionTimeout><queueSize>9</queueSize>`, { properties: property("queueSize", "many") + property("connectionTimeout", "0") }).said().filter((text) => text.includes("Expected"))).toEqual([]);
});

test("without a host or a port the appender is not started", () => {
  for (const elements of [`<port>1</port>${ENCODER}`, `<remoteHost>localhost</remoteHost>${ENCODER}`, `<remoteHost>localhost</remoteHost><port>-1</port>${ENCODER}`]) {
    const { appender, said } = run(elements);

    expect(appender.isStarted).toBe(false);
    expect(said()).toEqual(["ERROR Appender [SENDER] could not be started; its events are not written."]);
  }
});

test("after a failure a queue that is fuller than the load factor is thrown out, one that is not is kept", async () => {
  const port = await freePort();
  const { context, appender } = run(`<remoteHost>127.0.0.1</remoteHost><port>${String(port)}</port><queueSize>10</queueSize><reconnectionDelay>20</reconnectionDelay>${ENCODER}`);
  for (let index = 0; index < 7; index++) {
    context.getLogger("a").info("thrown out");
  }
  await expect.poll(() => appender.deliveryCounters).toMatchObject({ queued: 0, dropped: 7 });

  for (let index = 0; index < 6; index++) {
    context.getLogger("a").info("kept");
  }
  const receiver = await TcpReceiver.start({ port });

  await expect.poll(() => receiver.lines).toEqual(Array.from({ length: 6 }, () => "kept"));
});

test("what is thrown out is saved to the standard error where alwaysPersistEvents asks for it", async () => {
  const { context, appender } = run(`<remoteHost>127.0.0.1</remoteHost><port>${String(await freePort())}</port><queueSize>2</queueSize><reconnectionDelay>20</reconnectionDelay>${ENCODER}`, {
    properties: property("alwaysPersistEvents", "true"),
  });
  context.getLogger("a").info("saved");
  context.getLogger("a").info("saved");

  await expect.poll(() => appender.deliveryCounters).toMatchObject({ accepted: 2, persisted: 2, dropped: 0, queued: 0 });
  expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
});

test("a load factor that is no number is answered with the one that is used", async () => {
  const { said } = run(`<remoteHost>127.0.0.1</remoteHost><port>${String(await freePort())}</port>${ENCODER}`, { properties: property("loadFactor", "much") });

  expect(said()[0]).toBe('WARN Expected a number as the loadFactor of Logstash, got "much"; 0.67 is used.');
});

test("events wait outside a full queue as long as eventDelayLimit allows", async () => {
  const port = await freePort();
  const { context, appender } = run(`<remoteHost>127.0.0.1</remoteHost><port>${String(port)}</port><queueSize>2</queueSize><eventDelayLimit>60000</eventDelayLimit>${ENCODER}`, {
    properties: property("loadFactor", "1"),
  });
  for (const message of ["a", "b", "c", "d", "e"]) {
    context.getLogger("x").info(message);
  }
  expect(appender.deliveryCounters).toMatchObject({ accepted: 5, queued: 4, dropped: 1 });

  const receiver = await TcpReceiver.start({ port });

  await expect.poll(() => receiver.lines).toEqual(["a", "b", "c", "d"]);
});

test("openXchangeLogstashSocketAppender answers to both names of the class", () => {
  expect(openXchangeLogstashSocketAppender.classNames).toEqual([
    "com.openexchange.logback.extensions.logstash.LogstashSocketAppender",
    "com.openexchange.logback.extensions.appenders.logstash.LogstashSocketAppender",
  ]);
});
