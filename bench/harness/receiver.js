/**
 * Receives what a cell sends and writes it to a file: a process of its own, so that it takes nothing of the cell's time.
 *
 *   receiver.js <tcp | udp> <file>
 *
 * Prints its port. Ends when its standard input does and everything has arrived.
 */
import { createSocket } from "node:dgram";
import { closeSync, openSync, writeSync } from "node:fs";
import { createServer } from "node:net";

const [, , protocol, file] = process.argv;
/** After so long without a datagram no other is on its way. */
const QUIET_MS = 100;
const ROOM_BYTES = 4 * 1024 * 1024;
const fd = openSync(file, "a");

const RECEIVERS = {
  tcp: () => {
    const server = createServer((socket) => {
      socket.on("data", (chunk) => writeSync(fd, chunk));
    });
    server.listen(0, "127.0.0.1", () => console.log(server.address().port));
    process.stdin.on("end", () => server.close(() => closeSync(fd)));
  },
  udp: () => {
    const socket = createSocket({ type: "udp4", recvBufferSize: ROOM_BYTES });
    let arrivedMs = performance.now();
    socket.on("message", (message) => {
      arrivedMs = performance.now();
      writeSync(fd, `${message.latin1Slice().trimEnd()}\n`);
    });
    socket.bind(0, "127.0.0.1", () => console.log(socket.address().port));
    process.stdin.on("end", () => {
      const timer = setInterval(() => {
        if (performance.now() - arrivedMs > QUIET_MS) {
          clearInterval(timer);
          socket.close(() => closeSync(fd));
        }
      }, QUIET_MS / 10);
    });
  },
};

RECEIVERS[protocol]();
process.stdin.resume();
