import { existsSync, lstatSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { isInside } from "../util/is-inside.js";
import { pathInUrl } from "./file-argument.js";

/** What decides where a configuration is looked for. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Path of the main module. */
  readonly mainModule: string | undefined;
  readonly workingDirectory: string;
}

/** A file that was found, or that was asked for, whether it is there or not. */
export interface Located {
  readonly file: string;
  /** Why this one. */
  readonly reason: string;
}

/** That there is none. */
export interface NotLocated {
  readonly file: undefined;
  /** A sentence for whoever forgot it: where it was looked for. */
  readonly reason: string;
}

/** Test runners that say nothing in the environment. */
const RUNNERS = /[\\/]node_modules[\\/](?:ava|jasmine|mocha|tap)[\\/]/;

/**
 * Finds the configuration file: `LOGBACK_CONFIGURATION_FILE`, else `logback-test.xml` (only under a test runner or with
 * `NODE_ENV=test`) or `logback.xml` in the folders of the main module's package, else in the working directory when
 * that lies inside the package.
 *
 * An untrusted working directory must not decide where log files are written (CWE-426); Logback looks anywhere on the class path.
 */
export function locateConfiguration({ environment, mainModule, workingDirectory }: Surroundings): Located | NotLocated {
  const asked = environment["LOGBACK_CONFIGURATION_FILE"];
  if (asked !== undefined && asked !== "") {
    return { file: path.resolve(workingDirectory, pathInUrl(asked, workingDirectory)), reason: "LOGBACK_CONFIGURATION_FILE" };
  }
  const packageFolders = packageFoldersOf(mainModule);
  const [nearest] = packageFolders;
  if (nearest === undefined) {
    return { file: undefined, reason: mainModule === undefined ? "The process has no main module, in whose package it would be looked for." : `There is no package.json above the main module ${mainModule}.` };
  }
  const working = realPath(workingDirectory);
  const isOwn = packageFolders.includes(working);
  const isWithin = !isOwn && isInside(working, nearest);
  const folders = isWithin ? [...packageFolders, workingDirectory] : packageFolders;
  const names = isTestRun(environment, mainModule) ? ["logback-test.xml", "logback.xml"] : ["logback.xml"];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (isThere(file)) {
        return { file, reason: packageFolders.includes(folder) ? "the folder of the main module's package" : "the working directory" };
      }
    }
  }
  const outside = isOwn || isWithin ? "" : ` The working directory ${workingDirectory} does not count, for it lies outside the package.`;
  return { file: undefined, reason: `There is no ${names.join(" or ")} in ${folders.join(" or ")}.${outside}` };
}

/**
 * The folders with a `package.json` above a module, the nearest first, up to that of the package: one without a name and
 * dependencies only says how the modules below it are loaded. For a tool inside `node_modules` (a test runner), those of the
 * project it is installed in.
 */
export function packageFoldersOf(mainModule: string | undefined): readonly string[] {
  const folders: string[] = [];
  if (mainModule === undefined) {
    return folders;
  }
  const file = realPath(mainModule);
  const installed = file.indexOf(`${path.sep}node_modules${path.sep}`);
  for (let folder = installed < 0 ? path.dirname(file) : file.slice(0, installed) || path.sep; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, "package.json");
    if (existsSync(manifest)) {
      folders.push(folder);
      if (isPackage(manifest)) {
        return folders;
      }
    }
    if (folder === path.dirname(folder)) {
      return folders;
    }
  }
}

/** Builds for both module systems have a `{"type":"commonjs"}` inside the package. */
function isPackage(manifest: string): boolean {
  try {
    const { name, dependencies } = Object(JSON.parse(readFileSync(manifest, "utf8"))) as Readonly<Record<string, unknown>>;
    return name !== undefined || dependencies !== undefined;
  } catch {
    // What nobody can read may be a package: its folder is as far as anybody should look.
    return true;
  }
}

/** Also a link to nowhere: who reads it says what is wrong. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // The folder cannot be entered.
    return false;
  }
}

function isTestRun(environment: Surroundings["environment"], mainModule: string | undefined): boolean {
  const runners = ["VITEST", "JEST_WORKER_ID", "NODE_TEST_CONTEXT", "MOCHA_COLORS"];
  return environment["NODE_ENV"] === "test" || runners.some((name) => environment[name] !== undefined) || (mainModule !== undefined && RUNNERS.test(realPath(mainModule)));
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}
