import { booleanProperty, stringProperty, textProperty, type Report, type TextProperty } from "../component.js";
import { formatStatus, type Status } from "../status.js";

/** Statuses of this many milliseconds before a listener was added are printed too. */
const RETROSPECTIVE_MS = 300;

/**
 * What the printing status listeners have in common.
 *
 * @public
 */
export interface StatusLinesOptions {
  /** Stands before every line; nothing unless given. */
  readonly prefix?: string | undefined;
  /** How far back statuses are printed that came before the listener was added; 300 ms unless given. */
  readonly retrospectiveMs?: number | undefined;
}

/** Prints statuses as lines: those that come, and those of the moment before. */
export class StatusLines {
  readonly #print: (line: string) => void;
  readonly #prefix: string;
  readonly #retrospectiveMs: number;

  /** @param print - Takes one line, without its end. */
  constructor(print: (line: string) => void, { prefix = "", retrospectiveMs = RETROSPECTIVE_MS }: StatusLinesOptions = {}) {
    this.#print = print;
    this.#prefix = prefix;
    this.#retrospectiveMs = retrospectiveMs;
  }

  printRecent(previous: readonly Status[]): void {
    const since = Date.now() - this.#retrospectiveMs;
    for (const status of previous) {
      if (status.timestamp >= since) {
        this.print(status);
      }
    }
  }

  print(status: Status): void {
    this.#print(this.#prefix + formatStatus(status));
  }
}

/**
 * What a status listener that prints is told:
 *
 * - `<prefix>`: stands before every line.
 * - `<retrospective>`: how far back statuses are printed that were there before it, in milliseconds; 300 unless given. Status WARN for anything but a whole number: 300 is used.
 * - `<resetResistant>`: accepted and of no effect: a listener stays in force while a configuration is read anew in any case.
 */
export const STATUS_LINES_PROPERTIES: {
  readonly prefix: TextProperty<string | undefined>;
  readonly retrospective: TextProperty<number>;
  readonly resetResistant: TextProperty<boolean>;
} = {
  prefix: stringProperty(),
  retrospective: textProperty(parseMilliseconds, { fallback: RETROSPECTIVE_MS }),
  resetResistant: booleanProperty(false),
};

function parseMilliseconds(text: string, report: Report): number | undefined {
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  report.warn(`"${text}" is not a number of milliseconds; ${String(RETROSPECTIVE_MS)} is used.`);
  return undefined;
}
