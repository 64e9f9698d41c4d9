import { onDemand } from "../util/on-demand.js";

/**
 * Numbers exceptions, so that what a user was shown can be found in the log.
 *
 * Source: Open-Xchange, `com.openexchange.exception.OXException.getExceptionId`.
 */
export class ExceptionIds {
  /** Tells processes apart: any integer of 32 bits, often a negative one. */
  get serverId(): number {
    return (this.#serverId ??= onDemand.crypto.randomBytes(4).readInt32BE());
  }

  #serverId: number | undefined;
  #count = 0;

  /** Such as `-1316379722-11`, for the eleventh exception of this process. */
  next(): string {
    this.#count++;
    return `${String(this.serverId)}-${String(this.#count)}`;
  }
}
