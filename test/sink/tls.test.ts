import { constants } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import tls, { type TlsOptions } from "node:tls";
import { afterAll, expect, test } from "vitest";
import { StatusManager } from "../../src/core/status.js";
import { TcpSink } from "../../src/sink/tcp-sink.js";
import { checkTlsSettings, type TlsSettings } from "../../src/sink/tls.js";
import { LACKS_OPENSSL, makeCertificates, type Identity } from "../support/certificates.js";
import { RecordingDrains } from "../support/drains.js";
import { TcpReceiver } from "../support/tcp-receiver.js";
import { openTcpSink, type OpenTcpSink } from "../support/tcp-sinks.js";
import { tempDir } from "../support/temp-dir.js";

const certificates = LACKS_OPENSSL ? undefined : makeCertificates();
afterAll(() => {
  certificates?.remove();
});

const tlsTest = test.skipIf(LACKS_OPENSSL);

function made(): NonNullable<typeof certificates> {
  if (certificates === undefined) {
    throw new Error("There are no certificates.");
  }
  return certificates;
}

function serverOf({ cert, key }: Identity, more: TlsOptions = {}): { readonly tls: TlsOptions } {
  return { tls: { cert: readFileSync(cert), key: readFileSync(key), ...more } };
}

/** A sink for a host name, because an address is no name. */
function openTo(receiver: TcpReceiver, tls: TlsSettings, host = "localhost"): OpenTcpSink {
  return openTcpSink(receiver.port, { destinations: [{ host, port: receiver.port }], tls, maxFlushMs: 100 });
}

/** Nothing is sent; the first status says why. */
async function refusal({ sink, statuses }: OpenTcpSink): Promise<string> {
  sink.write("secret\n");
  await expect.poll(() => statuses().length).toBeGreaterThan(0);
  await sink.close();
  expect(sink.counters).toMatchObject({ accepted: 1, sent: 0, dropped: 1 });
  return statuses()[0] ?? "";
}

tlsTest("lines arrive over TLS, whole and in order", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server));
  const { sink } = openTo(receiver, { trustStore: made().authority });
  const lines = Array.from({ length: 8_000 }, (_, index) => `line ${String(index)} ${"x".repeat(200)} ü`);

  for (const line of lines) {
    sink.write(`${line}\n`);
  }
  await expect.poll(() => receiver.lines.length).toBe(lines.length);
  await sink.close();

  expect(receiver.lines).toEqual(lines);
  expect(sink.counters).toMatchObject({ accepted: 8_000, sent: 8_000, dropped: 0, possiblyLost: 0 });
});

tlsTest("a drain at the end of the process hands everything to TLS in that turn", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server));
  const { sink, drains } = openTo(receiver, { trustStore: made().authority });
  sink.write("first\n");
  await expect.poll(() => receiver.lines.length).toBe(1);
  for (let index = 0; index < 5_000; index++) {
    sink.write(`${"y".repeat(100)}\n`);
  }

  drains.drainAll();

  expect(sink.counters).toMatchObject({ sent: 5_001, queued: 0 });
});

tlsTest("an address is checked as a name is", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server));
  const { sink } = openTo(receiver, { trustStore: made().authority }, "127.0.0.1");

  sink.write("line\n");

  await expect.poll(() => receiver.lines).toEqual(["line"]);
});

tlsTest("a certificate for another host is refused", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().otherHost));

  expect(await refusal(openTo(receiver, { trustStore: made().authority }))).toContain("(ERR_TLS_CERT_ALTNAME_INVALID)");
  expect(receiver.lines).toEqual([]);
});

tlsTest("a certificate for another host is refused where the destination is an address", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().otherHost));

  expect(await refusal(openTo(receiver, { trustStore: made().authority }, "127.0.0.1"))).toContain("(ERR_TLS_CERT_ALTNAME_INVALID)");
});

tlsTest("another name can be asked for, and only that one will do", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().otherHost));
  const { sink } = openTo(receiver, { trustStore: made().authority, serverName: "logs.example.org" });
  sink.write("line\n");
  await expect.poll(() => receiver.lines).toEqual(["line"]);

  const impostor = await TcpReceiver.start(serverOf(made().server));
  expect(await refusal(openTo(impostor, { trustStore: made().authority, serverName: "logs.example.org" }))).toContain("(ERR_TLS_CERT_ALTNAME_INVALID)");
});

tlsTest("an expired certificate is refused", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().expired));

  expect(await refusal(openTo(receiver, { trustStore: made().authority }))).toContain("(CERT_HAS_EXPIRED)");
});

tlsTest("a self-signed certificate is refused", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().selfSigned));

  expect(await refusal(openTo(receiver, { trustStore: made().authority }))).toContain("(DEPTH_ZERO_SELF_SIGNED_CERT)");
});

tlsTest("a certificate of an authority that is not trusted is refused", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server));

  expect(await refusal(openTo(receiver, {}))).toMatch(/\((?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)\)/);
});

tlsTest("verification cannot be switched off from the environment", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().selfSigned));
  const before = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
  try {
    expect(await refusal(openTo(receiver, { trustStore: made().authority }))).toContain("(DEPTH_ZERO_SELF_SIGNED_CERT)");
  } finally {
    if (before === undefined) {
      delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    } else {
      process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = before;
    }
  }
});

tlsTest("a server that speaks TLS 1.1 at most is refused, whatever Node.js would accept", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server, { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" }));
  const before = tls.DEFAULT_MIN_VERSION;
  tls.DEFAULT_MIN_VERSION = "TLSv1";
  try {
    expect(await refusal(openTo(receiver, { trustStore: made().authority, cipherSuites: ["DEFAULT@SECLEVEL=0"] }))).toMatch(/\(ERR_SSL_\w+\)|\(ECONNRESET\)/);
  } finally {
    tls.DEFAULT_MIN_VERSION = before;
  }
});

