import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import dgram from "node:dgram";
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Identity } from "./certificates.js";
import { tempDir } from "./temp-dir.js";

/** What rsyslogd made of a message. */
export interface ReceivedMessage {
  readonly pri: number;
  readonly time: string;
  readonly host: string;
  readonly app: string;
  readonly proc: string;
  readonly id: string;
  readonly message: string;
  /** Structured data as rsyslogd's own parser read it: element by element. */
  readonly data: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** In CI a missing program is a failure and no reason to leave tests out. */
export const LACKS_RSYSLOGD: boolean = spawnSync("rsyslogd", ["-v"]).status !== 0 && process.env["CI"] !== "true";
if (LACKS_RSYSLOGD) {
  process.stderr.write("Tests against rsyslogd are left out: it is missing (apt-get install rsyslog rsyslog-openssl).\n");
}

const DRIVERS = ["/usr/lib/x86_64-linux-gnu/rsyslog", "/usr/lib/aarch64-linux-gnu/rsyslog", "/usr/lib/rsyslog", "/usr/lib64/rsyslog"];

/** Whether rsyslogd can speak TLS by OpenSSL. */
export const LACKS_RSYSLOGD_TLS: boolean = LACKS_RSYSLOGD || (process.env["CI"] !== "true" && !DRIVERS.some((folder) => existsSync(path.join(folder, "lmnsd_ossl.so"))));

export interface RsyslogdOptions {
  /** Makes the TCP port one of TLS. */
  readonly tls?: { readonly authority: string; readonly server: Identity };
}

/** A syslog server of its own for the running test, on free ports; stopped when the test is over. It keeps the order of messages. */
export class Rsyslogd {
  readonly udpPort: number;
  readonly tcpPort: number;
  /** A Unix socket of the stream kind. */
  readonly socket: string;
  readonly #output: string;
  readonly #folder: string;
  readonly #file: number;
  #lines = 0;
  #process: ChildProcess;

  private constructor(folder: string, udpPort: number, tcpPort: number, options: RsyslogdOptions) {
    this.#folder = folder;
    this.#output = path.join(folder, "received.jsonl");
    this.udpPort = udpPort;
    this.tcpPort = tcpPort;
    this.socket = path.join(folder, "log.sock");
    this.#file = openSync(this.#output, "w+");
    writeFileSync(path.join(folder, "rsyslog.conf"), this.#configuration(options));
    this.#process = this.#spawn();
  }

  static async start(options: RsyslogdOptions = {}): Promise<Rsyslogd> {
    const server = new Rsyslogd(tempDir(), await freeUdpPort(), await freeTcpPort(), options);
    onTestFinished(() => server.#stop());
    await until(() => canConnect(server.tcpPort), "rsyslogd does not listen");
    return server;
  }

  /** Ends it, so that it writes what it has, and starts it anew on the same ports. */
  async restart(): Promise<void> {
    await this.#end("SIGTERM");
    this.#process = this.#spawn();
    await until(() => canConnect(this.tcpPort), "rsyslogd does not listen again");
  }

  #spawn(): ChildProcess {
    return spawn("rsyslogd", ["-n", "-i", path.join(this.#folder, "pid"), "-f", path.join(this.#folder, "rsyslog.conf")], { stdio: "ignore" });
  }

  /** Waits for that many messages, for ten seconds at most. */
  async hasReceived(count: number): Promise<void> {
    await until(() => this.#countLines() >= count, "").catch(() => {});
  }

  /** All messages, as soon as there are that many; those there are after ten seconds. */
  async received(count: number): Promise<readonly ReceivedMessage[]> {
    await this.hasReceived(count);
    const lines = readFileSync(this.#output, "utf8").split("\n").slice(0, -1);
    return lines.map((line) => {
      const { pri, data, ...rest } = JSON.parse(line) as Readonly<Record<"pri" | "time" | "host" | "app" | "proc" | "id" | "message" | "data", string>>;
      return { ...rest, pri: Number(pri), data: data === "" ? {} : (JSON.parse(data) as ReceivedMessage["data"]) };
    });
  }

  /** Looks only at what is new. */
  #countLines(): number {
    const room = Buffer.alloc(1 << 20);
    for (let length = readSync(this.#file, room); length > 0; length = readSync(this.#file, room)) {
      for (let index = room.indexOf("\n"); index >= 0 && index < length; index = room.indexOf("\n", index + 1)) {
        this.#lines++;
      }
    }
    return this.#lines;
  }

  #configuration({ tls }: RsyslogdOptions): string {
    const stream =
      tls === undefined
        ? 'module(load="imtcp")'
        : 'module(load="imtcp" streamDriver.name="ossl" streamDriver.mode="1" streamDriver.authMode="anon")';
    const files = tls === undefined ? "" : `defaultNetstreamDriverCAFile="${tls.authority}" defaultNetstreamDriverCertFile="${tls.server.cert}" defaultNetstreamDriverKeyFile="${tls.server.key}"`;
    return `global(workDirectory="${this.#folder}" maxMessageSize="256k" parser.escapeControlCharactersOnReceive="off" net.enableDNS="off" ${files})
main_queue(queue.type="LinkedList" queue.size="500000" queue.workerThreads="1")
${stream}
module(load="imudp")
module(load="imptcp")
module(load="mmpstrucdata")
template(name="json" type="list" option.jsonf="on") {
  property(outname="pri" name="pri" format="jsonf")
  property(outname="time" name="timereported" dateFormat="rfc3339" format="jsonf")
  property(outname="host" name="hostname" format="jsonf")
  property(outname="app" name="app-name" format="jsonf")
  property(outname="proc" name="procid" format="jsonf")
  property(outname="id" name="msgid" format="jsonf")
  property(outname="message" name="msg" format="jsonf")
  property(outname="data" name="$!rfc5424-sd" format="jsonf")
}
ruleset(name="all") {
  action(type="mmpstrucdata" sd_name.lowercase="off")
  action(type="omfile" file="${this.#output}" template="json")
}
input(type="imudp" address="127.0.0.1" port="${String(this.udpPort)}" ruleset="all")
input(type="imtcp" address="127.0.0.1" port="${String(this.tcpPort)}" ruleset="all")
input(type="imtcp" address="127.0.0.2" port="${String(this.tcpPort)}" ruleset="all")
input(type="imptcp" path="${this.socket}" ruleset="all")
`;
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once("exit", resolve));
      this.#process.kill(signal);
      await ended;
    }
  }

  async #stop(): Promise<void> {
    await this.#end("SIGKILL");
    closeSync(this.#file);
  }
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 5;

async function until(isSo: () => boolean | Promise<boolean>, complaint: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) {
      throw new Error(complaint);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function freeTcpPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

function freeUdpPort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = dgram.createSocket("udp4");
    socket.bind(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => {
        resolve(port);
      });
    });
  });
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}
