import { readFileSync } from "node:fs";
import net from "node:net";
import tls from "node:tls";
import type { ControlPort, ControlSettings } from "../core/control.js";
import { Clients } from "./clients.js";
import { Connection, type Answer } from "./connection.js";
import { Credentials } from "./credentials.js";
import { socketPath, surroundings } from "./socket-place.js";
import { listen, listenAtSocket, SocketTakenError } from "./unix-socket.js";

/** With those that have not ended their TLS handshake. */
const MOST_CONNECTIONS = 64;
const PATIENCE_MS = 5_000;
const LOGIN_DELAY_MS = 500;
/** Further logger contexts of a process have sockets of their own. */
const MOST_SOCKETS = 100;

/** Where a server is told what happens. */
export interface ServerReport {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** What a {@link ControlServer} is made of. */
export interface ControlServerOptions {
  readonly answer: Answer;
  readonly report: ServerReport;
  /** How long a client may take to send a request, or to take an answer; 5 seconds unless given. */
  readonly patienceMs?: number;
  /** How long wrong credentials are answered with silence; half a second unless given. */
  readonly loginDelayMs?: number;
}

/**
 * Answers `logconf` at a Unix domain socket (on Windows, a named pipe) and, where that is wanted, at a TCP port.
 *
 * Each serves at most 16 clients; one more takes the place of the one that was served longest ago. Nothing here keeps the
 * process alive.
 */
export class ControlServer {
  readonly #options: ControlServerOptions;
  readonly #servers: net.Server[] = [];
  readonly #clients: Clients[] = [];
  readonly #removals: (() => void)[] = [];
  #wrongLogins = 0;
  #isClosed = false;

  constructor(options: ControlServerOptions) {
    this.#options = options;
  }

  /** Begins to listen. What cannot be had is a status ERROR. Never rejects. */
  async open({ socket, tcp }: ControlSettings): Promise<void> {
    const places = [{ what: "The control socket", open: () => this.#openSocket(socket) }, ...(tcp === undefined ? [] : [{ what: "The control port", open: () => this.#openPort(tcp) }])];
    for (const { what, open } of places) {
      try {
        await open();
      } catch (cause) {
        if (!this.#isClosed) {
          this.#options.report.error(`${what} could not be opened; logconf cannot use it.`, cause);
        }
      }
    }
  }

  /** The TCP port, where there is one. */
  get port(): number | undefined {
    const addresses = this.#servers.map((server) => server.address());
    return addresses.find((address) => typeof address === "object" && address !== null)?.port;
  }

  /** Stops listening, drops every client and removes the socket, in this turn. */
  close(): void {
    this.#isClosed = true;
    for (const remove of this.#removals) {
      try {
        remove();
      } catch {
        // Somebody else removed it, or its folder.
      }
    }
    for (const server of this.#servers) {
      server.close();
    }
    for (const clients of this.#clients) {
      clients.dropAll();
    }
  }

  async #openSocket(given: string | undefined): Promise<void> {
    const around = surroundings();
    for (let number = 1; ; number++) {
      const path = given ?? socketPath(process.pid, number, around);
      const server = this.#newServer(net.createServer(), "socket", undefined);
      try {
        const remove = await (around.platform === "win32" ? listenAtPipe(server, path) : listenAtSocket(server, path, given === undefined));
        this.#opened(server, remove, `logconf --socket ${path}${given === undefined ? `, or --pid ${process.pid},` : ""} reaches this process.`);
        return;
      } catch (error) {
        server.close();
        const isTaken = error instanceof SocketTakenError || (error as NodeJS.ErrnoException).code === "EADDRINUSE";
        if (given !== undefined || !isTaken || number === MOST_SOCKETS) {
          throw error;
        }
      }
    }
  }

  async #openPort({ port, host = "127.0.0.1", user, password, certificate, key }: ControlPort): Promise<void> {
    if (certificate === undefined && !isLoopback(host)) {
      throw new Error(`The address [${host}] is no loopback address: there, passwords travel encrypted or not at all; set a certificate and its key.`);
    }
    // Programs in JavaScript may give nothing at all.
    if (!user || !password) {
      throw new Error("A control port needs a user and a password.");
    }
    if ((certificate === undefined) !== (key === undefined)) {
      throw new Error(`A ${key === undefined ? "certificate needs its key" : "key needs its certificate"}: expected both or none.`);
    }
    const plain = certificate === undefined || key === undefined;
    const base = plain ? net.createServer() : tls.createServer({ cert: readFileSync(certificate), key: readFileSync(key), minVersion: "TLSv1.2", handshakeTimeout: this.#patienceMs });
    const server = this.#newServer(base, `port ${port}`, new Credentials(user, password));
    await listen(server, { port, host });
    this.#opened(server, undefined, `logconf -H ${host} -p ${(server.address() as net.AddressInfo).port}${plain ? "" : " --tls"} reaches this process, with a password.`);
  }

  get #patienceMs(): number {
    return this.#options.patienceMs ?? PATIENCE_MS;
  }

  #newServer(server: net.Server, via: string, credentials: Credentials | undefined): net.Server {
    const clients = new Clients();
    this.#clients.push(clients);
    server.maxConnections = MOST_CONNECTIONS;
    server.on(server instanceof tls.Server ? "secureConnection" : "connection", (socket: net.Socket) => {
      this.#accept(socket, socket.remoteAddress === undefined ? via : `${via} from ${socket.remoteAddress}`, credentials, clients);
    });
    // A client that does not get as far as being one.
    server.on("tlsClientError", (_error: Error, socket: net.Socket) => { socket.destroy(); });
    return server;
  }

  #opened(server: net.Server, remove: (() => void) | undefined, message: string): void {
    this.#removals.push(...(remove === undefined ? [] : [remove]));
    if (this.#isClosed) {
      remove?.();
      server.close();
      return;
    }
    server.unref();
    server.on("error", (cause) => { this.#options.report.error("The control server failed.", cause); });
    this.#servers.push(server);
    this.#options.report.info(message);
  }

  #accept(socket: net.Socket, via: string, credentials: Credentials | undefined, clients: Clients): void {
    const { answer, loginDelayMs = LOGIN_DELAY_MS } = this.#options;
    const client: Connection = new Connection({
      socket,
      via,
      credentials,
      answer: (request, from) => {
        clients.served(client);
        return answer(request, from);
      },
      patienceMs: this.#patienceMs,
      loginDelayMs,
      onWrongLogin: (from) => { this.#sayWrongLogin(from); },
      onClosed: () => { clients.remove(client); },
    });
    clients.add(client);
  }

  /** At its first, second, fourth, eighth time and so on: whoever guesses does not fill the statuses. */
  #sayWrongLogin(via: string): void {
    this.#wrongLogins++;
    if (Number.isInteger(Math.log2(this.#wrongLogins))) {
      this.#options.report.warn(`Somebody came with wrong credentials by ${via}; ${this.#wrongLogins} so far.`);
    }
  }
}

/** A pipe is gone with its process. */
async function listenAtPipe(server: net.Server, path: string): Promise<undefined> {
  await listen(server, { path });
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
