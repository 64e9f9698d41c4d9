/** Served at a time by one socket or port. */
const MOST_CLIENTS = 16;

/** What takes a place among the {@link Clients}. */
export interface Client {
  /** Whether it has sent the first of what it has to say, and nobody has looked at that yet. */
  readonly isWaiting: boolean;
  /** Ends it, whatever it is doing. */
  drop(): void;
}

/**
 * The clients of one socket or port.
 *
 * One too many takes the place of the one that was served longest ago, but for those that wait to be looked at. When all do, it
 * is itself the one that goes: that takes them milliseconds, and `logconf` comes again.
 */
export class Clients {
  /**
   * Those served longest ago first. The tables that a `Set` outgrows refer to the next, so that young ones are kept by dead old
   * ones: under a flood of clients each collection of garbage would take twice as long.
   */
  readonly #clients: Client[] = [];

  add(client: Client): void {
    this.#clients.push(client);
    if (this.#clients.length > MOST_CLIENTS) {
      const leaving = this.#clients.find(({ isWaiting }) => !isWaiting) ?? client;
      this.remove(leaving);
      leaving.drop();
    }
  }

  /** @returns Whether it was one of them. */
  remove(client: Client): boolean {
    const index = this.#clients.indexOf(client);
    if (index >= 0) {
      this.#clients.splice(index, 1);
    }
    return index >= 0;
  }

  /** It is the last one now that gives way. */
  served(client: Client): void {
    if (this.remove(client)) {
      this.#clients.push(client);
    }
  }

  dropAll(): void {
    for (const client of [...this.#clients]) {
      client.drop();
    }
  }
}
