/**
 * A text whose variables cannot be replaced. Logback reports it and goes on with the text as it was written.
 *
 * The message names variables, never their values.
 */
export class SubstitutionError extends Error {
  override readonly name: string = "SubstitutionError";
  /** Where in the text that was to be substituted, from 1. An error inside a variable's value points to the variable. */
  readonly column: number;

  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}
