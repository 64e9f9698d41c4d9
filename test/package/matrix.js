/**
 * Runs the packed tarball on every supported Node.js: by `import`, by `require`, and the program that uses everything
 * under flags that forgive nothing. Installs the tarball and the other Node.js versions from the npm registry, so it is no
 * part of `npm test`; `.ci/run` calls it.
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
import { LOADERS, UNFORGIVING, installFromRegistry, npm, root, runConsumer, runSmoke } from "./packed.js";
import { Tally } from "./tally.js";

const SUPPORTED = [20, 22, 24, 26];

const folder = mkdtempSync(join(tmpdir(), "logback-node-matrix-"));
const tally = new Tally();

try {
  await tally.attempt("the tarball can be installed", () => installFromRegistry(folder));
  for (const major of SUPPORTED) {
    await tryNode(major);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
tally.finish();

async function tryNode(major) {
  const attempt = (title, runIt) =>
    tally.attempt(`Node.js ${major}, ${title}`, () => {
      const { version } = runIt(nodeBinary(major));
      assert.ok(version.startsWith(`v${major}.`), `it was run by Node.js ${version}`);
      return version;
    });
  for (const how of LOADERS) {
    await attempt(how, (node) => runConsumer(folder, how, node));
  }
  for (const flags of UNFORGIVING) {
    await attempt(`everything under ${flags.join(" ")}`, (node) => runSmoke(folder, node, flags));
  }
}

/** Returns the path of a Node.js of that major version: this one, one from an earlier run, or one from the registry. */
function nodeBinary(major) {
  if (process.version.startsWith(`v${major}.`)) {
    return process.execPath;
  }
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
