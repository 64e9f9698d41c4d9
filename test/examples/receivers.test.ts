import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";

interface Received {
  readonly protocol: string;
  readonly text: string;
}

interface Receivers {
  readonly logstashPort: number;
  readonly syslogTcpPort: number;
  readonly syslogUdpPort: number;
  close(): Promise<void>;
}

const { startReceivers } = (await import(new URL("../../examples/order-service/receivers.js", import.meta.url).href)) as {
  startReceivers(onReceived: (one: Received) => void): Promise<Receivers>;
};

async function started(): Promise<{ readonly received: Received[]; readonly ports: Receivers }> {
  const received: Received[] = [];
  const ports = await startReceivers((one: Received) => received.push(one));
  onTestFinished(() => ports.close());
  return { received, ports };
}

/** Sends bytes one by one, the worst a network can do to a stream. */
async function send(port: number, text: string): Promise<void> {
  const socket = connect(port, "127.0.0.1").setNoDelay(true);
  await once(socket, "connect");
  for (const byte of Buffer.from(text)) {
    socket.write(Buffer.of(byte));
  }
  socket.end();
  await once(socket, "close");
}

test("lines of JSON arrive whole", async () => {
  const { received, ports } = await started();

  await send(ports.logstashPort, '{"message":"ü"}\n{"message":"two"}\nnot the end');

  await expect.poll(() => received).toEqual([{ protocol: "logstash", text: '{"message":"ü"}' }, { protocol: "logstash", text: '{"message":"two"}' }]);
});

test("syslog over TCP arrives by its octet counts, line ends and all", async () => {
  const { received, ports } = await started();

  await send(ports.syslogTcpPort, "7 <14>ü\n15 <14>two: 7 not<");

  await expect.poll(() => received).toEqual([{ protocol: "syslog/tcp", text: "<14>ü\n" }, { protocol: "syslog/tcp", text: "<14>two: 7 not<" }]);
});

test("syslog over UDP arrives datagram by datagram", async () => {
  const { received, ports } = await started();
  const socket = createSocket("udp4");
  onTestFinished(() => {
    socket.close();
  });

  socket.send("<14>one", ports.syslogUdpPort, "127.0.0.1");

  await expect.poll(() => received).toEqual([{ protocol: "syslog/udp", text: "<14>one" }]);
});