tlsTest("a server that speaks TLS 1.2 at most is refused where only 1.3 is wanted", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server, { maxVersion: "TLSv1.2" }));

  expect(await refusal(openTo(receiver, { trustStore: made().authority, protocols: ["TLSv1.3"] }))).toContain("(ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION)");
});

tlsTest("a server that speaks only TLS 1.3 is refused where only 1.2 is wanted", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server, { minVersion: "TLSv1.3" }));

  expect(await refusal(openTo(receiver, { trustStore: made().authority, protocols: ["TLSv1.2"] }))).toContain("(ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION)");
});

tlsTest("a server without a cipher suite that is wanted is refused", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server, { maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES128-GCM-SHA256" }));

  expect(await refusal(openTo(receiver, { trustStore: made().authority, cipherSuites: ["ECDHE-ECDSA-AES256-GCM-SHA384"], protocols: ["TLSv1.2"] }))).toMatch(/\(ERR_SSL_[\w/]+\)/);
});

tlsTest("a server that speaks no TLS gets nothing", async () => {
  const bytes: Buffer[] = [];
  const receiver = await TcpReceiver.start({
    reads: false,
    onConnection: (socket) => {
      socket.on("data", (chunk) => bytes.push(chunk));
      socket.end("220 plain text only\r\n");
    },
  });

  await refusal(openTo(receiver, { trustStore: made().authority }));

  expect(Buffer.concat(bytes).includes("secret")).toBe(false);
});

tlsTest("a server that asks for a client certificate gets it, from PEM, PKCS#12 and with an encrypted key", async () => {
  const { authority, client, clientPkcs12, clientEncrypted, server } = made();
  const receiver = await TcpReceiver.start(serverOf(server, { ca: readFileSync(authority), requestCert: true, rejectUnauthorized: true }));
  const stores: readonly TlsSettings[] = [{ keyStore: client.both }, { keyStore: clientPkcs12, keyStorePassword: "secret" }, { keyStore: clientEncrypted, keyStorePassword: "secret" }];

  for (const store of stores) {
    const { sink } = openTo(receiver, { trustStore: authority, ...store });
    sink.write(`${path.basename(store.keyStore ?? "")}\n`);
    await expect.poll(() => receiver.lines).toContain(path.basename(store.keyStore ?? ""));
  }
});

for (const maxVersion of ["TLSv1.2", "TLSv1.3"] as const) {
  tlsTest(`without the client certificate that a server asks for, nothing is sent over ${maxVersion}`, async () => {
    const { authority, server } = made();
    const receiver = await TcpReceiver.start(serverOf(server, { ca: readFileSync(authority), requestCert: true, rejectUnauthorized: true, maxVersion }));

    expect(await refusal(openTo(receiver, { trustStore: authority }))).toMatch(/\((?:ERR_SSL_[\w/]+|ECONNRESET|EPIPE)\)/);
    expect(receiver.lines).toEqual([]);
  });
}

tlsTest("a server that gives out no session tickets is believed after a moment", async () => {
  const receiver = await TcpReceiver.start(serverOf(made().server, { secureOptions: constants.SSL_OP_NO_TICKET }));
  const { sink } = openTo(receiver, { trustStore: made().authority });

  sink.write("line\n");

  await expect.poll(() => receiver.lines).toEqual(["line"]);
});

tlsTest("a certificate that was renewed is read at the next connection", async () => {
  const { authority, selfSigned, server } = made();
  const trustStore = path.join(tempDir(), "trusted.pem");
  copyFileSync(selfSigned.cert, trustStore);
  const receiver = await TcpReceiver.start(serverOf(server));
  const { sink, statuses } = openTo(receiver, { trustStore });
  sink.write("line\n");
  await expect.poll(() => statuses().length).toBe(1);

  copyFileSync(authority, trustStore);

  await expect.poll(() => receiver.lines).toEqual(["line"]);
});

tlsTest("settings that cannot be used are refused when the sink is opened", () => {
  const { authority, client, clientEncrypted, folder } = made();
  const java = path.join(folder, "trust.jks");
  writeFileSync(java, Buffer.from("feedfeed00000002", "hex"));
  const refused: readonly (readonly [TlsSettings, RegExp])[] = [
    [{ trustStore: path.join(folder, "none.pem") }, /ENOENT/],
    [{ trustStore: java }, /has no certificate in PEM format.*keytool/],
    [{ keyStore: authority }, /neither a PEM file with a private key/],
    [{ keyStore: clientEncrypted }, /./],
    [{ keyStore: clientEncrypted, keyStorePassword: "wrong" }, /./],
    [{ keyStore: client.both, protocols: ["TLSv1.1", "SSLv3"] }, /Expected one of the protocols TLSv1\.2, TLSv1\.3, got TLSv1\.1, SSLv3\./],
    [{ protocols: [] }, /got none/],
    [{ cipherSuites: ["NO-SUCH-SUITE"] }, /cipher/i],
    [{ unusable: "<ssl> could not be read" }, /The connection cannot be secured: <ssl> could not be read\./],
  ];
  for (const [settings, message] of refused) {
    const sink = new TcpSink({ destinations: [{ host: "localhost", port: 1 }], origin: "TLS", drains: new RecordingDrains(), statusManager: new StatusManager(), tls: settings });

    expect(() => { sink.open(); }).toThrow(message);
  }
  expect(() => { checkTlsSettings({ trustStore: authority, keyStore: client.both }); }).not.toThrow();
});
