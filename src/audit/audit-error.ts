/**
 * An audit record did not get where it should: what the promise of `audit.log()` is rejected with.
 *
 * @public
 */
export class AuditError extends Error {
  /** What `%sn` would have printed; 0 where it got no number. */
  readonly sequenceNumber: number;

  constructor(message: string, sequenceNumber: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "AuditError";
    this.sequenceNumber = sequenceNumber;
  }
}
