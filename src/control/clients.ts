import type { Connection } from "./connection.js";

/** Served at a time by one socket or port. */
const MOST_CLIENTS = 16;

/** The clients of one socket or port: one too many takes the place of the one that was served longest ago. */
export class Clients {
  /** Those served longest ago first. */
  readonly #connections = new Set<Connection>();

  add(client: Connection): void {
    const [longestAgo] = this.#connections;
    if (longestAgo !== undefined && this.#connections.size >= MOST_CLIENTS) {
      this.remove(longestAgo);
      longestAgo.drop();
    }
    this.#connections.add(client);
  }

  remove(client: Connection): void {
    this.#connections.delete(client);
  }

  /** It is the last one now that gives way. */
  served(client: Connection): void {
    if (this.#connections.delete(client)) {
      this.#connections.add(client);
    }
  }

  dropAll(): void {
    for (const client of this.#connections) {
      client.drop();
    }
  }
}
