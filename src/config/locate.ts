import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { isInside } from "../util/is-inside.js";

/** What decides where a configuration is looked for. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Path of the main module: `process.argv[1]`. */
  readonly mainModule: string | undefined;
  readonly workingDirectory: string;
}

/** A file that was found, or that was asked for, whether it is there or not. */
export interface Located {
  readonly file: string;
  /** Why this one. */
  readonly reason: string;
}

/**
 * Finds the configuration file: `LOGBACK_CONFIGURATION_FILE`, else `logback-test.xml` (only under a test runner or with
 * `NODE_ENV=test`) or `logback.xml` in the folder of the main module's package, else in the working directory when
 * that lies inside the package.
 *
 * An untrusted working directory must not decide where log files are written (CWE-426); Logback looks anywhere on the class path.
 *
 * @returns `undefined` when there is none.
 */
export function locateConfiguration(surroundings: Surroundings): Located | undefined {
  const { environment, workingDirectory } = surroundings;
  const asked = environment["LOGBACK_CONFIGURATION_FILE"];
  if (asked !== undefined && asked !== "") {
    const file = path.resolve(workingDirectory, asked);
    return { file, reason: "LOGBACK_CONFIGURATION_FILE" };
  }
  const packageFolder = packageFolderOf(surroundings.mainModule);
  if (packageFolder === undefined) {
    return undefined;
  }
  const folders = isInside(realPath(workingDirectory), realPath(packageFolder)) ? [packageFolder, workingDirectory] : [packageFolder];
  const names = isTestRun(environment) ? ["logback-test.xml", "logback.xml"] : ["logback.xml"];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (existsSync(file)) {
        return { file, reason: folder === packageFolder ? "the folder of the main module's package" : "the working directory" };
      }
    }
  }
  return undefined;
}

/** The folder with the `package.json` above a module; for a tool inside `node_modules` (a test runner), that of the project it is installed in. */
export function packageFolderOf(mainModule: string | undefined): string | undefined {
  if (mainModule === undefined) {
    return undefined;
  }
  const file = realPath(mainModule);
  const installed = file.indexOf(`${path.sep}node_modules${path.sep}`);
  for (let folder = installed < 0 ? path.dirname(file) : file.slice(0, installed) || path.sep; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, "package.json"))) {
      return folder;
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}

function isTestRun(environment: Surroundings["environment"]): boolean {
  const runners = ["VITEST", "JEST_WORKER_ID", "NODE_TEST_CONTEXT", "MOCHA_COLORS"];
  return environment["NODE_ENV"] === "test" || runners.some((name) => environment[name] !== undefined);
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}
