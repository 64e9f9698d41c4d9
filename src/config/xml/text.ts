import { LineIndex, type TextPosition } from "../text-position.js";
import { forbiddenCharacterAt } from "./characters.js";
import { XmlError } from "./error.js";

/**
 * The text of a document with line ends normalised (XML 1.0, 2.11), and the way from an offset in it to a line.
 *
 * Normalising changes no line and no column: `\r\n` and a lone `\r` end a line in an editor too.
 */
export class XmlText {
  readonly text: string;
  readonly #lines: LineIndex;

  constructor(source: string) {
    this.text = source.replace(/\r\n?/g, "\n");
    this.#lines = new LineIndex(this.text);
  }

  positionAt(offset: number): TextPosition {
    return this.#lines.positionAt(offset);
  }

  /** `line 3, column 5`, for messages about a second place. */
  place(offset: number): string {
    const { line, column } = this.positionAt(offset);
    return `line ${line}, column ${column}`;
  }

  error(offset: number, message: string): XmlError {
    return new XmlError(message, this.positionAt(offset));
  }

  /** The error for the first character no document may hold, if there is one. */
  forbiddenCharacter(): XmlError | undefined {
    const offset = forbiddenCharacterAt(this.text);
    if (offset < 0) {
      return undefined;
    }
    const code = this.text.codePointAt(offset) ?? 0;
    const kind = code >= 0xd800 && code <= 0xdfff ? "half of a surrogate pair" : "a character XML does not allow";
    return this.error(offset, `expected text, got ${kind} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`);
  }
}
