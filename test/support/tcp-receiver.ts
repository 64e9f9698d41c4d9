import net from "node:net";
import tls from "node:tls";
import { onTestFinished } from "vitest";

export interface TcpReceiverOptions {
  /** Any free one unless given. */
  readonly port?: number;
  /** A Unix socket in place of a port. */
  readonly path?: string;
  readonly tls?: tls.TlsOptions;
  /** Called with every new connection. */
  readonly onConnection?: (socket: net.Socket) => void;
  /** False does not read. */
  readonly reads?: boolean;
}

/** Receives lines, as Logstash does: whole ones only. Closed when the test is over. */
export class TcpReceiver {
  readonly lines: string[] = [];
  /** The same, by connection: what was sent over one that the sender gave up may arrive beside what follows it. */
  readonly linesOfEach: string[][] = [];
  connections = 0;
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();
  /** With TLS what lies below the others, from before the handshake on. */
  readonly #connections = new Set<net.Socket>();

  private constructor(options: TcpReceiverOptions) {
    const onSocket = (socket: net.Socket): void => {
      this.connections++;
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
      socket.on("error", () => {});
      if (options.reads !== false) {
        this.#read(socket);
      }
      options.onConnection?.(socket);
    };
    this.#server = options.tls === undefined ? net.createServer(onSocket) : tls.createServer(options.tls, onSocket);
    this.#server.on("tlsClientError", () => {});
    this.#server.on("connection", (socket: net.Socket) => {
      this.#connections.add(socket);
      socket.on("close", () => this.#connections.delete(socket));
    });
  }

  static async start(options: TcpReceiverOptions = {}): Promise<TcpReceiver> {
    const receiver = new TcpReceiver(options);
    await new Promise<void>((resolve, reject) => {
      receiver.#server.once("error", reject);
      receiver.#server.listen(options.path === undefined ? { port: options.port ?? 0, host: "127.0.0.1" } : { path: options.path }, resolve);
    });
    onTestFinished(() => receiver.stop());
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as net.AddressInfo).port;
  }

  get sockets(): readonly net.Socket[] {
    return [...this.#sockets];
  }

  /** As a process that is killed: no connection is taken any more, and those there are break. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => { resolve(); }));
    for (const socket of this.#connections) {
      socket.resetAndDestroy();
    }
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await closed;
  }

  #read(socket: net.Socket): void {
    let rest = "";
    const own: string[] = [];
    this.linesOfEach.push(own);
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        this.lines.push(part);
        own.push(part);
      }
    });
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
