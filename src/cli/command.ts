import type { SurveyOptions } from "../config/survey.js";

/** What a command gets from the process it runs in. */
export interface CommandEnvironment {
  /** Words behind the program's name. */
  readonly args: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly hasColours: boolean;
  readonly registry: SurveyOptions["registry"];
  readonly services: SurveyOptions["services"];
  readonly programProperties: SurveyOptions["programProperties"];
  version(): string;
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard error. */
  complain(text: string): void;
}

/** Nothing to complain of. */
export const OK = 0;
/** The configuration has errors, or warnings with `--strict`. */
export const HAS_PROBLEMS = 1;
/** The command was not understood. */
export const WRONG_USE = 2;
