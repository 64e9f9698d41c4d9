import { createHash, timingSafeEqual } from "node:crypto";

/** A user and the password, compared in a time that says nothing of either. */
export class Credentials {
  readonly #digest: Uint8Array;

  constructor(user: string, password: string) {
    this.#digest = digestOf(user, password);
  }

  match(user: string | undefined, password: string | undefined): boolean {
    return timingSafeEqual(digestOf(user ?? "", password ?? ""), this.#digest) && user !== undefined && password !== undefined;
  }
}

function digestOf(user: string, password: string): Uint8Array {
  return createHash("sha256").update(JSON.stringify([user, password])).digest();
}
