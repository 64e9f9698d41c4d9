import type net from "node:net";
import { onDemand } from "../util/on-demand.js";
import type { Answer, Caller } from "./caller.js";
import { Clients } from "./clients.js";
import { Connection } from "./connection.js";
import type { Credentials } from "./credentials.js";
import type { RenewableCertificate } from "./renewable-certificate.js";
import { Turns } from "./turns.js";
import { WrongLogins } from "./wrong-logins.js";

/** With those that were dropped and are not gone yet; what comes besides is closed before anything is made for it. */
const MOST_CONNECTIONS = 64;
const PATIENCE_MS = 5_000;
const LOGIN_DELAY_MS = 500;

/** What a {@link Reception} is made of. */
export interface ReceptionOptions {
  readonly answer: Answer;
  /** Is told of clients that are turned away. */
  readonly report: { warn(message: string): void; error(message: string, cause: unknown): void };
  /** How long a client may take to send a request, its TLS handshake included, or to take an answer; 5 seconds unless given. */
  readonly patienceMs?: number;
  /** How long wrong credentials are answered with silence, and right ones that follow from the same address; half a second unless given. */
  readonly loginDelayMs?: number;
}

/** How clients come in. */
interface Door {
  /** In words. */
  readonly via: string;
  /** The user who may; anybody who can connect unless given. */
  readonly login?: string;
  readonly credentials?: Credentials;
  /** With it, TLS is spoken. */
  readonly certificate?: RenewableCertificate | undefined;
}

/**
 * Takes the clients in that come to a socket or to a port, and turns those away that are no good.
 *
 * Each door serves at most 16 at a time, those in the midst of their TLS handshake among them; see {@link Clients} for who goes
 * when there are more.
 */
export class Reception {
  readonly #options: ReceptionOptions;
  /** Of the doors that are open. */
  readonly #clients = new Set<Clients>();
  readonly #turns = new Turns();
  readonly #wrongLogins: WrongLogins;
  readonly #troubles = { credentials: 0, malformed: 0, system: 0 };

  constructor(options: ReceptionOptions) {
    this.#options = options;
    this.#wrongLogins = new WrongLogins(options.loginDelayMs ?? LOGIN_DELAY_MS);
  }

  /** A server that is not listening yet, and whose clients are served as soon as it does. */
  newServer(door: Door): net.Server {
    const clients = new Clients();
    const server = onDemand.net.createServer({ noDelay: true }, (socket) => { this.#accept(socket, door, clients); });
    server.on("listening", () => { this.#clients.add(clients); });
    server.on("close", () => { this.#clients.delete(clients); });
    server.maxConnections = MOST_CONNECTIONS;
    return server;
  }

  /** Ends every client. */
  dropAll(): void {
    for (const clients of this.#clients) {
      clients.dropAll();
    }
  }

  /** The system gave no connection: in a process that has no descriptor left, at every client that comes. */
  sayNotTaken(cause: unknown): void {
    this.#sayRarely("system", (times) => { this.#options.report.error(`A client of the control server could not be taken in; ${times} so far.`, cause); });
  }

  #accept(raw: net.Socket, { via, login, credentials, certificate }: Door, clients: Clients): void {
    const { answer, patienceMs = PATIENCE_MS, loginDelayMs = LOGIN_DELAY_MS } = this.#options;
    const ip = raw.remoteAddress;
    const caller: Caller = { via: ip === undefined ? via : `${via} from ${ip}`, ip, login };
    const client: Connection = new Connection({
      // It is a client from the beginning of its handshake on, so it can be made to give way.
      socket: certificate === undefined ? raw : new onDemand.tls.TLSSocket(raw, { isServer: true, secureContext: certificate.context }),
      credentials,
      turns: this.#turns,
      answer: (request) => {
        clients.served(client);
        return answer(request, caller);
      },
      patienceMs,
      loginDelayMs,
      isSuspect: () => ip !== undefined && this.#wrongLogins.cameFrom(ip),
      onRefused: (why) => { this.#refused(why, caller); },
      onClosed: () => { clients.remove(client); },
    });
    clients.add(client);
  }

  #refused(why: "credentials" | "malformed", { via, ip }: Caller): void {
    if (why === "credentials" && ip !== undefined) {
      this.#wrongLogins.add(ip);
    }
    this.#sayRarely(why, (times) => {
      this.#options.report.warn(`Somebody ${why === "credentials" ? `came with wrong credentials by ${via}` : `sent no request by ${via}, and was dropped`}; ${times} so far.`);
    });
  }

  /** At the first, second, fourth, eighth time and so on: whoever guesses or floods does not fill the statuses. */
  #sayRarely(what: "credentials" | "malformed" | "system", say: (times: number) => void): void {
    const times = ++this.#troubles[what];
    if (Number.isInteger(Math.log2(times))) {
      say(times);
    }
  }
}
