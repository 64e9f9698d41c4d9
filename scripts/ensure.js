/**
 * Makes a checkout ready to run: installs the dependencies when they are missing or differ from package-lock.json, and
 * builds `dist/` and `temp/internals/` when they differ from what the sources would give. Does nothing, within a few
 * hundredths of a second, when all is in place; so every script that needs a built checkout starts with it.
 *
 *   node scripts/ensure.js             install and build what is stale
 *   node scripts/ensure.js --rebuild   build in any case
 *   node scripts/ensure.js --quiet     say nothing unless something fails
 *
 * Works without any dependency, because it runs before there are any. Writes to standard error only: the standard
 * output of the command after it belongs to that command. Staleness is decided by content, never by file times, which
 * a clone, a branch switch or a copied folder make meaningless.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { hostname } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { npmCommand } from "./npm-command.js";

const OLDEST_NODE = [20, 19, 0];

/** What the build reads. Folders count with everything in them. */
const BUILD_INPUTS = ["src", "test/conformance", "package.json", "package-lock.json", "tsconfig.json", "tsdown.config.js", "scripts/build", "scripts/ensure.js"];

/** Where tsdown writes, and where it belongs once the whole build went well. */
const BUILD_OUTPUTS = [
  { built: "temp/build/dist", used: "dist" },
  { built: "temp/build/internals", used: "temp/internals" },
  { built: "temp/build/conformance", used: "temp/conformance" },
];

const STAMP = "temp/build-stamp.json";
const LOCK = "temp/ensure.lock";
const HEARTBEAT_MS = 2_000;
const ABANDONED_AFTER_MS = 60_000;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = new Set(process.argv.slice(2));
const quiet = options.delete("--quiet");
const rebuild = options.delete("--rebuild");

const at = (path) => join(root, path);
const say = (text) => process.stderr.write(`ensure: ${text}\n`);
const progress = (text) => quiet || say(text);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function readJson(path) {
  return JSON.parse(fs.readFileSync(at(path), "utf8"));
}

function readJsonIfThere(path) {
  try {
    return readJson(path);
  } catch {
    // Missing and half-written mean the same to the caller: it cannot be relied upon.
    return undefined;
  }
}

function checkNodeVersion() {
  const version = process.versions.node.split(".").map(Number);
  for (let part = 0; part < OLDEST_NODE.length; part += 1) {
    if (version[part] > OLDEST_NODE[part]) {
      return;
    }
    if (version[part] < OLDEST_NODE[part]) {
      throw new Error(`Node.js ${OLDEST_NODE.join(".")} or later is needed, this is ${process.versions.node} (${process.execPath})`);
    }
  }
}

/** Says in words why `npm ci` has to run, or undefined when node_modules is what package-lock.json asks for. */
function whyInstall() {
  // npm writes this file last, so an interrupted install has none.
  const installed = readJsonIfThere("node_modules/.package-lock.json")?.packages;
  if (installed === undefined) {
    return "node_modules is missing or incomplete";
  }

  const wanted = readJson("package-lock.json").packages;
  const manifest = readJson("package.json");
  for (const group of ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"]) {
    if (!sameEntries(manifest[group], wanted[""]?.[group])) {
      return `${group} of package.json differ from package-lock.json`;
    }
  }
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") {
      continue;
    }
    const found = installed[path];
    if (found === undefined) {
      // Packages for other operating systems stay out.
      if (entry.optional || entry.devOptional) {
        continue;
      }
      return `${path} is missing`;
    }
    if (found.version !== entry.version) {
      return `${path} is ${found.version}, not ${entry.version}`;
    }
    if (found.integrity !== entry.integrity) {
      return `${path} has another content`;
    }
    if (!fs.existsSync(at(`${path}/package.json`))) {
      return `${path} was removed`;
    }
  }
  const extra = Object.keys(installed).find((path) => !(path in wanted));
  return extra === undefined ? undefined : `${extra} is not in package-lock.json`;
}

function sameEntries(left = {}, right = {}) {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

/** Says in words why a build has to run, or undefined when the last one still stands for these inputs. */
function whyBuild(inputs) {
  const stamp = readJsonIfThere(STAMP);
  if (stamp === undefined) {
    return "there is no finished build";
  }
  if (stamp.inputs !== inputs) {
    return "the sources changed";
  }
  if (stamp.outputs !== hashOutputs()) {
    return "the built files changed";
  }
  return undefined;
}

const hashInputs = () => hashFiles(BUILD_INPUTS);
const hashOutputs = () => hashFiles(BUILD_OUTPUTS.map(({ used }) => used));

function hashFiles(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesBelow(at(path)))) {
    const content = fs.readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join("/")}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** All files below a path in a fixed order; the path itself when it is a file; none when it is missing. */
function filesBelow(path) {
  const kind = fs.statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) {
    return [];
  }
  if (!kind.isDirectory()) {
    return [path];
  }
  return fs.readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)));
}

