import type { Socket } from "node:net";
import type { Credentials } from "./credentials.js";
import { LineReader } from "./line-reader.js";
import { frameOf, MOST_REPLY_BYTES, MOST_REQUEST_BYTES, ProtocolError, readRequest, type ControlReply, type ControlRequest } from "./protocol.js";

/** Carries a request out; `via` says where it came from. Throws nothing. */
export type Answer = (request: ControlRequest, via: string) => ControlReply;

/** What a {@link Connection} is made of. */
export interface ConnectionOptions {
  readonly socket: Socket;
  /** Where it comes from, in words. */
  readonly via: string;
  /** What it has to say before it is answered; nothing unless given. */
  readonly credentials: Credentials | undefined;
  readonly answer: Answer;
  /** How long it may take to send a request, or to take an answer. */
  readonly patienceMs: number;
  /** How long wrong credentials are answered with silence. */
  readonly loginDelayMs: number;
  readonly onWrongLogin: (via: string) => void;
  readonly onClosed: () => void;
}

/**
 * One client: requests in lines, each answered before the next is looked at.
 *
 * It is dropped when it sends something else, more than one request may have, or nothing for too long. Neither it nor its
 * timer keeps the process alive.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #reader = new LineReader(MOST_REQUEST_BYTES);
  #timer: NodeJS.Timeout | undefined;
  #lines: string[] = [];
  #isEnding = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { socket, onClosed } = options;
    socket.unref();
    socket.on("data", (piece: Uint8Array) => { this.#read(piece); });
    socket.on("error", () => {
      // "close" follows, and there is nobody to tell.
    });
    socket.on("close", () => {
      clearTimeout(this.#timer);
      onClosed();
    });
    this.#wait();
  }

  /** Ends it, whatever it is doing. */
  drop(): void {
    this.#options.socket.destroy();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.drop(); }, this.#options.patienceMs).unref();
  }

  #read(piece: Uint8Array): void {
    if (this.#isEnding) {
      return;
    }
    try {
      this.#lines.push(...this.#reader.read(piece));
      if (!this.#options.socket.writableNeedDrain) {
        this.#answerAll();
      }
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** @throws ProtocolError for what is no request, or has too long an answer. */
  #answerAll(): void {
    const { socket, credentials, answer, via } = this.#options;
    for (let line = this.#lines.shift(); line !== undefined; line = this.#lines.shift()) {
      const request = readRequest(line);
      if (credentials?.match(request.user, request.password) === false) {
        this.#refuseLater();
        return;
      }
      const hasRoom = socket.write(frameOf(answer(request, via), MOST_REPLY_BYTES));
      this.#wait();
      if (!hasRoom) {
        this.#goOnWhenTaken();
        return;
      }
    }
  }

  /** What a client does not take it is not given more of. */
  #goOnWhenTaken(): void {
    const { socket } = this.#options;
    socket.pause();
    socket.once("drain", () => {
      if (this.#isEnding) {
        return;
      }
      socket.resume();
      try {
        this.#answerAll();
      } catch (error) {
        this.#refuse(error);
      }
    });
  }

  #refuse(error: unknown): void {
    this.#end({ type: "refused", code: "malformed", reason: error instanceof ProtocolError ? error.message : "The request could not be carried out." });
  }

  /** Guessing takes its time. */
  #refuseLater(): void {
    const { socket, loginDelayMs, onWrongLogin, via } = this.#options;
    this.#isEnding = true;
    socket.pause();
    onWrongLogin(via);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#end({ type: "refused", code: "credentials", reason: "Missing or wrong credentials." }); }, loginDelayMs).unref();
  }

  #end(reply: ControlReply): void {
    const { socket } = this.#options;
    this.#isEnding = true;
    this.#lines = [];
    this.#wait();
    socket.end(frameOf(reply, MOST_REPLY_BYTES), () => { socket.destroy(); });
  }
}
