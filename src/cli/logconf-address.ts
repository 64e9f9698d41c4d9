import { readFileSync, unlinkSync } from "node:fs";
import { PROTOCOL_VERSION, requestFrame, type ProcessDescription } from "../control/protocol.js";
import { findSockets, type FoundSocket, type Surroundings } from "../control/socket-place.js";
import { LONGEST_PATH } from "../control/unix-socket.js";
import { DEFAULT_CONTROL_PORT } from "../core/control.js";
import { neutralise } from "../util/neutralise.js";
import type { LogconfArguments } from "./logconf-arguments.js";
import { ask, type ControlAddress } from "./logconf-client.js";
import { LogconfProblem } from "./logconf-problem.js";

/** How long a process is given to say which one it is. */
const DESCRIPTION_MS = 2_000;
const LARGEST_PORT = 65_535;
/** Nobody listens there any more, or not for this user. */
const NOBODY: readonly (string | undefined)[] = ["ECONNREFUSED", "ENOENT", "EACCES", "EPERM"];

/** A process that listens; one that is busy may not say in time which it is. */
interface Steerable {
  readonly path: string;
  readonly pid: number;
  readonly process: ProcessDescription | undefined;
}

/**
 * Where the process is asked that a command line means: at the port or socket that it names, else at the one process that listens.
 *
 * @throws LogconfProblem when there is none, or more than one.
 */
export async function addressOf(given: LogconfArguments, around: Surroundings): Promise<ControlAddress> {
  const word = (name: "ca" | "host" | "pid" | "port" | "socket"): string | undefined => given.get(name)?.at(-1);
  for (const [name, option] of [["socket", "--socket"], ["host", "-H"]] as const) {
    if (word(name) === "") {
      throw new LogconfProblem(`Expected ${name === "socket" ? "a path" : "a host"} behind ${option}, got an empty text.`, { showsUsage: true });
    }
  }
  if (given.has("ca") && !given.has("tls")) {
    throw new LogconfProblem("The option '--ca' goes with '--tls'.", { showsUsage: true });
  }
  const byTcp = (["host", "port", "userName", "password", "tls"] as const).some((name) => given.has(name));
  const socket = word("socket") ?? (given.has("pid") || byTcp ? undefined : around.environment["LOGCONF_SOCKET"] || undefined);
  if (socket !== undefined) {
    return { path: checkedPath(socket, around) };
  }
  if (byTcp && !given.has("pid")) {
    return { host: word("host") ?? "localhost", port: numberIn(word("port") ?? String(DEFAULT_CONTROL_PORT), "-p", LARGEST_PORT), tls: given.has("tls"), ca: trustedIn(word("ca")) };
  }
  const pid = word("pid") === undefined ? undefined : numberIn(word("pid") ?? "", "--pid", Number.MAX_SAFE_INTEGER);
  const sockets = findSockets(around).filter((one) => pid === undefined || one.pid === pid);
  const [chosen] = sockets;
  if (pid !== undefined && chosen !== undefined && sockets.length === 1) {
    return { path: chosen.path };
  }
  const found = await steerable(sockets);
  const [only] = found;
  if (only === undefined) {
    throw new LogconfProblem(pid === undefined ? "No process was found that can be asked. Has its logback.xml a <control/>, and does it run as this user? In a container, or with a /tmp of its own, it needs --socket." : `The process ${pid} cannot be asked. Does it run, as this user, with <control/> in its logback.xml?`);
  }
  if (found.length > 1) {
    const options = found.map((one) => `  ${pid === undefined ? `--pid ${one.pid}` : `--socket ${one.path}`}  ${one.process === undefined ? "does not answer" : inWords(one.process)}\n`);
    throw new LogconfProblem(`Several processes can be asked; choose one:\n${options.join("")}`.trimEnd());
  }
  return { path: only.path };
}

/** Those that listen; what killed processes left behind is removed. */
async function steerable(sockets: readonly FoundSocket[]): Promise<readonly Steerable[]> {
  const question = requestFrame({ version: PROTOCOL_VERSION, op: "describeProcess", args: {} });
  const answers = await Promise.all(
    sockets.map(async ({ path, pid, isOwn }) => {
      try {
        const reply = await ask({ path }, question, DESCRIPTION_MS);
        return [{ path, pid, process: reply.type === "process" ? reply.process : undefined }];
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // In somebody else's folder, root might be led to remove another file.
        if (isOwn && code === "ECONNREFUSED") {
          removeStale(path);
        }
        return NOBODY.includes(code) ? [] : [{ path, pid, process: undefined }];
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

/** Of a path that is too long the system says nothing that helps. Names of pipes may be longer. */
function checkedPath(socket: string, { platform }: Surroundings): string {
  if (platform !== "win32" && Buffer.byteLength(socket) > LONGEST_PATH) {
    throw new LogconfProblem(neutralise(`logconf: The path [${socket}] is too long for a socket: at most ${LONGEST_PATH} bytes.`));
  }
  return socket;
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
