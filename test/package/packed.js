/**
 * Packs the library as `npm publish` would, and runs the consumer programs against an installation of it.
 * Plain JavaScript, because `matrix.js` runs it without a compiler; the tests of this folder use it too.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npmCommand } from "../../scripts/npm-command.js";

/** The checkout that is packed. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The ways to load the library; each has a consumer program. */
export const LOADERS = ["import", "require"];

/** Runs npm without install scripts and returns its standard output; throws with its messages when it fails. */
export function npm(args, cwd) {
  const { program, args: first, shell } = npmCommand();
  return execFileSync(program, [...first, ...args, "--ignore-scripts"], { cwd, shell, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Writes the tarball into a folder and returns its path. */
export function pack(folder) {
  assert.ok(existsSync(join(root, "dist/index.js")), "there is no dist/: run `npm run build` first");
  const [{ filename }] = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], root));
  return join(folder, filename);
}

/** Puts the consumer programs beside the `node_modules` folder in which the library is installed. */
export function addConsumers(folder) {
  cpSync(join(root, "test/package/consumer"), folder, { recursive: true });
}

/**
 * Runs one consumer program and checks what it saw.
 *
 * @param node - The Node.js binary; `process.execPath` for this one.
 * @returns The Node.js version that really ran it and the names the library exports.
 */
export function runConsumer(folder, how, node) {
  const file = how === "import" ? "import.mjs" : "require.cjs";
  // No variable of this process may choose a configuration, a loader or another Node.js.
  const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot };
  const output = execFileSync(node, [file], { cwd: folder, env, encoding: "utf8", timeout: 60_000, stdio: ["ignore", "pipe", "pipe"] });
  const lines = output.trimEnd().split("\n");
  const seen = JSON.parse(lines.pop() ?? "");
  assert.equal(seen.how, how);
  assert.notDeepEqual(seen.names, [], "the library exports nothing");
  if (seen.names.includes("LoggerFactory")) {assert.match(lines.join("\n"), /\bhello 1\b/, "the event was not printed");}
  return { version: seen.node, names: seen.names };
}
