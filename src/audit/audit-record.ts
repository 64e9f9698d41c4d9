import { AuditError } from "./audit-error.js";
import type { AuditReceipt } from "./audit-event.js";

/** A record on its way, and the promise of whoever logged it. */
export class AuditRecord {
  readonly sequenceNumber: number;
  /** Settled when it is known what became of the record. Nobody has to look at it: a rejection that nobody handles does not end the process. */
  readonly receipt: Promise<AuditReceipt>;
  #resolve: (receipt: AuditReceipt) => void = () => {};
  #reject: (error: AuditError) => void = () => {};

  constructor(sequenceNumber: number) {
    this.sequenceNumber = sequenceNumber;
    this.receipt = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.receipt.catch(() => {});
  }

  settle(state: Exclude<AuditReceipt["state"], "disabled">): void {
    this.#resolve({ state, sequenceNumber: state === "refused" ? 0 : this.sequenceNumber });
  }

  fail(reason: string, cause?: unknown): void {
    this.#reject(new AuditError(`The audit record ${this.sequenceNumber} ${reason}`, this.sequenceNumber, cause));
  }
}
