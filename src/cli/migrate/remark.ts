/** What a reader of the migrated file should know about a place of the old one. */
export interface Remark {
  /** WARN: this is not in the new file. INFO: it is there in another form. */
  readonly level: "WARN" | "INFO";
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Collects remarks, in the order of their lines. */
export class Remarks {
  readonly #all: Remark[] = [];

  get all(): readonly Remark[] {
    return this.#all.toSorted((a, b) => a.line - b.line);
  }

  /** This is not carried over. */
  warn(line: number, message: string): void {
    this.#all.push({ level: "WARN", line, message });
  }

  /** This is carried over in another form. */
  note(line: number, message: string): void {
    this.#all.push({ level: "INFO", line, message });
  }
}
