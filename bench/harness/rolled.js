/** The files of a library that rolls: read as one, they must have every line once and in order. */
import { appendFileSync, closeSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const HEAD_BYTES = 4_096;
const NUMBER = /Order (\d{7}) /;

/** Bytes of all files in a folder. */
export function sizeOfFolder(folder) {
  return filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

/** MB of the largest file in a folder. */
export function largestIn(folder) {
  return Math.max(0, ...filesIn(folder).map((file) => statSync(file).size)) / 1024 / 1024;
}

/** Puts all files of a folder into one, by the number of their first event, whatever their names. */
export function assemble(folder, target) {
  rmSync(target, { force: true });
  appendFileSync(target, "");
  const byNumber = filesIn(folder).map((file) => ({ file, first: firstNumber(file) })).sort((a, b) => a.first - b.first);
  for (const { file } of byNumber) {
    appendFileSync(target, readFileSync(file));
  }
}

function firstNumber(file) {
  const head = Buffer.alloc(HEAD_BYTES);
  const fd = openSync(file, "r");
  const length = readSync(fd, head);
  closeSync(fd);
  return Number(NUMBER.exec(head.latin1Slice(0, length))?.[1] ?? 0);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}
