/**
 * Finds the npm that belongs to this process, for scripts and package tests that have to call it.
 *
 * Under `npm run` that is the npm which is running. Otherwise it is the one beside the Node.js binary, and at last
 * whatever `npm` means on the PATH. The first two are plain JavaScript files, so no shell is needed on Windows.
 */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Returns the program and its first arguments; append the npm arguments to `args`. */
export function npmCommand() {
  const running = process.env.npm_execpath;
  // Under npx the variable names another program, and other package managers set it too.
  if (running !== undefined && basename(running) === "npm-cli.js") {
    return { program: process.execPath, args: [running], shell: false };
  }

  const binaries = dirname(process.execPath);
  for (const modules of [join(binaries, "..", "lib", "node_modules"), join(binaries, "node_modules")]) {
    const beside = join(modules, "npm", "bin", "npm-cli.js");
    if (existsSync(beside)) {
      return { program: process.execPath, args: [beside], shell: false };
    }
  }
  return { program: "npm", args: [], shell: process.platform === "win32" };
}
