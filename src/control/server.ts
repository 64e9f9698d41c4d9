import type net from "node:net";
import type { ControlPort, ControlSettings } from "../core/control.js";
import { Credentials } from "./credentials.js";
import { Reception, type ReceptionOptions } from "./reception.js";
import { RenewableCertificate } from "./renewable-certificate.js";
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
  /** How long the files of a certificate are not looked at again, whoever comes; 5 seconds unless given. */
  readonly lookEveryMs?: number;
}

/** A socket or a port. */
interface Place {
  readonly what: string;
  readonly open: () => Promise<void>;
}

/**
 * Answers `logconf` at a Unix domain socket (on Windows, a named pipe) and, where that is wanted, at a TCP port.
 *
 * Nothing here keeps the process alive, or from its own work for longer than a millisecond or a request.
 */
export class ControlServer {
  readonly #report: ServerReport;
  readonly #reception: Reception;
  readonly #lookEveryMs: number | undefined;
  readonly #servers: net.Server[] = [];
  readonly #removals: (() => void)[] = [];
  #unopened: readonly Place[] = [];
  #certificate: RenewableCertificate | undefined;
  #isClosed = false;

  constructor(options: ControlServerOptions) {
    this.#report = options.report;
    this.#reception = new Reception(options);
    this.#lookEveryMs = options.lookEveryMs;
  }

  /** Begins to listen. What cannot be had is a status ERROR. Never rejects. */
  async open({ socket, tcp }: ControlSettings): Promise<void> {
    this.#unopened = [{ what: "The control socket", open: () => this.#openSocket(socket) }, ...(tcp === undefined ? [] : [{ what: "The control port", open: () => this.#openPort(tcp) }])];
    await this.#openPlaces();
  }

  /** Looks for a certificate that was renewed, and tries again what could not be opened. Never rejects. */
  async refresh(): Promise<void> {
    this.#certificate?.look();
    await this.#openPlaces();
  }

  async #openPlaces(): Promise<void> {
    const places = this.#unopened;
    this.#unopened = [];
    for (const place of places) {
      try {
        await place.open();
      } catch (cause) {
        if (!this.#isClosed) {
          this.#unopened = [...this.#unopened, place];
          this.#report.error(`${place.what} could not be opened; logconf cannot use it.`, cause);
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
    const renewable = certificate === undefined || key === undefined ? undefined : new RenewableCertificate({ certificate, key }, { report: this.#report, lookEveryMs: this.#lookEveryMs });
    const server = this.#reception.newServer({ via: `port ${port}`, login: user, credentials: new Credentials(user, password), certificate: renewable });
    await listen(server, { port, host });
    this.#certificate = renewable;
    this.#opened(server, undefined, `logconf -H ${host} -p ${(server.address() as net.AddressInfo).port}${renewable === undefined ? "" : " --tls"} reaches this process, with a password.`);
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
