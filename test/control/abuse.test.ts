import { randomBytes } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { logconf } from "../support/logconf.js";
import { startFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

const CONNECTIONS = Number(process.env["CONTROL_CONNECTIONS"] ?? 200);
const FRAME_BYTES = Number(process.env["CONTROL_FRAME_MIB"] ?? 32) * 1024 * 1024;
/** What one client may have sent and not been answered, for all that there can be, and room for the collector. */
const MOST_GROWTH = 16 * 1024 * 1024;

interface Figures {
  readonly cpuMs: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly usedBytes: number;
  readonly rssBytes: number;
}

type Address = { readonly path: string } | { readonly port: number; readonly host: string };

async function abused(): Promise<{ readonly addresses: readonly Address[]; readonly socket: string; readonly figures: () => Promise<Figures> }> {
  const socket = path.join(tempDir(), "c.sock");
  const child = startFixture("abused.mjs", [socket], { stdio: ["pipe", "pipe", "inherit"], nodeOptions: ["--expose-gc"] });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value as string;
  const port = Number((await next()).split(" ")[1]);
  const figures = async (): Promise<Figures> => {
    child.stdin!.write("\n");
    return JSON.parse(await next()) as Figures;
  };
  return { addresses: [{ path: socket }, { port, host: "127.0.0.1" }], socket, figures };
}

/** Writes to a connection until it ends, or all is written. */
async function pour(address: Address, pieces: Iterable<Uint8Array>): Promise<void> {
  const connection = net.connect(address).resume();
  const over = new Promise<void>((resolve) => {
    connection.on("error", () => {});
    connection.on("close", () => { resolve(); });
  });
  for (const piece of pieces) {
    if (connection.destroyed) {
      break;
    }
    if (!connection.write(piece)) {
      await Promise.race([once(connection, "drain").catch(() => {}), over]);
    }
  }
  connection.end();
  await over;
}

/** What attackers do to both of them, one kind after the other. */
const attacks: Readonly<Record<string, (address: Address) => Promise<unknown>>> = {
  [`${CONNECTIONS} connections of garbage`]: async (address) => {
    for (let done = 0; done < CONNECTIONS; done += 50) {
      await Promise.all(Array.from({ length: 50 }, () => pour(address, [randomBytes(4_096)])));
    }
  },
  [`lines of ${FRAME_BYTES} bytes`]: (address) => {
    const piece = Buffer.alloc(64 * 1024, "x");
    const pieces = function* (): Iterable<Uint8Array> {
      for (let sent = 0; sent < FRAME_BYTES; sent += piece.length) {
        yield piece;
      }
    };
    return Promise.all(Array.from({ length: 8 }, () => pour(address, pieces())));
  },
  [`${CONNECTIONS} clients that send half a request and wait`]: async (address) => {
    for (let index = 0; index < CONNECTIONS; index++) {
      const connection = net.connect(address, () => connection.write('{"version":1,"op":"'));
      connection.on("error", () => {});
      onTestFinished(() => {
        connection.destroy();
      });
      await Promise.race([once(connection, "connect"), once(connection, "close")]).catch(() => {});
    }
  },
};

for (const [what, attack] of Object.entries(attacks)) {
  test(`${what} cost the process no memory, and its operator is served meanwhile`, async () => {
    const { addresses, socket, figures } = await abused();
    // What is made once is made now.
    await Promise.all(addresses.map((address) => pour(address, [randomBytes(64)])));
    const before = await figures();

    const attacking = Promise.all(addresses.map(attack));
    expect(await logconf(["-le", "--socket", socket])).toEqual({ code: 0, output: "USER_INPUT\n", complaints: "" });
    await attacking;
    const after = await figures();

    expect(await logconf(["-le", "--socket", socket])).toEqual({ code: 0, output: "USER_INPUT\n", complaints: "" });
    expect(after.usedBytes - before.usedBytes).toBeLessThan(MOST_GROWTH);
    if (process.env["CONTROL_FIGURES"] !== undefined) {
      process.stdout.write(`${what}: before ${JSON.stringify(before)}, after ${JSON.stringify(after)}\n`);
    }
  });
}
