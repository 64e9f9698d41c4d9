import type { Socket } from "node:net";
import type { Client } from "./clients.js";
import type { Credentials } from "./credentials.js";
import { LineReader } from "./line-reader.js";
import { MOST_REQUEST_BYTES, ProtocolError, readRequest, replyFrame, type ControlReply, type ControlRequest } from "./protocol.js";
import type { Turns } from "./turns.js";

/** What a {@link Connection} is made of. */
export interface ConnectionOptions {
  readonly socket: Socket;
  /** What it has to say before it is answered; nothing unless given. */
  readonly credentials: Credentials | undefined;
  readonly turns: Turns;
  /** Carries a request out. Throws nothing. */
  readonly answer: (request: ControlRequest) => ControlReply;
  /** How long it may take to send a request, or to take an answer; a TLS handshake counts with its first request. */
  readonly patienceMs: number;
  /** How long wrong credentials are answered with silence. */
  readonly loginDelayMs: number;
  /** Whether right ones are, too: who tries many is not to know sooner which of them are. */
  readonly isSuspect: () => boolean;
  /** Is told when it is dropped for what it sent. */
  readonly onRefused: (why: "credentials" | "malformed") => void;
  readonly onClosed: () => void;
}

/**
 * One client: requests in lines, each looked at in a turn of its own and answered before the next.
 *
 * It is dropped when it sends something else, more than one request may have, or nothing for too long; where a password is asked
 * for, without a word. Neither it nor its timer keeps the process alive.
 */
export class Connection implements Client {
  readonly #options: ConnectionOptions;
  readonly #reader = new LineReader(MOST_REQUEST_BYTES);
  readonly #turn = (): void => { this.#safely(() => { this.#next(); }); };
  #timer: NodeJS.Timeout | undefined;
  #isKnown = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { socket, turns, onClosed } = options;
    socket.unref();
    socket.on("data", (piece: Uint8Array) => {
      // What a client sends besides is left to the system, which slows it down.
      socket.pause();
      this.#reader.add(piece);
      turns.ask(this.#turn);
    });
    socket.on("error", () => {
      // "close" follows, and there is nobody to tell.
    });
    socket.on("close", () => {
      clearTimeout(this.#timer);
      turns.leave(this.#turn);
      onClosed();
    });
    this.#dropAfterPatience();
  }

  get isWaiting(): boolean {
    return !this.#isKnown && this.#options.turns.isWaiting(this.#turn);
  }

  drop(): void {
    this.#options.turns.leave(this.#turn);
    this.#options.socket.destroy();
  }

  #dropAfterPatience(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.drop(); }, this.#options.patienceMs).unref();
  }

  /** Whatever happens, it is a matter of this client alone. */
  #safely(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#options.onRefused("malformed");
      if (error instanceof ProtocolError && this.#options.credentials !== undefined) {
        // A page can have a browser come to a port, and might be given to read what comes back.
        this.drop();
      } else {
        this.#end({ type: "refused", code: "malformed", reason: error instanceof ProtocolError ? error.message : "The request could not be carried out." });
      }
    }
  }

  /** @throws ProtocolError for what is no request. */
  #next(): void {
    this.#isKnown = true;
    const line = this.#reader.next();
    if (line === undefined) {
      this.#options.socket.resume();
    } else {
      this.#answer(readRequest(line));
    }
  }

  #answer(request: ControlRequest): void {
    const { credentials, onRefused, isSuspect } = this.#options;
    if (credentials?.match(request.user, request.password) === false) {
      onRefused("credentials");
      this.#afterDelay(() => { this.#end({ type: "refused", code: "credentials", reason: "Missing or wrong credentials." }); });
    } else if (credentials !== undefined && isSuspect()) {
      this.#afterDelay(() => { this.#carryOut(request); });
    } else {
      this.#carryOut(request);
    }
  }

  #carryOut(request: ControlRequest): void {
    const { socket, turns, answer } = this.#options;
    const hasRoom = socket.write(replyFrame(answer(request)));
    this.#dropAfterPatience();
    if (hasRoom) {
      turns.ask(this.#turn);
    } else {
      // What a client does not take it is not given more of.
      socket.once("drain", () => { turns.ask(this.#turn); });
    }
  }

  #afterDelay(act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#safely(act); }, this.#options.loginDelayMs).unref();
  }

  /** It stays paused: nothing more is looked at. */
  #end(reply: ControlReply): void {
    const { socket } = this.#options;
    this.#dropAfterPatience();
    socket.end(replyFrame(reply), () => { socket.destroy(); });
  }
}
