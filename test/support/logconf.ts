import { spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { runLogconf } from "../../src/cli/logconf-run.js";
import { startFixture } from "./run-fixture.js";

const COMMAND = fileURLToPath(new URL("../../dist/cli/logconf.js", import.meta.url));

export interface LogconfRun {
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
}

export interface LogconfOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly platform?: NodeJS.Platform;
}

/** Runs `logconf` with these words, in this process. */
export async function logconf(args: readonly string[], { environment = {}, platform = process.platform }: LogconfOptions = {}): Promise<LogconfRun> {
  let output = "";
  let complaints = "";
  const code = await runLogconf({
    args,
    environment,
    platform,
    uid: process.getuid?.(),
    operator: "ada",
    version: () => "1.2.3",
    out: (text) => {
      output += text;
    },
    complain: (text) => {
      complaints += text;
    },
  });
  return { code, output, complaints };
}

export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** As another user of the machine. */
  readonly uid?: number;
}

/** Starts the built command, as an operator does. */
export function startLogconf(args: readonly string[], { environment = {}, uid }: CommandOptions = {}): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [COMMAND, ...args], { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"], ...(uid === undefined ? {} : { uid, gid: uid, cwd: "/" }) });
}

/** Runs the built command. */
export function logconfCommand(args: readonly string[], options: CommandOptions = {}): Promise<LogconfRun> {
  const child = startLogconf(args, options);
  const run = { output: "", complaints: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    run.output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    run.complaints += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, ...run });
    });
  });
}

/** A process of its own that can be steered. */
export interface SteeredProcess {
  readonly child: ChildProcess;
  readonly socket: string;
  /** What it said, line by line. */
  readonly said: readonly string[];
  /** Waits until it says something, and gives the line. */
  hears(part: string): Promise<string>;
}

/** Starts `steered.mjs` with a socket in a folder; `inside` is what its configuration has besides. */
export async function steeredProcess(folder: string, inside = "", control = `<control socket="${path.join(folder, "c.sock")}"/>`, nodeOptions: readonly string[] = []): Promise<SteeredProcess> {
  const child = startFixture("steered.mjs", [`${control}${inside}`], { stdio: ["pipe", "pipe", "inherit"], nodeOptions });
  const said: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout! }).on("line", (line) => {
    said.push(line);
    for (const look of [...waiting]) {
      look();
    }
  });
  const hears = (part: string): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const line = said.find((one) => one.includes(part));
        if (line !== undefined) {
          waiting.delete(look);
          resolve(line);
        }
      };
      waiting.add(look);
      look();
    });
  await hears("--socket");
  const socket = /--socket (\S+?),? /.exec(said.find((one) => one.includes("--socket")) ?? "")?.[1] ?? "";
  return { child, socket, said, hears };
}
