/** No library at all: what it costs to hand finished text to a socket. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import { ACCEPTED, LOGGER } from "../harness/messages.js";

export const members = { message: "message" };

const LIMIT = 16_384;

const json = (message) => `{"time":1767225600000,"level":"INFO","thread":"main","logger":"${LOGGER}","message":"${message}"}\n`;
const syslog = (message) => `<14>Jan  1 00:00:00 host [main] ${LOGGER} ${message}`;

/**
 * @param {object} options
 * @param {"write" | "collected" | "send"} options.mode
 */
export function open({ mode, port }) {
  return MODES[mode](port);
}

const MODES = {
  write: async (port) => {
    const socket = await connected(port);
    return { write: (index) => socket.write(json(ACCEPTED.of(index))), close: () => ended(socket) };
  },
  collected: async (port) => {
    const socket = await connected(port);
    let text = "";
    return {
      write: (index) => {
        text += json(ACCEPTED.of(index));
        if (text.length >= LIMIT) {
          socket.write(text);
          text = "";
        }
      },
      close: () => {
        socket.write(text);
        return ended(socket);
      },
    };
  },
  send: async (port) => {
    const socket = createSocket("udp4");
    socket.connect(port, "127.0.0.1");
    await once(socket, "connect");
    return { write: (index) => socket.send(syslog(ACCEPTED.of(index))), close: () => socket.close() };
  },
};

async function connected(port) {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

async function ended(socket) {
  socket.end();
  await once(socket, "close");
}
