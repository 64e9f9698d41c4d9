import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const scripts = fileURLToPath(new URL("../../scripts", import.meta.url));
let checkout: string;

/** A checkout with no dependency but a build tool that copies the source and writes down that it ran. */
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "logback-node-ensure-"));
  cpSync(scripts, join(checkout, "scripts"), { recursive: true });
  write("package.json", '{ "name": "example", "version": "1.0.0", "type": "module" }');
  write("package-lock.json", '{ "name": "example", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "example" } } }');
  write("node_modules/.package-lock.json", '{ "packages": {} }');
  write("node_modules/tsdown/package.json", '{ "bin": { "tsdown": "run.cjs" } }');
  write(
    "node_modules/tsdown/run.cjs",
    `const fs = require("node:fs");
    console.log("output of the build");
    fs.appendFileSync("builds.txt", "x");
    if (fs.readFileSync("src/index.ts", "utf8") === "broken") process.exit(3);
    for (const folder of ["dist", "internals", "conformance"]) fs.cpSync("src", "temp/build/" + folder, { recursive: true });`,
  );
  write("src/index.ts", "first");
});

afterEach(() => {
  rmSync(checkout, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
}

const read = (path: string): string => readFileSync(join(checkout, path), "utf8");
const builds = (): number => read("builds.txt").length;

function ensure(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(checkout, "scripts/ensure.js"), ...args], { cwd: tmpdir() }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

test("ensure builds a fresh checkout and says so on standard error only", async () => {
  expect(await ensure()).toEqual({ code: 0, stdout: "", stderr: "ensure: building, because there is no finished build\n" });
  expect(["dist", "temp/internals", "temp/conformance"].map((folder) => read(`${folder}/index.ts`))).toEqual(["first", "first", "first"]);
});

test("ensure does nothing when everything is in place, whatever the file times say", async () => {
  await ensure();
  utimesSync(join(checkout, "src/index.ts"), new Date(), new Date());

  expect(await ensure()).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(builds()).toBe(1);
});

test("ensure builds again when a source changed, even with its old file time", async () => {
  const past = new Date(0);
  utimesSync(join(checkout, "src/index.ts"), past, past);
  await ensure();
  write("src/index.ts", "other");
  utimesSync(join(checkout, "src/index.ts"), past, past);

  expect((await ensure()).stderr).toBe("ensure: building, because the sources changed\n");
  expect(read("dist/index.ts")).toBe("other");
});

test("ensure builds again when a built file is gone", async () => {
  await ensure();
  rmSync(join(checkout, "dist/index.ts"));

  expect((await ensure()).stderr).toBe("ensure: building, because the built files changed\n");
  expect(read("dist/index.ts")).toBe("first");
});

test("ensure --rebuild builds in any case, --quiet says nothing", async () => {
  await ensure();

  expect(await ensure("--rebuild", "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(builds()).toBe(2);
});

test("a failed build is shown, and leaves the last good one in place", async () => {
  await ensure();
  write("src/index.ts", "broken");

  expect(await ensure("--quiet")).toEqual({ code: 1, stdout: "", stderr: "output of the build\nensure: the build failed (exit code 3)\n" });
  expect(read("dist/index.ts")).toBe("first");
});

test("several at once build one time", async () => {
  const results = await Promise.all([ensure(), ensure(), ensure()]);

  expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(builds()).toBe(1);
});

test("ensure takes over the lock of a process that is gone", async () => {
  write("temp/ensure.lock/owner.json", JSON.stringify({ pid: 2 ** 30, host: hostname() }));

  expect((await ensure()).code).toBe(0);
  expect(existsSync(join(checkout, "temp/ensure.lock"))).toBe(false);
});

test("ensure takes over a lock that nobody renewed for a minute", async () => {
  write("temp/ensure.lock/owner.json", JSON.stringify({ pid: process.pid, host: "elsewhere" }));
  const past = new Date(Date.now() - 120_000);
  utimesSync(join(checkout, "temp/ensure.lock"), past, past);

  expect((await ensure()).code).toBe(0);
});

test("ensure installs when a package of package-lock.json is missing, and says which", async () => {
  write(
    "package-lock.json",
    JSON.stringify({ packages: { "": {}, "node_modules/example": { version: "1.0.0" } } }),
  );
  // A lock file that npm refuses: the test is about the decision, and nothing is downloaded.
  const { code, stderr } = await ensure();

  expect(code).toBe(1);
  expect(stderr).toMatch(/^ensure: installing dependencies, because node_modules\/example is missing\n/);
});

test("ensure refuses an option it does not know", async () => {
  expect(await ensure("--rebiuld")).toEqual({
    code: 1,
    stdout: "",
    stderr: "ensure: unknown option --rebiuld; there are --quiet and --rebuild\n",
  });
});
