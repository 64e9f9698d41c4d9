import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { logstashTcpSocketAppender } from "../../src/appender/logstash-tcp-appender.js";
import { LACKS_OPENSSL, makeCertificates } from "../support/certificates.js";
import { delivering, type Delivering } from "../support/delivering.js";
import { freePort, TcpReceiver } from "../support/tcp-receiver.js";

const certificates = LACKS_OPENSSL ? undefined : makeCertificates();
afterAll(() => {
  certificates?.remove();
});

function run(elements: string): Delivering {
  return delivering("net.logstash.logback.appender.LogstashTcpSocketAppender", elements);
}

const ENCODER = `<encoder class="net.logstash.logback.encoder.LogstashEncoder"/>`;
const LAST_WORDS = "<shutdownGracePeriod>100</shutdownGracePeriod>";

test("events arrive as JSON lines", async () => {
  const receiver = await TcpReceiver.start();
  const { context, appender, said } = run(`<destination>localhost:${String(receiver.port)}</destination>${ENCODER}`);

  context.getLogger("shop.Cart").info("Order {} accepted", 7);
  await expect.poll(() => receiver.lines.length).toBe(1);

  expect(JSON.parse(receiver.lines[0] ?? "")).toMatchObject({ message: "Order 7 accepted", logger_name: "shop.Cart", level: "INFO" });
  expect(appender.counters).toEqual({ logged: 1, written: 1, queued: 0, dropped: 0 });
  expect(appender.deliveryCounters).toMatchObject({ accepted: 1, sent: 1, possiblyLost: 0 });
  expect(said()).toEqual([]);
});

test("destinations may be several, in one element or in several, with blanks and with an address of IPv6", async () => {
  const receiver = await TcpReceiver.start();
  const away = await freePort();
  const { context, said } = run(`<destination> localhost : ${String(away)} , [::1]:${String(away)}</destination><destination>127.0.0.1:${String(receiver.port)}</destination>${ENCODER}`);

  context.getLogger("a").info("found");

  await expect.poll(() => receiver.lines.length).toBe(1);
  expect(said().every((status) => status.startsWith("WARN Cannot connect to "))).toBe(true);
});

