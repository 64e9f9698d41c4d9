/** What the figures were measured on and with. */
import { readFileSync, realpathSync } from "node:fs";
import os from "node:os";

/** @returns {Record<string, string>} In the order in which it is printed. */
export function machineOf(folder, { rounds, commandLine }) {
  return {
    processor: `${os.cpus()[0]?.model ?? "unknown"}, ${os.availableParallelism()} cores`,
    memory: `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`,
    system: `${os.type()} ${os.release()} ${os.arch()}, files on ${fileSystemOf(folder)}`,
    load: `${os.loadavg()[0].toFixed(2)} at the start${os.loadavg()[0] > 0.5 ? ": OTHER WORK IS RUNNING, the figures are not to be believed" : ""}`,
    node: process.version,
    date: new Date().toISOString(),
    command: commandLine,
    rounds: String(rounds),
  };
}

/** The type of the file system with the longest mount point above the folder; Linux only. */
function fileSystemOf(folder) {
  try {
    const path = realpathSync(folder);
    const mounts = readFileSync("/proc/self/mounts", "utf8")
      .split("\n")
      .map((line) => line.split(" "))
      .filter(([, point]) => point !== undefined && (path === point || path.startsWith(point === "/" ? "/" : `${point}/`)));
    return mounts.reduce((longest, mount) => (mount[1].length >= longest[1].length ? mount : longest))[2];
  } catch {
    return "an unknown file system";
  }
}

/** Of the packages that are measured, as installed. */
export function packageVersions(benchFolder) {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(`${benchFolder}/package.json`, "utf8"));
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  const nested = [["sonic-boom", "sonic-boom of pino"], ["pino9/node_modules/sonic-boom", "sonic-boom of pino9"]];
  const found = [...names.map((name) => [name, name]), ...nested].map(([path, name]) => [name, versionIn(`${benchFolder}/node_modules/${path}`)]);
  return found.map(([name, version]) => `${name} ${version}`).join(", ");
}

function versionIn(folder) {
  try {
    return JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).version;
  } catch {
    return "missing";
  }
}
