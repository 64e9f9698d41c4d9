import type { Place } from "./migration-error.js";

/** What a reader of the migrated file should know about a place of a file. */
export interface Remark {
  /** ERROR: what is printed does not work. WARN: this is not in the new file. INFO: it is there in another form. */
  readonly level: "ERROR" | "WARN" | "INFO";
  /** `undefined` where it is about the whole file. */
  readonly place: Place | undefined;
  readonly message: string;
}

/** Where a remark belongs: a line, from 1; a place; or the whole file. */
type At = number | Place | undefined;

/** Collects remarks, in the order of their lines. */
export class Remarks {
  readonly #all: Remark[] = [];

  get all(): readonly Remark[] {
    return this.#all.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
  }

  /** This does not work in what is printed. */
  error(at: At, message: string): void {
    this.#add("ERROR", at, message);
  }

  /** This is not carried over. */
  warn(at: At, message: string): void {
    this.#add("WARN", at, message);
  }

  /** This is carried over in another form. */
  note(at: At, message: string): void {
    this.#add("INFO", at, message);
  }

  #add(level: Remark["level"], at: At, message: string): void {
    this.#all.push({ level, place: typeof at === "number" ? { line: at } : at, message });
  }
}
