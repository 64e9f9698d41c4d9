/**
 * Runs the packed tarball on every supported Node.js, by `import` and by `require`. Installs the tarball and the other
 * Node.js versions from the npm registry, so it is no part of `npm test`; `.ci/run` calls it.
 *
 * The package `node` fetches its binary in an install script. Where those are switched off it silently leaves the
 * caller's own Node.js in charge. So the platform package with the binary in it is installed and run by its path, and
 * the version is asked of the program that ran.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LOADERS, addConsumers, npm, pack, root, runConsumer } from "./packed.js";

const SUPPORTED = [20, 22, 24, 26];

const folder = mkdtempSync(join(tmpdir(), "logback-node-matrix-"));
const results = { passed: 0, failed: 0 };

try {
  installTarball();
  for (const major of SUPPORTED) {tryNode(major);}
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed === 0 ? 0 : 1;

function installTarball() {
  const tarball = pack(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  npm(["install", tarball, "--omit=dev", "--no-audit", "--no-fund", "--no-package-lock"], folder);
  addConsumers(folder);
}

function tryNode(major) {
  for (const how of LOADERS) {
    const title = `Node.js ${major}, ${how}`;
    try {
      const { version } = runConsumer(folder, how, nodeBinary(major));
      assert.ok(version.startsWith(`v${major}.`), `it was run by Node.js ${version}`);
      results.passed += 1;
      console.log(`ok   ${title} (${version})`);
    } catch (error) {
      results.failed += 1;
      console.log(`FAIL ${title}: ${error.message}`);
    }
  }
}

/** Returns the path of a Node.js of that major version: this one, one from an earlier run, or one from the registry. */
function nodeBinary(major) {
  if (process.version.startsWith(`v${major}.`)) {return process.execPath;}
  const cache = join(root, "temp", "node", String(major));
  const name = platformPackage();
  const installed = join(cache, "node_modules", name);
  if (!existsSync(join(installed, "package.json"))) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, "package.json"), JSON.stringify({ name: "node-binary", private: true }));
    npm(["install", `${name}@${major}`, "--no-save", "--no-audit", "--no-fund", "--no-package-lock"], cache);
  }
  const { bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const binary = join(installed, bin.node);
  assert.ok(execFileSync(binary, ["--version"], { encoding: "utf8" }).startsWith(`v${major}.`), `${binary} is another version`);
  return binary;
}

/** The name under which the package `node` publishes its binaries. */
function platformPackage() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const prefix = system === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  return `${prefix}-${system}-${process.arch}`;
}
