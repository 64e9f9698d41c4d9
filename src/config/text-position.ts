/** A place in a text as an editor shows it: both numbers start at 1, a tab is one column. */
export interface TextPosition {
  /** Only where it is another file than the main one. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into positions: one pass over the text, then a binary search a question. Lines end with `\n`. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
      starts.push(end + 1);
    }
    this.#starts = starts;
  }

  positionAt(offset: number): TextPosition {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) {
        low = middle;
      }
      else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
