import { onDemand } from "../util/on-demand.js";

/** A user and the password, compared in a time that says nothing of either. */
export class Credentials {
  readonly #digest: Uint8Array;

  constructor(user: string, password: string) {
    this.#digest = digestOf(user, password);
  }

  match(user: string | undefined, password: string | undefined): boolean {
    return onDemand.crypto.timingSafeEqual(digestOf(user ?? "", password ?? ""), this.#digest) && user !== undefined && password !== undefined;
  }
}

function digestOf(user: string, password: string): Uint8Array {
  return onDemand.crypto.createHash("sha256").update(JSON.stringify([user, password])).digest();
}
