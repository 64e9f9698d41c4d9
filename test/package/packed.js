/**
 * Packs the library as `npm publish` would, and runs programs against an installation of it.
 * Plain JavaScript, because `.ci/run` runs its neighbours without a compiler; the tests of this folder use it too.
 */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { npmCommand } from "../../scripts/npm-command.js";

const LIMIT_MS = 60_000;

/** The checkout that is packed. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The ways to load the library; each has a consumer program. */
export const LOADERS = ["import", "require"];

const STRICT = ["--disable-proto=throw", "--pending-deprecation", "--throw-deprecation", "--trace-warnings"];

/** Flags under which Node.js forgives nothing. It calls frozen intrinsics experimental: of warnings, that kind is switched off there. */
export const UNFORGIVING = [STRICT, [...STRICT, "--frozen-intrinsics", "--disable-warning=ExperimentalWarning"]];

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

/** Makes a folder a project that has the tarball and `packages` (`name@version`) installed from the npm registry, and the consumer programs. */
export function installFromRegistry(folder, ...packages) {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  npm(["install", pack(folder), ...packages, "--no-audit", "--no-fund", "--no-package-lock"], folder);
  addConsumers(folder);
}

/**
 * The same without a download: dependencies, and `packages` by their names, are those of the checkout.
 *
 * @returns The folder of the installed library.
 */
export function installFromCheckout(folder, ...packages) {
  const { name, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const installed = join(folder, "node_modules", name);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", pack(folder), "-C", installed, "--strip-components=1"]);
  for (const dependency of [...Object.keys(dependencies), ...packages]) {
    const link = join(folder, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", dependency), link, "junction");
  }
  addConsumers(folder);
  return installed;
}

function addConsumers(folder) {
  cpSync(join(root, "test/package/consumer"), folder, { recursive: true });
}

/** Runs a program and returns its standard output; throws when it ends other than well, or says anything on the standard error. */
export function run(node, args, cwd) {
  // No variable of this process may choose a configuration, a loader or another Node.js.
  const env = Object.fromEntries(["PATH", "SystemRoot", "TEMP", "TMPDIR"].map((name) => [name, process.env[name]]));
  const { error, status, signal, stdout, stderr } = spawnSync(node, args, { cwd, env, encoding: "utf8", timeout: LIMIT_MS });
  assert.equal(error, undefined);
  assert.deepEqual({ end: signal ?? status, stderr }, { end: 0, stderr: "" });
  return stdout;
}

/**
 * Runs one of the consumer programs, or what a bundler made of it, and checks what it saw.
 *
 * @param how - What the program calls itself: one of `LOADERS`, or `smoke`.
 * @param node - The Node.js binary; `process.execPath` for this one.
 * @param args - Flags, the program and its arguments.
 * @returns The Node.js version that really ran it and the names the library exports.
 */
export function runProgram(how, node, args, folder) {
  const lines = run(node, args, folder).trimEnd().split("\n");
  const seen = JSON.parse(lines.pop() ?? "");
  assert.equal(seen.how, how);
  assert.notDeepEqual(seen.names, [], "the library exports nothing");
  return { version: seen.node, names: seen.names };
}

/** Runs the consumer program that loads the library that way. */
export function runConsumer(folder, how, node) {
  return runProgram(how, node, [how === "import" ? "import.mjs" : "require.cjs"], folder);
}

/** Runs the program that uses everything. */
export function runSmoke(folder, node, flags) {
  return runProgram("smoke", node, [...flags, "smoke.mjs"], folder);
}
