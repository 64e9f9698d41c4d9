/**
 * A Java regular expression, or its replacement, that is wrong or that JavaScript cannot match with the same meaning.
 *
 * The message says what was expected, what came and where.
 */
export class JavaRegexError extends Error {
  /** Position in the text that was given, in UTF-16 units; the first is 1. */
  readonly column: number;

  constructor(message: string, column: number) {
    super(`${message} (column ${column})`);
    this.name = "JavaRegexError";
    this.column = column;
  }
}