async function install(reason) {
  progress(`installing dependencies, because ${reason}`);
  const npm = npmCommand();
  const args = [...npm.args, "ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run(npm.program, args, { shell: npm.shell, what: "npm ci" });
  const left = whyInstall();
  if (left !== undefined) {
    throw new Error(`npm ci ran, but ${left}`);
  }
}

async function build(reason) {
  progress(`building, because ${reason}`);
  // Taken before the build: a source saved meanwhile makes the next call build again.
  const inputs = hashInputs();
  const tool = readJson("node_modules/tsdown/package.json").bin.tsdown;
  await run(process.execPath, [at(`node_modules/tsdown/${tool}`), "--config-loader", "native"], { what: "the build" });
  for (const { built, used } of BUILD_OUTPUTS) {
    exchangeFolder(at(built), at(used));
  }
  fs.writeFileSync(at(STAMP), JSON.stringify({ inputs, outputs: hashOutputs() }));
}

/** Two renames instead of a delete and a build in place: programs that are using the old build see a whole one. */
function exchangeFolder(from, to) {
  const old = at(`temp/replaced-${process.pid}`);
  if (fs.existsSync(to)) {
    fs.renameSync(to, old);
  }
  fs.renameSync(from, to);
  fs.rmSync(old, { recursive: true, force: true });
}

/** Runs a program; its output is shown only when it fails. */
async function run(program, args, { shell = false, what }) {
  const child = spawn(program, args, { cwd: root, shell, stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  // Should this process be killed, the lock stands until the program it started has ended too.
  writeLockOwner(child.pid);
  const stop = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) {
    process.on(signal, stop);
  }
  try {
    const end = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => resolve(signal ?? code));
    });
    if (end === 0) {
      return;
    }
    const text = Buffer.concat(output).toString();
    // The tools colour their messages even into a pipe, which makes a log file unreadable.
    process.stderr.write(process.stderr.isTTY ? text : stripVTControlCharacters(text));
    throw new Error(`${what} failed (${typeof end === "string" ? end : `exit code ${end}`})`);
  } finally {
    for (const signal of signals) {
      process.off(signal, stop);
    }
  }
}

/**
 * Runs `work` while no other process does the same in this checkout.
 *
 * The lock is a folder, because creating one either succeeds or fails, on every file system. Its holder renews the
 * folder's time; a lock whose holder is gone, or was not renewed for a minute, is removed.
 */
async function withLock(work) {
  const lock = at(LOCK);
  fs.mkdirSync(dirname(lock), { recursive: true });
  for (let waiting = false; !createFolder(lock); ) {
    if (isAbandoned(lock)) {
      removeAbandoned(lock);
      continue;
    }
    if (!waiting) {
      progress(`waiting for process ${readJsonIfThere(`${LOCK}/owner.json`)?.pid ?? "(starting)"}, which installs or builds here`);
    }
    waiting = true;
    await sleep(100);
  }
  const heartbeat = setInterval(() => fs.utimes(lock, new Date(), new Date(), () => {}), HEARTBEAT_MS);
  try {
    writeLockOwner();
    await work();
  } finally {
    clearInterval(heartbeat);
    // After a long sleep of the machine another process may have taken the lock: then it is not ours to remove.
    if (readJsonIfThere(`${LOCK}/owner.json`)?.pid === process.pid) {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  }
}

function writeLockOwner(child) {
  fs.writeFileSync(at(`${LOCK}/owner.json`), JSON.stringify({ pid: process.pid, child, host: hostname() }));
}

function createFolder(path) {
  try {
    fs.mkdirSync(path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") {
      return false;
    }
    throw error;
  }
}

function isAbandoned(lock) {
  const state = fs.statSync(lock, { throwIfNoEntry: false });
  if (state === undefined) {
    return false;
  }
  if (Date.now() - state.mtimeMs > ABANDONED_AFTER_MS) {
    return true;
  }
  const owner = readJsonIfThere(`${LOCK}/owner.json`);
  return owner?.host === hostname() && !isRunning(owner.pid) && !isRunning(owner.child);
}

function isRunning(pid) {
  if (pid === undefined) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** Only one process at a time may remove: otherwise the second would take away the lock that the first just got. */
function removeAbandoned(lock) {
  const removing = `${lock}.removing`;
  if (!createFolder(removing)) {
    const since = fs.statSync(removing, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > ABANDONED_AFTER_MS) {
      fs.rmSync(removing, { recursive: true, force: true });
    }
    return;
  }
  try {
    if (isAbandoned(lock)) {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  } finally {
    fs.rmSync(removing, { recursive: true, force: true });
  }
}

async function main() {
  checkNodeVersion();
  if (options.size > 0) {
    throw new Error(`unknown option ${[...options].join(" ")}; there are --quiet and --rebuild`);
  }
  if (!rebuild && whyInstall() === undefined && whyBuild(hashInputs()) === undefined) {
    return;
  }
  await withLock(async () => {
    // Looked at again: whoever held the lock before may have done the work.
    const installReason = whyInstall();
    if (installReason !== undefined) {
      await install(installReason);
    }
    const buildReason = rebuild ? "it was asked for" : whyBuild(hashInputs());
    if (buildReason !== undefined) {
      await build(buildReason);
    }
  });
}

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
