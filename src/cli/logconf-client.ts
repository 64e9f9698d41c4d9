import net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import tls from "node:tls";
import { LineReader } from "../control/line-reader.js";
import { MOST_REPLY_BYTES, readReply, type ControlReply } from "../control/protocol.js";

/** Where a process is asked. */
export type ControlAddress =
  | { readonly path: string }
  | { readonly host: string; readonly port: number; readonly tls: boolean; /** Certificates to trust, in PEM format; those of Node.js unless given. */ readonly ca?: Buffer | undefined };

/** A process that has too many clients drops some; asking again does no harm, and helps. */
const MOST_ATTEMPTS = 10;
const PAUSE_MS = 50;
const DROPPED: readonly (string | undefined)[] = ["ECONNRESET", "EPIPE", "EAGAIN"];

/** The connection ended without an answer. */
class NoAnswerError extends Error {
  readonly code = "ECONNRESET";
}

/**
 * Sends one request and gives the answer.
 *
 * @param frame - The request as it is sent.
 * @param timeoutMs - How long to wait for it; 0 for ever.
 * @throws Error of the system, ProtocolError, or an Error when the answer does not come.
 */
export async function ask(address: ControlAddress, frame: string, timeoutMs: number): Promise<ControlReply> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(address, frame, timeoutMs);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !DROPPED.includes((error as NodeJS.ErrnoException).code)) {
        throw error;
      }
      await wait(PAUSE_MS * attempt);
    }
  }
}

function askOnce(address: ControlAddress, frame: string, timeoutMs: number): Promise<ControlReply> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const reader = new LineReader(MOST_REPLY_BYTES);
    const timer = timeoutMs === 0 ? undefined : setTimeout(() => { end(() => { reject(new Error(`none came within ${timeoutMs / 1000} s`)); }); }, timeoutMs);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      socket.destroy();
      settle();
    };
    socket.on(socket instanceof tls.TLSSocket ? "secureConnect" : "connect", () => { socket.write(frame); });
    socket.on("error", (error) => { end(() => { reject(error); }); });
    socket.on("close", () => { end(() => { reject(new NoAnswerError("the process ended the connection without an answer")); }); });
    socket.on("data", (piece: Uint8Array) => {
      try {
        reader.add(piece);
        const line = reader.next();
        if (line !== undefined) {
          const reply = readReply(line);
          end(() => { resolve(reply); });
        }
      } catch (error) {
        end(() => { reject(error instanceof Error ? error : new Error(String(error))); });
      }
    });
  });
}

function connect(address: ControlAddress): net.Socket {
  if ("path" in address) {
    return net.connect({ path: address.path });
  }
  const { host, port, ca } = address;
  if (!address.tls) {
    return net.connect({ host, port });
  }
  // An IP address is no server name (RFC 6066, section 3).
  return tls.connect({ host, port, minVersion: "TLSv1.2", rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }), ...(net.isIP(host) === 0 ? { servername: host } : {}) });
}
