import type net from "node:net";
import { formatDestination, type Destination } from "./destination.js";
import { tlsOptions, type TlsSettings } from "./tls.js";
import { onDemand } from "../util/on-demand.js";

/** A connection, or the attempt at one. */
export interface Connection {
  /** Whether it stands and the system has all that was written before. */
  readonly isFree: boolean;
  /** Takes text, as UTF-8, or bytes. */
  write(data: string | Uint8Array): void;
  /** Says that nothing follows; the receiver is expected to close. */
  end(): void;
  /** Gives the connection up. */
  destroy(): void;
}

/** Is told what becomes of a connection. */
export interface ConnectionListener {
  connected(): void;
  /** The system has all that was written. */
  freed(): void;
  /**
   * The end of it, once, also of an attempt. Without a cause the receiver closed it.
   *
   * @param isAnswer - The receiver closed it after it was told that nothing follows: it has read everything.
   */
  closed(cause: NodeJS.ErrnoException | undefined, isAnswer: boolean): void;
}

/** Begins to connect. Throws when that cannot even be tried. */
export type Connect = (destination: Destination, listener: ConnectionListener) => Connection;

/** Connections over TCP, over TLS when there are settings for it, or to a Unix socket. */
export function socketConnect(settings: TlsSettings | undefined, keepAliveDelayMs: number | undefined): Connect {
  return (destination, listener) => {
    const socket = settings === undefined ? onDemand.net.connect(destination) : onDemand.tls.connect({ ...destination, ...tlsOptions(settings, destination) });
    let cause: NodeJS.ErrnoException | undefined;
    const onWritten = (): void => {
      if (socket.writableLength === 0) {
        listener.freed();
      }
    };
    let isConnected = false;
    let saidEnd = false;
    let isAnswer = false;
    const sayEnd = (): void => {
      saidEnd = true;
      socket.end();
    };
    whenAccepted(socket, () => {
      if (!isConnected) {
        isConnected = true;
        listener.connected();
      }
    });
    socket.on("error", (error) => {
      cause ??= error;
    });
    socket.on("end", () => {
      isAnswer = saidEnd;
    });
    socket.on("close", () => {
      const reason = cause ?? (isConnected ? undefined : new Error(`Could not connect to ${formatDestination(destination)}.`));
      listener.closed(reason, isAnswer && reason === undefined);
    });
    // What a receiver sends is of no interest, but it has to be read: unread, it would turn the end into a reset.
    socket.resume();
    socket.setNoDelay(true);
    if (keepAliveDelayMs !== undefined) {
      socket.setKeepAlive(true, keepAliveDelayMs);
    }
    socket.unref();
    return {
      get isFree() {
        return isConnected && socket.writable && socket.writableLength === 0;
      },
      write: (data) => {
        socket.write(data, onWritten);
      },
      end: () => {
        if (settings === undefined) {
          sayEnd();
        } else {
          // A reset that has come already must be read first: TLS would swallow it, and the end look like an answer.
          setImmediate(() => setImmediate(sayEnd));
        }
      },
      destroy: () => {
        socket.destroy();
      },
    };
  };
}

/** How long a server of TLS 1.3 may take to give a sign that it accepts the client. */
const SIGN_MS = 300;

/**
 * Calls when the other side has accepted the connection. In TLS 1.3 a client is through with the handshake before the
 * server has looked at its certificate: what is sent at once to a server that refuses it would be lost. As a rule a server
 * that is content hands out a session ticket.
 */
function whenAccepted(socket: net.Socket, accepted: () => void): void {
  if (!(socket instanceof onDemand.tls.TLSSocket)) {
    socket.once("connect", accepted);
    return;
  }
  socket.once("secureConnect", () => {
    if (socket.getProtocol() !== "TLSv1.3") {
      accepted();
      return;
    }
    const onSign = (): void => {
      clearTimeout(timer);
      socket.off("session", onTicket);
      if (!socket.destroyed) {
        accepted();
      }
    };
    // What is written while the ticket is being read never leaves.
    const onTicket = (): void => {
      setImmediate(onSign);
    };
    const timer = setTimeout(onSign, SIGN_MS).unref();
    socket.once("session", onTicket);
  });
}
