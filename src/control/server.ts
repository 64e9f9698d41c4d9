import { readFileSync } from "node:fs";
import type net from "node:net";
import type { ControlPort, ControlSettings } from "../core/control.js";
import { onDemand } from "../util/on-demand.js";
import { Credentials } from "./credentials.js";
import { Reception, type ReceptionOptions } from "./reception.js";
import { socketPath, surroundings } from "./socket-place.js";
import { listen, listenAtSocket, SocketTakenError } from "./unix-socket.js";

/** Further logger contexts of a process have sockets of their own. */
const MOST_SOCKETS = 100;

/** Where a server says what happens. */
export interface ServerReport {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** What a {@link ControlServer} is made of. */
export interface ControlServerOptions extends ReceptionOptions {
  readonly report: ServerReport;
}

/**
 * Answers `logconf` at a Unix domain socket (on Windows, a named pipe) and, where that is wanted, at a TCP port.
 *
 * Nothing here keeps the process alive, or from its own work for longer than a millisecond or a request.
 */
export class ControlServer {
  readonly #report: ServerReport;
  readonly #reception: Reception;
  readonly #servers: net.Server[] = [];
  readonly #removals: (() => void)[] = [];
  #isClosed = false;

  constructor(options: ControlServerOptions) {
    this.#report = options.report;
    this.#reception = new Reception(options);
  }

  /** Begins to listen. What cannot be had is a status ERROR. Never rejects. */
  async open({ socket, tcp }: ControlSettings): Promise<void> {
    const places = [{ what: "The control socket", open: () => this.#openSocket(socket) }, ...(tcp === undefined ? [] : [{ what: "The control port", open: () => this.#openPort(tcp) }])];
    for (const { what, open } of places) {
      try {
        await open();
      } catch (cause) {
        if (!this.#isClosed) {
          this.#report.error(`${what} could not be opened; logconf cannot use it.`, cause);
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
    this.#reception.dropAll();
  }

  async #openSocket(given: string | undefined): Promise<void> {
    const around = surroundings();
    for (let number = 1; ; number++) {
      const path = given ?? socketPath(process.pid, number, around);
      const server = this.#reception.newServer({ via: "socket" });
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
    const secureContext = certificate === undefined || key === undefined ? undefined : onDemand.tls.createSecureContext({ cert: readFileSync(certificate), key: readFileSync(key), minVersion: "TLSv1.2" });
    const server = this.#reception.newServer({ via: `port ${port}`, login: user, credentials: new Credentials(user, password), secureContext });
    await listen(server, { port, host });
    this.#opened(server, undefined, `logconf -H ${host} -p ${(server.address() as net.AddressInfo).port}${secureContext === undefined ? "" : " --tls"} reaches this process, with a password.`);
  }

  #opened(server: net.Server, remove: (() => void) | undefined, message: string): void {
    this.#removals.push(...(remove === undefined ? [] : [remove]));
    if (this.#isClosed) {
      remove?.();
      server.close();
      return;
    }
    server.unref();
    server.on("error", (cause) => { this.#reception.sayNotTaken(cause); });
    this.#servers.push(server);
    this.#report.info(message);
  }
}

/** A pipe is gone with its process. */
async function listenAtPipe(server: net.Server, path: string): Promise<undefined> {
  await listen(server, { path });
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
