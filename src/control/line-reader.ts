import { isUtf8 } from "node:buffer";
import { ProtocolError } from "./protocol.js";

const LINE_FEED = 10;
const NOTHING = new Uint8Array();

/**
 * Puts the lines together that a connection brings in pieces. It keeps no more than the line that has begun and the pieces
 * that nobody has asked for yet, and looks at no line before it is asked for.
 */
export class LineReader {
  readonly #mostBytes: number;
  #begun: Uint8Array[] = [];
  #begunLength = 0;
  #rest: Uint8Array = NOTHING;

  /** @param mostBytes - A line is at most so long, its end included. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Takes a piece; its lines are to be asked for before the next one is. */
  add(piece: Uint8Array): void {
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
  }

  /**
   * The next line, without its end; `undefined` when it has not ended yet.
   *
   * @throws ProtocolError for a line that is too long or no UTF-8; nothing more can be read then.
   */
  next(): string | undefined {
    const rest = this.#rest;
    const end = rest.indexOf(LINE_FEED) + 1;
    this.#rest = end === 0 ? NOTHING : rest.subarray(end);
    this.#keep(end === 0 ? rest : rest.subarray(0, end));
    return end === 0 ? undefined : this.#take();
  }

  #keep(piece: Uint8Array): void {
    this.#begunLength += piece.length;
    if (this.#begunLength > this.#mostBytes) {
      this.#begun = [];
      throw new ProtocolError(`A line is longer than ${this.#mostBytes} bytes.`);
    }
    if (piece.length > 0) {
      this.#begun.push(piece);
    }
  }

  #take(): string {
    const bytes = Buffer.concat(this.#begun, this.#begunLength);
    this.#begun = [];
    this.#begunLength = 0;
    if (!isUtf8(bytes)) {
      throw new ProtocolError("A line is no UTF-8.");
    }
    return bytes.toString("utf8").trimEnd();
  }
}
