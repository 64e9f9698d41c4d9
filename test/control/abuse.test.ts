import { randomBytes } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { MOST_REQUEST_BYTES } from "../../src/control/protocol.js";
import { LACKS_OPENSSL, makeCertificates } from "../support/certificates.js";
import { line } from "../support/control.js";
import { logconf } from "../support/logconf.js";
import { startFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

const CONNECTIONS = Number(process.env["CONTROL_CONNECTIONS"] ?? 200);
const FRAME_BYTES = Number(process.env["CONTROL_FRAME_MIB"] ?? 32) * 1024 * 1024;
/** Of one kind, there at a time. */
const ATTACKERS = 50;
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

interface Abused {
  readonly socket: string;
  readonly port: { readonly port: number; readonly host: string };
  readonly figures: () => Promise<Figures>;
}

async function abused(...identity: readonly string[]): Promise<Abused> {
  const socket = path.join(tempDir(), "c.sock");
  const child = startFixture("abused.mjs", [socket, ...identity], { stdio: ["pipe", "pipe", "inherit"], nodeOptions: ["--expose-gc"] });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value as string;
  const port = Number((await next()).split(" ")[1]);
  const figures = async (): Promise<Figures> => {
    child.stdin!.write("\n");
    return JSON.parse(await next()) as Figures;
  };
  return { socket, port: { port, host: "127.0.0.1" }, figures };
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

async function pourEach(address: Address, bytes: () => Uint8Array): Promise<void> {
  for (let done = 0; done < CONNECTIONS; done += ATTACKERS) {
    await Promise.all(Array.from({ length: ATTACKERS }, () => pour(address, [bytes()])));
  }
}

/** Connections that begin something, and never end it. */
async function halfOpen(address: Address, bytes: string): Promise<void> {
  for (let index = 0; index < CONNECTIONS; index++) {
    const connection = net.connect(address, () => connection.write(bytes));
    connection.on("error", () => {});
    onTestFinished(() => {
      connection.destroy();
    });
    await Promise.race([once(connection, "connect"), once(connection, "close")]).catch(() => {});
  }
}

const emptyLines = Buffer.alloc(MOST_REQUEST_BYTES, "\n");
const requests = Buffer.from(line("listFilters").repeat(MOST_REQUEST_BYTES / line("listFilters").length));

/** What attackers do to both of them, one kind after the other. */
const attacks: Readonly<Record<string, (address: Address) => Promise<unknown>>> = {
  [`${CONNECTIONS} connections of garbage`]: (address) => pourEach(address, () => randomBytes(4_096)),
  [`${CONNECTIONS} connections of ${emptyLines.length} empty lines`]: (address) => pourEach(address, () => emptyLines),
  [`${CONNECTIONS} connections of a thousand requests`]: (address) => pourEach(address, () => requests),
  [`lines of ${FRAME_BYTES} bytes`]: (address) => {
    const piece = Buffer.alloc(64 * 1024, "x");
    const pieces = function* (): Iterable<Uint8Array> {
      for (let sent = 0; sent < FRAME_BYTES; sent += piece.length) {
        yield piece;
      }
    };
    return Promise.all(Array.from({ length: 8 }, () => pour(address, pieces())));
  },
  [`${CONNECTIONS} clients that send half a request and wait`]: (address) => halfOpen(address, '{"version":1,"op":"'),
};

for (const [what, attack] of Object.entries(attacks)) {
  test(`T11 ${what} cost the process no memory, and its operator is served meanwhile`, async () => {
    const { socket, port, figures } = await abused();
    const addresses = [{ path: socket }, port];
    await Promise.all(addresses.map((address) => pour(address, [randomBytes(64)])));

    await costs(what, figures, () => addresses.map(attack), ["--socket", socket]);
  });
}

test.skipIf(LACKS_OPENSSL)(`T11 ${CONNECTIONS} clients that end no TLS handshake cost the process no memory, and its operator is served meanwhile`, async () => {
  const { authority, server, remove } = makeCertificates();
  onTestFinished(remove);
  const { port, figures } = await abused(server.cert, server.key);
  const operator = ["-H", "localhost", "-p", String(port.port), "--tls", "--ca", authority, "-U", "adm", "-P", "s3cret"];

  // The first bytes of a hello that has 512.
  await costs("half handshakes", figures, () => ["", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"].map((bytes) => halfOpen(port, bytes)), operator);
});

async function costs(what: string, figures: Abused["figures"], attack: () => readonly Promise<unknown>[], operator: readonly string[]): Promise<void> {
  const served = { code: 0, output: "USER_INPUT\n", complaints: "" };
  // What is made once is made now.
  expect(await logconf(["-le", ...operator])).toEqual(served);
  const before = await figures();

  const attacking = Promise.all(attack());
  const asked = performance.now();
  expect(await logconf(["-le", ...operator])).toEqual(served);
  const logconfMs = performance.now() - asked;
  await attacking;
  const after = await figures();

  expect(await logconf(["-le", ...operator])).toEqual(served);
  expect(after.usedBytes - before.usedBytes).toBeLessThan(MOST_GROWTH);
  if (process.env["CONTROL_FIGURES"] !== undefined) {
    process.stdout.write(`${what}: ${JSON.stringify({ logconfMs, ...after, usedBytes: after.usedBytes - before.usedBytes, rssBytes: after.rssBytes - before.rssBytes })}\n`);
  }
}
