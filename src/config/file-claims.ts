/** Which appender of a configuration has which file: the one that asked first. */
export class FileClaims {
  readonly #owners = new Map<string, string>();

  /** @returns The name of the appender that has it already; `undefined` when it was free, or the owner's own. */
  claim(file: string, owner: string): string | undefined {
    const holder = this.#owners.get(file);
    if (holder === undefined || holder === owner) {
      this.#owners.set(file, owner);
      return undefined;
    }
    return holder;
  }

  isFree(file: string, owner: string): boolean {
    return (this.#owners.get(file) ?? owner) === owner;
  }

  release(file: string, owner: string): void {
    if (this.isFree(file, owner)) {
      this.#owners.delete(file);
    }
  }
}

/**
 * The files that an appender asked for, and those that the appenders it makes while the program runs ask for. They go
 * with it from one configuration to the next, where it does not change.
 */
export class AppenderFiles {
  #claims: FileClaims;
  readonly #wanted = new Map<string, Set<string>>();

  constructor(claims: FileClaims) {
    this.#claims = claims;
  }

  /** @returns As {@link FileClaims.claim}. */
  claim(file: string, owner: string): string | undefined {
    let files = this.#wanted.get(owner);
    if (files === undefined) {
      files = new Set();
      this.#wanted.set(owner, files);
    }
    files.add(file);
    return this.#claims.claim(file, owner);
  }

  /** `owner` is no more. */
  release(owner: string): void {
    for (const file of this.#wanted.get(owner) ?? []) {
      this.#claims.release(file, owner);
    }
    this.#wanted.delete(owner);
  }

  /** Takes all of them in another configuration; false, and takes none, when somebody has one there already. */
  claimAllIn(claims: FileClaims): boolean {
    const all = [...this.#wanted].flatMap(([owner, files]) => [...files].map((file) => ({ owner, file })));
    if (!all.every(({ owner, file }) => claims.isFree(file, owner))) {
      return false;
    }
    for (const { owner, file } of all) {
      claims.claim(file, owner);
    }
    return true;
  }

  /** From now on that configuration is in force. */
  moveTo(claims: FileClaims): void {
    this.#claims = claims;
  }
}
