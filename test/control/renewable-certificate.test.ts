import { once } from "node:events";
import { copyFileSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import tls from "node:tls";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { ControlServer } from "../../src/control/server.js";
import { configure, LoggerFactory, reload, resetForTests } from "../../src/global.js";
import { LACKS_OPENSSL, makeCertificates, type Certificates, type Identity } from "../support/certificates.js";
import { line } from "../support/control.js";
import { tempDir } from "../support/temp-dir.js";

const LOGIN = { user: "adm", password: "s3cret" };
/** With these, files are looked at whenever a client comes, or never again. */
const ALWAYS = 0;
const NEVER = 3_600_000;

describe.skipIf(LACKS_OPENSSL)("the certificate of a control port", () => {
  let certificates: Certificates;
  beforeAll(() => {
    certificates = makeCertificates();
  });
  afterAll(() => {
    certificates.remove();
  });

  interface OpenPort {
    readonly server: ControlServer;
    readonly files: { readonly certificate: string; readonly key: string };
    readonly said: string[];
    /** A client, which ended its handshake, and the name in the certificate that it was shown. */
    client(): Promise<{ readonly name: string; readonly socket: tls.TLSSocket }>;
  }

  const portOf = (message: string): number => Number(/ -p (\d+) /.exec(message)?.[1]);

  async function openPort(lookEveryMs: number): Promise<OpenPort> {
    const folder = tempDir();
    const files = { certificate: path.join(folder, "fullchain.pem"), key: path.join(folder, "privkey.pem") };
    install(certificates.server, files);
    const said: string[] = [];
    const say = (message: string, cause?: unknown): void => {
      said.push(`${message}${cause instanceof Error ? ` ${cause.message}` : ""}`);
    };
    const server = new ControlServer({ answer: ({ op }) => ({ type: "text", text: op }), report: { info: say, warn: say, error: say }, lookEveryMs });
    onTestFinished(() => {
      server.close();
    });
    await server.open({ socket: path.join(folder, "c.sock"), tcp: { port: 0, ...LOGIN, ...files } });
    const port = portOf(said.splice(0).join(" "));
    const client: OpenPort["client"] = async () => {
      const socket = tls.connect({ port, host: "127.0.0.1", ca: readFileSync(certificates.authority), checkServerIdentity: () => undefined });
      onTestFinished(() => {
        socket.destroy();
      });
      await once(socket, "secureConnect");
      return { name: String(socket.getPeerCertificate().subject.CN), socket };
    };
    return { server, files, said, client };
  }

  function install(identity: Identity, { certificate, key }: OpenPort["files"]): void {
    copyFileSync(identity.cert, certificate);
    copyFileSync(identity.key, key);
  }

  const RENEWED = (certificate: string): RegExp => new RegExp(`^The control port has the renewed certificate in \\[${certificate}\\] now, which is valid until \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z\\.$`);

  test("that is renewed in its files is the one of clients that come from then on; those that are there stay", async () => {
    const { files, said, client } = await openPort(ALWAYS);
    const early = await client();
    expect(early.name).toBe("server");

    install(certificates.otherHost, files);

    expect((await client()).name).toBe("otherHost");
    expect((await client()).name).toBe("otherHost");
    expect(said).toEqual([expect.stringMatching(RENEWED(files.certificate))]);
    early.socket.write(line("early", LOGIN));
    expect(String(await once(early.socket, "data"))).toContain("early");
  });

  test("is followed where a link is pointed to the next one, as certbot does", async () => {
    const { files, client } = await openPort(ALWAYS);
    for (const [link, target] of [[files.certificate, certificates.otherHost.cert], [files.key, certificates.otherHost.key]] as const) {
      symlinkSync(target, `${link}.new`);
      renameSync(`${link}.new`, link);
    }

    expect((await client()).name).toBe("otherHost");
  });

  test("is not looked for at every client, but at once when the configuration is read again", async () => {
    const { server, files, client } = await openPort(NEVER);
    install(certificates.otherHost, files);
    expect((await client()).name).toBe("server");

    await server.refresh();

    expect((await client()).name).toBe("otherHost");
  });

  const broken: Readonly<Record<string, (files: OpenPort["files"]) => void>> = {
    "whose key is not there yet": ({ certificate }) => { copyFileSync(certificates.otherHost.cert, certificate); },
    "that is half written": ({ certificate }) => { writeFileSync(certificate, readFileSync(certificates.otherHost.cert, "utf8").slice(0, 200)); },
    "that is empty": ({ certificate }) => { writeFileSync(certificate, ""); },
    "that is gone": ({ certificate }) => { rmSync(certificate); },
    "whose key is gone": ({ key }) => { rmSync(key); },
  };
  for (const [what, spoil] of Object.entries(broken)) {
    test(`${what} leaves the one before in force, which is said once; when it is whole, it is used`, async () => {
      const { files, said, client } = await openPort(ALWAYS);

      spoil(files);
      expect([(await client()).name, (await client()).name]).toEqual(["server", "server"]);
      expect(said).toEqual([expect.stringMatching(/^The control port goes on with the certificate that it has, because the one in \[.*fullchain\.pem\] with the key in \[.*privkey\.pem\] cannot be used: ./)]);
      install(certificates.otherHost, files);

      expect((await client()).name).toBe("otherHost");
      expect(said.slice(1)).toEqual([expect.stringMatching(RENEWED(files.certificate))]);
    });
  }

  test("is looked for when a configuration that did not change is read again, as SIGHUP has it", async () => {
    onTestFinished(resetForTests);
    const folder = tempDir();
    const files = { certificate: path.join(folder, "c.pem"), key: path.join(folder, "k.pem") };
    install(certificates.server, files);
    const file = path.join(folder, "logback.xml");
    writeFileSync(file, `<configuration><statusListener class="NopStatusListener"/><control socket="${path.join(folder, "c.sock")}" port="0" user="adm" password="s3cret" certificate="${files.certificate}" key="${files.key}"/></configuration>`);
    const said = (): readonly string[] => LoggerFactory.getLoggerContext().statusManager.statuses.map(({ message }) => message);
    configure({ file });
    await vi.waitFor(() => {
      expect(said()).toContainEqual(expect.stringMatching(/ -p \d+ --tls reaches this process/));
    }, { timeout: 10_000 });

    install(certificates.otherHost, files);
    await reload();

    await vi.waitFor(() => {
      expect(said()).toContainEqual(expect.stringMatching(RENEWED(files.certificate)));
    }, { timeout: 10_000 });
  });

  test("that was missing at the start is found when the configuration is read again, and the port is opened then", async () => {
    const folder = tempDir();
    const files = { certificate: path.join(folder, "c.pem"), key: path.join(folder, "k.pem") };
    const said: string[] = [];
    const say = (message: string): void => {
      said.push(message);
    };
    const server = new ControlServer({ answer: ({ op }) => ({ type: "text", text: op }), report: { info: say, warn: say, error: say } });
    onTestFinished(() => {
      server.close();
    });
    await server.open({ socket: path.join(folder, "c.sock"), tcp: { port: 0, ...LOGIN, ...files } });
    await server.refresh();
    expect([server.port, ...said.slice(1)]).toEqual([undefined, ...Array<string>(2).fill("The control port could not be opened; logconf cannot use it.")]);

    install(certificates.server, files);
    await server.refresh();
    await server.refresh();

    expect(said.slice(3)).toEqual([expect.stringMatching(/^logconf -H 127\.0\.0\.1 -p \d+ --tls reaches this process/)]);
    expect(server.port).toBe(portOf(said.at(-1) ?? ""));
  });
});
