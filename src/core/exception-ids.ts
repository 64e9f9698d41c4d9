import { randomBytes } from "node:crypto";

/**
 * Numbers exceptions, so that what a user was shown can be found in the log.
 *
 * Source: Open-Xchange, `com.openexchange.exception.OXException.getExceptionId`.
 */
export class ExceptionIds {
  /** Tells processes apart: any integer of 32 bits, often a negative one. */
  readonly serverId: number = randomBytes(4).readInt32BE();
  #count = 0;

  /** Such as `-1316379722-11`, for the eleventh exception of this process. */
  next(): string {
    this.#count++;
    return `${String(this.serverId)}-${String(this.#count)}`;
  }
}
