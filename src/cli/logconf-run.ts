import { PROTOCOL_VERSION, requestFrame, type ControlReply, type ControlRequest } from "../control/protocol.js";
import type { Surroundings } from "../control/socket-place.js";
import { isLoopback } from "../util/loopback.js";
import { neutralise } from "../util/neutralise.js";
import { addressOf } from "./logconf-address.js";
import { readLogconfArguments, type LogconfArguments } from "./logconf-arguments.js";
import { ask, type ControlAddress } from "./logconf-client.js";
import { hintFor } from "./logconf-hint.js";
import { operationOf } from "./logconf-operation.js";
import { printReply } from "./logconf-print.js";
import { LogconfProblem } from "./logconf-problem.js";
import { logconfUsage } from "./logconf-usage.js";

const OK = 0;
/** -1 of the original. */
const FAILED = 255;
const WRONG_CREDENTIALS = "Missing or wrong credentials. Please specify proper '-U, --JMX-User' and '-P, --JMX-Password' arguments.";

/** What the command gets from the process it runs in. */
export interface LogconfEnvironment extends Surroundings {
  /** Words behind the program's name. */
  readonly args: readonly string[];
  /** Who runs it. */
  readonly operator: string;
  version(): string;
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard error. */
  complain(text: string): void;
}

/**
 * Runs the command `logconf`.
 *
 * @returns The exit code: 0 when it was answered, also with warnings; 255 otherwise.
 */
export async function runLogconf(environment: LogconfEnvironment): Promise<number> {
  try {
    return await run(environment);
  } catch (error) {
    const problem = error instanceof LogconfProblem ? error : new LogconfProblem(`logconf: ${neutralise(error instanceof Error ? error.message : String(error))}`);
    environment[problem.stream === "out" ? "out" : "complain"](`${problem.message}\n`);
    if (problem.showsUsage) {
      environment.out(logconfUsage());
    }
    return FAILED;
  }
}

async function run(environment: LogconfEnvironment): Promise<number> {
  const given = readLogconfArguments(environment.args);
  if (given.has("help") || given.has("version")) {
    environment.out(given.has("help") ? logconfUsage() : `${environment.version()}\n`);
    return OK;
  }
  const operation = operationOf(given, (message) => { environment.complain(`${message}\n`); });
  if (operation === undefined) {
    environment.out(logconfUsage());
    return FAILED;
  }
  const [user, password] = [given.get("userName")?.at(-1), given.get("password")?.at(-1) ?? (environment.environment["LOGCONF_PASSWORD"] || undefined)];
  if (given.has("userName") ? password === undefined : given.has("password")) {
    throw new LogconfProblem(WRONG_CREDENTIALS, { showsUsage: true });
  }
  const address = await addressOf(given, environment);
  if (!("path" in address) && !address.tls && user !== undefined && !isLoopback(address.host)) {
    throw new LogconfProblem(`logconf: A password goes to ${neutralise(address.host)} by TLS only; use --tls, or an SSH tunnel to localhost.`);
  }
  // A password is nothing for a process that does not ask for it.
  const credentials = "path" in address || user === undefined ? {} : { user, password };
  const reply = await request(address, { version: PROTOCOL_VERSION, ...operation, operator: environment.operator, ...credentials }, timeoutOf(given));
  if (reply.type === "refused") {
    throw reply.code === "credentials" ? new LogconfProblem(WRONG_CREDENTIALS, { showsUsage: true }) : new LogconfProblem(`logconf: ${neutralise(reply.reason)}`);
  }
  environment.out(printReply(reply, operation.op));
  return OK;
}

async function request(address: ControlAddress, asked: ControlRequest, timeoutMs: number): Promise<ControlReply> {
  const where = "path" in address ? address.path : `${address.host}:${address.port}`;
  // What is too long is not for the process to answer.
  const frame = requestFrame(asked);
  try {
    return await ask(address, frame, timeoutMs);
  } catch (error) {
    throw new LogconfProblem(`logconf: ${neutralise(`There was no answer at ${where}: ${reasonOf(error)}${hintFor(address, (error as NodeJS.ErrnoException).code)}`)}`);
  }
}

/** `localhost` may stand for several addresses, each with an error of its own and none for all. */
function reasonOf(error: unknown): string {
  const { message, code, errors } = error as { readonly message?: string; readonly code?: string; readonly errors?: readonly Error[] };
  return message || errors?.map((one) => one.message).join("; ") || code || String(error);
}

function timeoutOf(given: LogconfArguments): number {
  const text = given.get("responseTimeout")?.at(-1) ?? "0";
  if (!/^\d{1,6}$/.test(text)) {
    throw new LogconfProblem(`Expected seconds behind --responsetimeout, got "${text}".`, { showsUsage: true });
  }
  return Number(text) * 1_000;
}
