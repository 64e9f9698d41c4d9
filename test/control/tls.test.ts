import { once } from "node:events";
import { readFileSync } from "node:fs";
import https from "node:https";
import net from "node:net";
import path from "node:path";
import tls from "node:tls";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { ControlRequest } from "../../src/control/protocol.js";
import { ControlServer } from "../../src/control/server.js";
import { LACKS_OPENSSL, makeCertificates, type Certificates } from "../support/certificates.js";
import { line, rawClient, type RawClient } from "../support/control.js";
import { tempDir } from "../support/temp-dir.js";

const LOGIN = { user: "adm", password: "s3cret" };
const LONG_MS = 60_000;
const SHORT_MS = 100;

describe.skipIf(LACKS_OPENSSL)("a control port with TLS", () => {
  let certificates: Certificates;
  beforeAll(() => {
    certificates = makeCertificates();
  });
  afterAll(() => {
    certificates.remove();
  });

  interface OpenPort {
    readonly address: { readonly port: number; readonly host: string };
    readonly server: ControlServer;
    readonly asked: ControlRequest[];
    readonly said: string[];
    /** A client that has ended its handshake. */
    secureClient(): Promise<tls.TLSSocket>;
  }

  async function openPort(patienceMs: number): Promise<OpenPort> {
    const asked: ControlRequest[] = [];
    const said: string[] = [];
    const say = (message: string): void => {
      said.push(message);
    };
    const server = new ControlServer({
      answer: (request) => {
        asked.push(request);
        return { type: "text", text: request.op };
      },
      report: { info: () => {}, warn: say, error: say },
      patienceMs,
    });
    onTestFinished(() => {
      server.close();
    });
    await server.open({ socket: path.join(tempDir(), "c.sock"), tcp: { port: 0, ...LOGIN, certificate: certificates.server.cert, key: certificates.server.key } });
    const address = { port: server.port!, host: "127.0.0.1" };
    const secureClient = async (): Promise<tls.TLSSocket> => {
      const socket = tls.connect({ ...address, ca: readFileSync(certificates.authority) });
      socket.on("error", () => {});
      onTestFinished(() => {
        socket.destroy();
      });
      await once(socket, "secureConnect");
      return socket;
    };
    return { address, server, asked, said, secureClient };
  }

  /** What a client says first, as it goes over the wire. */
  async function clientHello(): Promise<Buffer> {
    const listening = net.createServer().listen(0, "127.0.0.1");
    onTestFinished(() => {
      listening.close();
    });
    await once(listening, "listening");
    const client = tls.connect({ port: (listening.address() as net.AddressInfo).port, host: "127.0.0.1" });
    client.on("error", () => {});
    const [accepted] = (await once(listening, "connection")) as [net.Socket];
    const [hello] = (await once(accepted, "data")) as [Buffer];
    client.destroy();
    accepted.destroy();
    return hello;
  }

  async function halfOpen(address: OpenPort["address"], bytes: Uint8Array): Promise<RawClient> {
    const client = await rawClient(address);
    onTestFinished(() => {
      client.socket.destroy();
    });
    client.socket.write(bytes);
    return client;
  }

  const closed = async (client: RawClient): Promise<void> => {
    await vi.waitFor(() => {
      expect(client.isClosed()).toBe(true);
    }, { timeout: 5_000, interval: 5 });
  };

  const answerTo = async (client: tls.TLSSocket, op: string): Promise<string> => {
    client.write(line(op, LOGIN));
    const [piece] = (await once(client, "data")) as [Buffer];
    return piece.toString();
  };

  test("whoever knows the password is answered, request by request", async () => {
    const { secureClient } = await openPort(LONG_MS);
    const client = await secureClient();

    expect(await answerTo(client, "one")).toBe('{"type":"text","text":"one"}\n');
    expect(await answerTo(client, "two")).toBe('{"type":"text","text":"two"}\n');
  });

  const halves: Readonly<Record<string, (hello: Buffer) => Uint8Array>> = {
    "says nothing": () => new Uint8Array(),
    "sends half of its hello": (hello) => hello.subarray(0, hello.length / 2),
    "says hello and nothing more": (hello) => hello,
  };
  for (const [what, part] of Object.entries(halves)) {
    test(`T11 a client that ${what} is dropped when the patience is over`, async () => {
      const { address, secureClient } = await openPort(SHORT_MS);

      const client = await halfOpen(address, part(await clientHello()));
      await closed(client);

      expect(await answerTo(await secureClient(), "next")).toContain("next");
    });
  }

  test("a client that resets its connection amid its handshake, or after it, does no harm", async () => {
    const { address, secureClient } = await openPort(LONG_MS);
    const hello = await clientHello();
    for (const part of Object.values(halves)) {
      const { socket } = await halfOpen(address, part(hello));
      socket.resetAndDestroy();
    }
    const below = net.connect(address).on("error", () => {});
    await once(tls.connect({ socket: below, host: address.host, ca: readFileSync(certificates.authority) }).on("error", () => {}), "secureConnect");
    below.resetAndDestroy();

    expect(await answerTo(await secureClient(), "next")).toContain("next");
  });

  test("T11 a client that is silent after its handshake is dropped when the patience is over", async () => {
    const { secureClient } = await openPort(SHORT_MS);
    const client = await secureClient();

    await once(client.resume(), "close");

    expect(client.destroyed).toBe(true);
  });

  test("T11 a request that comes in the clear is not looked at, and its client dropped at once", async () => {
    const { address, asked, secureClient } = await openPort(LONG_MS);

    const client = await halfOpen(address, Buffer.from(line("clear", LOGIN)));
    await closed(client);

    expect(client.received()).not.toContain("clear");
    expect(await answerTo(await secureClient(), "next")).toContain("next");
    expect(asked.map(({ op }) => op)).toEqual(["next"]);
  });

  test("T11 a page that has a browser post a request with the right password has nothing done, and reads nothing", async () => {
    const { address, asked } = await openPort(LONG_MS);
    const request = https.request({ ...address, method: "POST", ca: readFileSync(certificates.authority), headers: { origin: "https://evil.example" } });

    request.end(line("clearFilters", LOGIN));
    const [error] = (await once(request, "error")) as [NodeJS.ErrnoException];

    expect(error.code).toMatch(/^(ECONNRESET|EPIPE)$/);
    expect(asked).toEqual([]);
  });

  test("T11 forty handshakes that do not end leave the operator a place, and hold sixteen", async () => {
    const { address, secureClient } = await openPort(LONG_MS);
    const hello = await clientHello();
    const clients: RawClient[] = [];
    for (const [index, part] of Array.from({ length: 40 }, (_, at) => [at, Object.values(halves)[at % 3]!] as const)) {
      clients[index] = await halfOpen(address, part(hello));
    }

    expect(await answerTo(await secureClient(), "late")).toContain("late");

    await vi.waitFor(() => {
      expect(clients.filter((client) => !client.isClosed())).toHaveLength(15);
    }, { timeout: 5_000, interval: 5 });
    expect(clients.slice(0, 25).every((client) => client.isClosed())).toBe(true);
  });

  test("clients of whatever kind are dropped at the end", async () => {
    const { address, server, secureClient } = await openPort(LONG_MS);
    const hello = await clientHello();
    const clients = [await halfOpen(address, new Uint8Array()), await halfOpen(address, hello.subarray(0, 9)), await halfOpen(address, hello)];
    const secure = await secureClient();

    server.close();

    await once(secure.resume(), "close");
    for (const client of clients) {
      await closed(client);
    }
  });

  test("T11 a wrong password is refused through TLS, too, and said", async () => {
    const { said, secureClient } = await openPort(LONG_MS);
    const client = await secureClient();

    client.write(line("hello", { ...LOGIN, password: "S3cret" }));
    const [piece] = (await once(client, "data")) as [Buffer];

    expect(piece.toString()).toBe('{"type":"refused","code":"credentials","reason":"Missing or wrong credentials."}\n');
    expect(said).toEqual(["Somebody came with wrong credentials by port 0 from 127.0.0.1; 1 so far."]);
  });

  test("TLS 1.1 is not spoken", async () => {
    const { address } = await openPort(LONG_MS);
    const client = tls.connect({ ...address, ca: readFileSync(certificates.authority), minVersion: "TLSv1.1", maxVersion: "TLSv1.1", ciphers: "DEFAULT:@SECLEVEL=0" });

    const [error] = (await once(client, "error")) as [NodeJS.ErrnoException];

    expect(error.code).toMatch(/^(ECONNRESET|ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION)$/);
  });
});
