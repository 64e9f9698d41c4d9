// What would stand elsewhere: a receiver for Logstash's JSON lines over TCP, and one for syslog over UDP and TCP.

import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * What was received, newest last.
 *
 * @typedef {object} Received
 * @property {string} protocol - `logstash`, `syslog/udp` or `syslog/tcp`.
 * @property {string} text - The JSON line, or the message of syslog with its header.
 */

/**
 * Starts the receivers on free ports of this host.
 *
 * @param {(received: Received) => void} onReceived - Called with every event.
 */
export async function startReceivers(onReceived) {
  const logstash = createServer((socket) => {
    readAll(socket, lines, (text) => onReceived({ protocol: "logstash", text }));
  });
  const syslogTcp = createServer((socket) => {
    readAll(socket, countedMessages, (text) => onReceived({ protocol: "syslog/tcp", text }));
  });
  const syslogUdp = createSocket("udp4", (message) => onReceived({ protocol: "syslog/udp", text: message.toString() }));
  logstash.listen(0, "127.0.0.1");
  syslogTcp.listen(0, "127.0.0.1");
  syslogUdp.bind(0, "127.0.0.1");
  await Promise.all([once(logstash, "listening"), once(syslogTcp, "listening"), once(syslogUdp, "listening")]);
  return {
    logstashPort: portOf(logstash),
    syslogTcpPort: portOf(syslogTcp),
    syslogUdpPort: syslogUdp.address().port,
    /** Takes no further connection; those there are go on until their senders close them. */
    close: async () => {
      logstash.close();
      syslogTcp.close();
      syslogUdp.close();
      await Promise.all([once(logstash, "close"), once(syslogTcp, "close")]);
    },
  };
}

/** @param {import("node:net").Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/**
 * Calls with each whole message that arrives, however the stream was cut on its way.
 *
 * @param {import("node:net").Socket} socket
 * @param {(bytes: Buffer) => { messages: string[], rest: Buffer }} split
 * @param {(text: string) => void} onMessage
 */
function readAll(socket, split, onMessage) {
  /** @type {Buffer} */
  let waiting = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    const { messages, rest } = split(Buffer.concat([waiting, chunk]));
    waiting = rest;
    messages.forEach(onMessage);
  });
  // A sender that breaks off is no reason for the receiver to end.
  socket.on("error", () => socket.destroy());
}

/**
 * One message a line.
 *
 * @param {Buffer} bytes
 */
function lines(bytes) {
  const end = bytes.lastIndexOf("\n") + 1;
  const messages = end === 0 ? [] : bytes.toString("utf8", 0, end - 1).split("\n");
  return { messages, rest: bytes.subarray(end) };
}

/**
 * The length of each message in bytes stands before it: RFC 6587, octet counting.
 *
 * @param {Buffer} bytes
 */
function countedMessages(bytes) {
  const messages = [];
  let rest = bytes;
  for (let match = /^(\d+) /.exec(rest.toString("latin1", 0, 12)); match !== null; match = /^(\d+) /.exec(rest.toString("latin1", 0, 12))) {
    const begin = match[0].length;
    const end = begin + Number(match[1]);
    if (rest.length < end) {
      break;
    }
    messages.push(rest.toString("utf8", begin, end));
    rest = rest.subarray(end);
  }
  return { messages, rest };
}
