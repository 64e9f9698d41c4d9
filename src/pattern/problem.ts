/** What is wrong with a pattern. */
export interface PatternProblem {
  readonly level: "WARN" | "ERROR";
  readonly message: string;
  /** Place in the pattern, from 1, in UTF-16 code units. */
  readonly column: number;
}
