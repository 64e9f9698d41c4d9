import type net from "node:net";
import type { ControlPort, ControlSettings } from "../core/control.js";
import { errorCode } from "../util/error-code.js";
import { isLoopback } from "../util/loopback.js";
import { Credentials } from "./credentials.js";
import { Reception, type ReceptionOptions } from "./reception.js";
import { RenewableCertificate } from "./renewable-certificate.js";
import { socketPath, surroundings } from "./socket-place.js";
import { listen, listenAtSocket, SocketTakenError, type SocketFile } from "./unix-socket.js";

/** Further logger contexts of a process have sockets of their own. */
const MOST_SOCKETS = 100;
/** A process that is replaced by this one may need a while to end. */
const RETRY_MS = 10_000;

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
  /** When a place that another process has is tried again; 10 seconds unless given. */
  readonly retryMs?: number;
}

/** A server that listens. */
interface Listening {
  readonly server: net.Server;
  /** `undefined` for a port or pipe, which nobody can take away. */
  readonly file: SocketFile | undefined;
  /** Says how to reach it. */
  readonly message: string;
}

/** A socket or a port. */
interface Place {
  readonly what: string;
  readonly open: () => Promise<Listening>;
}

interface OpenPlace extends Listening {
  readonly place: Place;
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
  readonly #retryMs: number;
  #opened: readonly OpenPlace[] = [];
  #unopened: readonly Place[] = [];
  #retry: NodeJS.Timeout | undefined;
  #certificate: RenewableCertificate | undefined;
  #isClosed = false;

  constructor(options: ControlServerOptions) {
    this.#report = options.report;
    this.#reception = new Reception(options);
    this.#lookEveryMs = options.lookEveryMs;
    this.#retryMs = options.retryMs ?? RETRY_MS;
  }

  /** Begins to listen. What cannot be had is a status ERROR. Never rejects. */
  async open({ socket, tcp }: ControlSettings): Promise<void> {
    this.#unopened = [{ what: "The control socket", open: () => this.#openSocket(socket) }, ...(tcp === undefined ? [] : [{ what: "The control port", open: () => this.#openPort(tcp) }])];
    await this.#openPlaces(false);
  }

  /** Looks for a certificate that was renewed, and tries again what could not be opened or was removed. Never rejects. */
  async refresh(): Promise<void> {
    this.#certificate?.look();
    this.#giveUpRemoved();
    await this.#openPlaces(false);
  }

  /** A socket whose file somebody has removed, or exchanged, cannot be reached by anybody. */
  #giveUpRemoved(): void {
    const gone = this.#opened.filter(({ file }) => file?.isOurs() === false);
    this.#opened = this.#opened.filter((one) => !gone.includes(one));
    for (const { place, server, file } of gone) {
      file?.remove();
      server.close();
      this.#unopened = [...this.#unopened, place];
    }
  }

  /** @param isRetry - Whether nobody is to be told again that another process has the place. */
  async #openPlaces(isRetry: boolean): Promise<void> {
    clearTimeout(this.#retry);
    const places = this.#unopened;
    this.#unopened = [];
    for (const place of places) {
      try {
        this.#keep({ ...(await place.open()), place });
      } catch (cause) {
        if (!this.#isClosed) {
          this.#unopened = [...this.#unopened, place];
          this.#failed(place, cause, isRetry);
        }
      }
    }
  }

  #failed({ what }: Place, cause: unknown, isRetry: boolean): void {
    const waits = isTaken(cause);
    if (waits) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.#openPlaces(true), this.#retryMs).unref();
    }
    if (!waits || !isRetry) {
      this.#report.error(`${what} could not be opened; logconf cannot use it.`, cause);
    }
  }

  /** The TCP port, where there is one. */
  get port(): number | undefined {
    const addresses = this.#opened.map(({ server }) => server.address());
    return addresses.find((address) => typeof address === "object" && address !== null)?.port;
  }

  /** Stops listening, drops every client and removes the socket, in this turn. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    for (const { server, file } of this.#opened) {
      try {
        file?.remove();
      } catch {
        // Somebody else removed it, or its folder.
      }
      server.close();
    }
    this.#reception.dropAll();
  }

  async #openSocket(given: string | undefined): Promise<Listening> {
    const around = surroundings();
    for (let number = 1; ; number++) {
      const path = given ?? socketPath(process.pid, number, around);
      const server = this.#reception.newServer({ via: "socket" });
      try {
        const file = await (around.platform === "win32" ? listenAtPipe(server, path) : listenAtSocket(server, path, given === undefined));
        return { server, file, message: `logconf --socket ${path}${given === undefined ? `, or --pid ${process.pid},` : ""} reaches this process.` };
      } catch (error) {
        server.close();
        if (given !== undefined || !isTaken(error) || number === MOST_SOCKETS) {
          throw error;
        }
      }
    }
  }

  async #openPort({ port, host = "127.0.0.1", user, password, certificate, key }: ControlPort): Promise<Listening> {
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
    return { server, file: undefined, message: `logconf -H ${host} -p ${(server.address() as net.AddressInfo).port}${renewable === undefined ? "" : " --tls"} reaches this process, with a password.` };
  }

  #keep(open: OpenPlace): void {
    const { server, file, message } = open;
    if (this.#isClosed) {
      file?.remove();
      server.close();
      return;
    }
    server.unref();
    server.on("error", (cause) => { this.#reception.sayNotTaken(cause); });
    this.#opened = [...this.#opened, open];
    this.#report.info(message);
  }
}

/** A pipe is gone with its process. */
async function listenAtPipe(server: net.Server, path: string): Promise<undefined> {
  await listen(server, { path });
}

/** Somebody else has it. */
function isTaken(error: unknown): boolean {
  return error instanceof SocketTakenError || errorCode(error) === "EADDRINUSE";
}