test("stopping the context sends what waits", async () => {
  const receiver = await TcpReceiver.start();
  const { context } = run(`<destination>localhost:${String(receiver.port)}</destination>${ENCODER}`);
  for (let index = 0; index < 100; index++) {
    context.getLogger("a").info("{}", index);
  }

  await context.stop();

  expect(receiver.lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
});

test("the old way to name a destination works and is answered with the new one", async () => {
  const receiver = await TcpReceiver.start();
  const { context, said } = run(`<remoteHost>localhost</remoteHost><port>${String(receiver.port)}</port>${ENCODER}`);

  context.getLogger("a").info("found");

  await expect.poll(() => receiver.lines.length).toBe(1);
  expect(said()).toEqual([`WARN <remoteHost> and <port> are out of date; write <destination>localhost:${String(receiver.port)}</destination>.`]);
});

const refused: readonly (readonly [elements: string, ...said: (string | RegExp)[]])[] = [
  [ENCODER, "ERROR Appender [SENDER] could not be started; its events are not written."],
  [`<destination>localhost:1</destination>`, "ERROR Appender [SENDER] could not be started; its events are not written."],
  [`<destination>localhost:99999</destination>${ENCODER}`, 'ERROR Expected a destination such as "logs.example.org:4560", got "localhost:99999"; it is left out.', /could not be started/],
  [`<destination>two words</destination>${ENCODER}`, 'ERROR Expected a destination such as "logs.example.org:4560", got "two words"; it is left out.', /could not be started/],
  [`<destination>a:1</destination><remoteHost>b</remoteHost>${ENCODER}`, "WARN <remoteHost> and <port> are out of date; write <destination>b:4560</destination>.", /could not be started/],
  [`<destination>localhost:1</destination>${ENCODER}<ssl><trustStore><location>none.pem</location></trustStore></ssl>`, /could not be started/],
  [`<destination>localhost:1</destination>${ENCODER}<ssl class="org.acme.Ssl"/>`, /org\.acme\.Ssl/, /could not be started/],
  [`<destination>localhost:1</destination>${ENCODER}<ssl><trustStore class="org.acme.Store"/></ssl>`, /org\.acme\.Store/, /could not be started/],
  [`<destination>localhost:1</destination>${ENCODER}<ssl><keyStore><password>x</password></keyStore></ssl>`, /could not be started/],
  [`<destination>localhost:1</destination>${ENCODER}<ssl><protocol>SSLv3</protocol></ssl>`, /could not be started/],
];

for (const [elements, ...expected] of refused) {
  test(`the appender is not started, and nothing leaves, with ${elements}`, () => {
    const { appender, said } = run(elements);

    expect(appender.isStarted).toBe(false);
    expect(said().length).toBe(expected.length);
    for (const [index, text] of said().entries()) {
      expect(text).toMatch(expected[index] ?? "nothing more");
    }
  });
}

const questionable: readonly (readonly [elements: string, said: string])[] = [
  ["<ringBufferSize>0</ringBufferSize>", 'ERROR Expected a whole number from 1, got "0"; 8192 is used.'],
  ["<queueBytes>many</queueBytes>", 'ERROR Expected a file size such as "10MB", "512 kb", "1GB" or "4096" (bytes), got "many"; 16777216 bytes are used.'],
  ["<reconnectionDelay>soon</reconnectionDelay>", 'ERROR Expected a duration such as "30 seconds", "5 minutes", "1.5 hours" or "500" (milliseconds), got "soon"; 30000 milliseconds are used.'],
  ["<keepAliveDuration>0</keepAliveDuration>", 'ERROR Expected a duration such as "30 seconds", "5 minutes", "1.5 hours" or "500" (milliseconds), got "0"; it is left out.'],
  ["<writeTimeout>10 s</writeTimeout>", 'WARN "10 s" is taken for seconds; Logback would take it for milliseconds.'],
  [
    "<connectionStrategy><random/></connectionStrategy><secondaryConnectionTTL>1 minute</secondaryConnectionTTL>",
    "WARN <secondaryConnectionTTL> belongs in the <preferPrimary> of <connectionStrategy>; it is ignored.",
  ],
  [
    "<ssl><parameters><hostnameVerification>false</hostnameVerification></parameters></ssl>",
    "WARN The host name is verified in any case. Where the certificate has another name than <destination>, write that as <serverName> into <ssl>.",
  ],
];

for (const [elements, expected] of questionable) {
  test(`the appender is started, and says what it makes of ${elements}`, async () => {
    const { appender, said } = run(`<destination>127.0.0.1:${String(await freePort())}</destination>${ENCODER}${LAST_WORDS}${elements}`);

    expect(appender.isStarted).toBe(true);
    expect(said()[0]).toBe(expected);
  });
}

test("everything that logstash-logback-encoder knows is understood", async () => {
  const receiver = await TcpReceiver.start();
  const { context, said } = run(`
    <destination>localhost:${String(receiver.port)}</destination>${ENCODER}
    <connectionStrategy><roundRobin><connectionTTL>5 minutes</connectionTTL></roundRobin></connectionStrategy>
    <reconnectionDelay>1 second</reconnectionDelay><connectionTimeout>5 seconds</connectionTimeout><writeTimeout>1 minute</writeTimeout>
    <keepAliveDuration>20 milliseconds</keepAliveDuration><keepAliveMessage>UNIX</keepAliveMessage><keepAliveCharset>UTF-8</keepAliveCharset>
    <ringBufferSize>1024</ringBufferSize><appendTimeout>-1</appendTimeout><appendRetryFrequency>5 milliseconds</appendRetryFrequency>
    <waitStrategyType>sleeping</waitStrategyType><producerType>MULTI</producerType><threadNameFormat>x-%1$s</threadNameFormat><daemon>true</daemon>
    <writeBufferSize>0</writeBufferSize><droppedWarnFrequency>100</droppedWarnFrequency><addDefaultStatusListener>false</addDefaultStatusListener>
    <includeCallerData>true</includeCallerData><shutdownGracePeriod>1 minute</shutdownGracePeriod>
    <filter class="ch.qos.logback.classic.filter.ThresholdFilter"><level>WARN</level></filter>`);
  context.getLogger("a").info("filtered");

  context.getLogger("a").warn("kept");

  await expect.poll(() => receiver.lines.includes("")).toBe(true);
  expect(receiver.lines.filter((line) => line !== "").map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(["kept"]);
  expect(said()).toEqual([]);
});

test("the queue is bounded as configured", async () => {
  const { context, appender } = run(`<destination>127.0.0.1:${String(await freePort())}</destination>${ENCODER}${LAST_WORDS}<ringBufferSize>16</ringBufferSize>`);

  for (let index = 0; index < 20; index++) {
    context.getLogger("a").info("waiting");
  }

  expect(appender.counters).toEqual({ logged: 20, written: 0, queued: 16, dropped: 4 });
});

test("when the queue is full, the text of further events is not even made", async () => {
  const { context, appender } = run(`<destination>127.0.0.1:${String(await freePort())}</destination>${ENCODER}${LAST_WORDS}<ringBufferSize>1</ringBufferSize>`);
  let made = 0;
  const argument = { toString: () => String(++made) };
  for (let index = 0; index < 10; index++) {
    context.getLogger("a").info("{}", argument);
  }

  expect(made).toBeLessThanOrEqual(2);
  expect(appender.counters).toEqual({ logged: 10, written: 0, queued: 1, dropped: 9 });
});

test.skipIf(LACKS_OPENSSL)("with <ssl> events arrive over TLS, with the client's certificate", async () => {
  const { authority, client, server } = certificates ?? makeCertificates();
  const receiver = await TcpReceiver.start({
    tls: { cert: readFileSync(server.cert), key: readFileSync(server.key), ca: readFileSync(authority), requestCert: true, rejectUnauthorized: true },
  });
  const { context, said } = run(`<destination>localhost:${String(receiver.port)}</destination>${ENCODER}
    <ssl>
      <trustStore><location>file:${authority}</location></trustStore>
      <keyStore><location>${client.both}</location><type>PEM</type></keyStore>
      <parameters><includedProtocols>TLSv1.3,TLSv1.1</includedProtocols><excludedProtocols>TLSv1.1</excludedProtocols></parameters>
    </ssl>`);

  context.getLogger("a").info("secret");

  await expect.poll(() => receiver.lines.length).toBe(1);
  expect(said()).toEqual([]);
});

test.skipIf(LACKS_OPENSSL)("with <ssl> a receiver that speaks no TLS gets nothing", async () => {
  const { authority } = certificates ?? makeCertificates();
  const received: Buffer[] = [];
  const receiver = await TcpReceiver.start({ reads: false, onConnection: (socket) => socket.on("data", (chunk) => received.push(chunk)) });
  const { context, appender } = run(`<destination>localhost:${String(receiver.port)}</destination>${ENCODER}${LAST_WORDS}
    <connectionTimeout>100</connectionTimeout><ssl><trustStore><location>${authority}</location></trustStore></ssl>`);

  context.getLogger("a").info("secret");
  await expect.poll(() => received.length).toBeGreaterThan(0);
  await context.stop();

  expect(Buffer.concat(received).includes("secret")).toBe(false);
  expect(appender.counters).toMatchObject({ written: 0, dropped: 1 });
});

test("logstashTcpSocketAppender answers to its class name", () => {
  expect(logstashTcpSocketAppender.classNames).toEqual(["net.logstash.logback.appender.LogstashTcpSocketAppender"]);
});
