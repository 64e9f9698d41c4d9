import type { Connect, Connection, ConnectionListener } from "../../src/sink/connection.js";
import { formatDestination } from "../../src/sink/destination.js";

/** A connection that does what the test says. */
export class FakeConnection implements Connection {
  readonly target: string;
  readonly listener: ConnectionListener;
  /** All that was written. */
  text = "";
  writes = 0;
  isEnded = false;
  isDestroyed = false;
  /** Whether the system takes what is written at once. */
  takes = true;
  #isConnected = false;
  #isBusy = false;

  constructor(target: string, listener: ConnectionListener) {
    this.target = target;
    this.listener = listener;
  }

  get isFree(): boolean {
    return this.#isConnected && !this.#isBusy && !this.isDestroyed;
  }

  write(data: string | Uint8Array): void {
    this.text += typeof data === "string" ? data : Buffer.from(data).toString();
    this.writes++;
    this.#isBusy = !this.takes;
  }

  end(): void {
    this.isEnded = true;
  }

  destroy(): void {
    this.isDestroyed = true;
  }

  connect(): void {
    this.#isConnected = true;
    this.listener.connected();
  }

  /** The system has taken everything. */
  free(): void {
    this.#isBusy = false;
    this.listener.freed();
  }

  close(code?: string): void {
    this.listener.closed(code === undefined ? undefined : Object.assign(new Error(code), { code }), code === undefined && this.isEnded);
  }
}

export interface FakeConnections {
  readonly connect: Connect;
  readonly made: FakeConnection[];
  /** The connection that was begun last. */
  readonly last: () => FakeConnection;
}

export function fakeConnections(): FakeConnections {
  const made: FakeConnection[] = [];
  return {
    made,
    connect: (destination, listener) => {
      const connection = new FakeConnection(formatDestination(destination), listener);
      made.push(connection);
      return connection;
    },
    last: () => {
      const connection = made.at(-1);
      if (connection === undefined) {
        throw new Error("No connection was begun.");
      }
      return connection;
    },
  };
}
