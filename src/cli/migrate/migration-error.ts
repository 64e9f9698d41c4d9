/** A place in a file, both numbers from 1. */
export interface Place {
  readonly line: number;
  readonly column?: number;
}

/** A file that cannot be migrated at all. */
export class MigrationError extends Error {
  /** `undefined` where it is about the whole file. */
  readonly place: Place | undefined;

  constructor(message: string, place?: Place) {
    super(message);
    this.name = "MigrationError";
    this.place = place === undefined ? undefined : { line: place.line, ...(place.column === undefined ? {} : { column: place.column }) };
  }
}
