import { ProtocolError } from "./protocol.js";

const LINE_FEED = 10;

/** Puts the lines together that a connection brings in pieces, and keeps no more than one line may have. */
export class LineReader {
  readonly #mostBytes: number;
  #pieces: Uint8Array[] = [];
  #length = 0;

  /** @param mostBytes - A line is at most so long, its end included. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /**
   * Takes a piece and gives the lines that it ends.
   *
   * @throws ProtocolError for a line that is too long or no UTF-8; nothing more can be read then.
   */
  read(piece: Uint8Array): string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      this.#keep(piece.subarray(start, end + 1));
      lines.push(this.#take());
      start = end + 1;
    }
    if (start < piece.length) {
      this.#keep(piece.subarray(start));
    }
    return lines;
  }

  #keep(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.#mostBytes) {
      this.#pieces = [];
      throw new ProtocolError(`A line is longer than ${this.#mostBytes} bytes.`);
    }
    this.#pieces.push(piece);
  }

  #take(): string {
    const bytes = Buffer.concat(this.#pieces, this.#length);
    this.#pieces = [];
    this.#length = 0;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimEnd();
    } catch {
      throw new ProtocolError("A line is no UTF-8.");
    }
  }
}
