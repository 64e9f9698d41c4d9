import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export interface FixtureRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** How many blocks a file of the child may have (`ulimit -S -f`), until somebody raises the limit. */
  readonly limitBlocks?: number;
  /** Options of Node.js itself. */
  readonly nodeOptions?: readonly string[];
  readonly stdio?: StdioOptions;
}

/** Starts a program of `test/fixtures/`, which uses the built library. */
export function startFixture(name: string, args: readonly string[], { limitBlocks, nodeOptions = [], stdio = ["ignore", "pipe", "pipe"] }: RunOptions = {}): ChildProcess {
  const program = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  const limit = limitBlocks === undefined ? "" : `ulimit -S -f ${String(limitBlocks)}; `;
  const child = spawn("sh", ["-c", `${limit}exec "$0" "$@"`, process.execPath, ...nodeOptions, program, ...args], { stdio });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

/** How a child ended. */
export function endOf(child: ChildProcess): Promise<Pick<FixtureRun, "code" | "signal">> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code: number | null, signal: NodeJS.Signals | null) => {
      resolve({ code, signal });
    });
  });
}

/** Runs such a program to its end, reading its output as fast as it comes. */
export async function runFixture(name: string, args: readonly string[], options: RunOptions = {}): Promise<FixtureRun> {
  const child = startFixture(name, args, options);
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  }
  return { ...(await endOf(child)), ...output };
}
