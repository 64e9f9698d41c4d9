/** Runs one cell in a process of its own and takes its answer. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { javaCommand } from "./java.js";

const CHILD = fileURLToPath(new URL("./child.js", import.meta.url));
const LIMIT_MS = 180_000;
/** Where a Node.js cell writes its answer; a JVM has only its standard output. */
const ANSWER = 3;

/**
 * @param {object} cell
 * @param {object} job - Goes to the process as JSON.
 * @returns {Promise<{ answer?: object, end: number | string, problem?: string, wallMs: number }>} `end` is the exit code or the signal.
 */
export async function runProcess(cell, job) {
  const isJava = cell.java !== undefined;
  const { program, args } = isJava ? await javaCommand(cell, job) : { program: process.execPath, args: [CHILD, JSON.stringify(job)] };
  const beganMs = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", isJava ? "pipe" : "ignore", "pipe", "pipe"] });
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  const [errors, answers] = [collect(child.stderr), collect(child.stdio[isJava ? 1 : ANSWER])];
  const end = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(signal ?? code));
  });
  clearTimeout(timer);
  const wallMs = performance.now() - beganMs;
  const answer = answers.text() === "" ? undefined : JSON.parse(answers.text());
  const problem = end === 0 && answer !== undefined ? undefined : `${end === 0 ? "no answer" : `ended with ${end}`}: ${mainLine(errors.text())}`;
  return { answer, end, problem, wallMs };
}

function collect(stream) {
  const chunks = [];
  stream.on("data", (chunk) => chunks.push(chunk));
  return { text: () => Buffer.concat(chunks).toString() };
}

/** The line that names the error; what Node.js prints before it is source text. */
function mainLine(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /Error|Exception/.test(line)) ?? lines[0] ?? "no message";
}
