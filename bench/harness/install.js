/** Installs what the benchmark measures this package against, once a lock file and a Node.js version. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { npmCommand } from "../../scripts/npm-command.js";

export const BENCH_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(BENCH_FOLDER, "node_modules");
const STAMP = join(MODULES, ".bench-installed");

/** @param {(text: string) => void} say */
export function ensureInstalled(say) {
  const wanted = createHash("sha256").update(readFileSync(join(BENCH_FOLDER, "package-lock.json"))).update(process.version).digest("hex");
  if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== wanted) {
    say("installing the libraries to compare with");
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], (text) => {
      throw new Error(`npm ci in bench/ failed:\n${text}`);
    });
    say("building spdlog's native module");
    npm(["rebuild", "spdlog"], (text) => say(`spdlog could not be built, so it is not measured: ${text.split("\n").at(-1)}`));
    writeFileSync(STAMP, wanted);
  }
  linkPackage();
}

/** The name of this package means the checkout; npm would install its dependencies a second time. */
function linkPackage() {
  const link = join(MODULES, "logback-node");
  const checkout = realpathSync(dirname(BENCH_FOLDER));
  if (existsSync(link) && realpathSync(link) === checkout) {
    return;
  }
  rmSync(link, { force: true });
  symlinkSync(checkout, link, "junction");
}

function npm(args, onFailure) {
  const { program, args: first, shell } = npmCommand();
  const { status, stderr } = spawnSync(program, [...first, ...args], { cwd: BENCH_FOLDER, shell, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) {
    onFailure(stderr.trim());
  }
}
