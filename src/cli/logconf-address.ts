import { readFileSync, unlinkSync } from "node:fs";
import { PROTOCOL_VERSION, type ProcessDescription } from "../control/protocol.js";
import { findSockets, type FoundSocket, type Surroundings } from "../control/socket-place.js";
import { DEFAULT_CONTROL_PORT } from "../core/control.js";
import { neutralise } from "../util/neutralise.js";
import type { LogconfArguments } from "./logconf-arguments.js";
import { ask, type ControlAddress } from "./logconf-client.js";
import { LogconfProblem } from "./logconf-problem.js";

/** How long a process is given to say which one it is. */
const DESCRIPTION_MS = 2_000;
const LARGEST_PORT = 65_535;

/** A process that answers. */
interface Steerable {
  readonly path: string;
  readonly process: ProcessDescription;
}

/**
 * Where the process is asked that a command line means: at the port or socket that it names, else at the one process that answers.
 *
 * @throws LogconfProblem when there is none, or more than one.
 */
export async function addressOf(given: LogconfArguments, around: Surroundings): Promise<ControlAddress> {
  const word = (name: "ca" | "host" | "pid" | "port" | "socket"): string | undefined => given.get(name)?.at(-1);
  const byTcp = (["host", "port", "userName", "password", "tls"] as const).some((name) => given.has(name));
  const socket = word("socket") ?? (given.has("pid") || byTcp ? undefined : around.environment["LOGCONF_SOCKET"] || undefined);
  if (socket !== undefined) {
    return { path: socket };
  }
  if (byTcp && !given.has("pid")) {
    return { host: word("host") ?? "localhost", port: numberIn(word("port") ?? String(DEFAULT_CONTROL_PORT), "-p", LARGEST_PORT), tls: given.has("tls"), ca: trustedIn(word("ca")) };
  }
  const pid = word("pid") === undefined ? undefined : numberIn(word("pid") ?? "", "--pid", Number.MAX_SAFE_INTEGER);
  const found = await steerable(findSockets(around).filter((one) => pid === undefined || one.pid === pid));
  const [only] = found;
  if (only === undefined) {
    throw new LogconfProblem(pid === undefined ? "No process was found that can be asked. Has its logback.xml a <control/>, and does it run as this user? In a container, or with a /tmp of its own, it needs --socket." : `The process ${pid} cannot be asked. Does it run, as this user, with <control/> in its logback.xml?`);
  }
  if (found.length > 1) {
    const options = found.map(({ path, process }) => `  ${pid === undefined ? `--pid ${process.pid}` : `--socket ${path}`}  ${inWords(process)}\n`);
    throw new LogconfProblem(`Several processes can be asked; choose one:\n${options.join("")}`.trimEnd());
  }
  return { path: only.path };
}

/** Those that answer; what killed processes left behind is removed. */
async function steerable(sockets: readonly FoundSocket[]): Promise<readonly Steerable[]> {
  const answers = await Promise.all(
    sockets.map(async ({ path, isOwn }) => {
      try {
        const reply = await ask({ path }, { version: PROTOCOL_VERSION, op: "describeProcess", args: {} }, DESCRIPTION_MS);
        return reply.type === "process" ? [{ path, process: reply.process }] : [];
      } catch (error) {
        // In somebody else's folder, root might be led to remove another file.
        if (isOwn && (error as NodeJS.ErrnoException).code === "ECONNREFUSED") {
          removeStale(path);
        }
        return [];
      }
    }),
  );
  return answers.flat();
}

function removeStale(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone already, or somebody else's.
  }
}

function inWords({ program, folder, context, startedAt }: ProcessDescription): string {
  const since = new Date(startedAt);
  return neutralise(`${program} in ${folder}, context ${context}, since ${Number.isNaN(since.getTime()) ? "?" : since.toISOString()}`);
}

function trustedIn(file: string | undefined): Buffer | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file);
  } catch (error) {
    throw new LogconfProblem(neutralise(`logconf: The file behind --ca cannot be read: ${(error as Error).message}`));
  }
}

function numberIn(text: string, option: string, largest: number): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= largest)) {
    throw new LogconfProblem(`Expected a number of at most ${largest} behind ${option}, got "${text}".`, { showsUsage: true });
  }
  return number;
}
