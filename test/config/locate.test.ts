import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { locateConfiguration, packageFoldersOf } from "../../src/config/locate.js";
import { tempDir } from "../support/temp-dir.js";

/** A package with a main module and the named files below it. */
function aPackage(...files: string[]): { folder: string; mainModule: string } {
  const folder = tempDir();
  for (const file of ["package.json", "src/main.js", ...files]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), "{}");
  }
  return { folder, mainModule: path.join(folder, "src/main.js") };
}

test("logback.xml beside the main module's package.json is found", () => {
  const { folder, mainModule } = aPackage("logback.xml");

  const located = locateConfiguration({ environment: {}, mainModule, workingDirectory: "/" });

  expect(located.file).toBe(path.join(folder, "logback.xml"));
});

test("a logback.xml in a working directory outside the package is not looked at (CWE-426)", () => {
  const { mainModule } = aPackage();
  const elsewhere = tempDir();
  writeFileSync(path.join(elsewhere, "logback.xml"), "<configuration/>");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: elsewhere }).file).toBe(undefined);
});

test("a working directory inside the package is looked at after the package's folder", () => {
  const { folder, mainModule } = aPackage("services/cart/logback.xml");
  const workingDirectory = path.join(folder, "services/cart");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory }).file).toBe(path.join(workingDirectory, "logback.xml"));

  writeFileSync(path.join(folder, "logback.xml"), "<configuration/>");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory }).file).toBe(path.join(folder, "logback.xml"));
});

test("a working directory whose name begins with two dots is inside the package all the same", () => {
  const { folder, mainModule } = aPackage("..data/logback.xml");
  const workingDirectory = path.join(folder, "..data");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory }).file).toBe(path.join(workingDirectory, "logback.xml"));
});

const testRuns: readonly Record<string, string>[] = [{ NODE_ENV: "test" }, { VITEST: "true" }, { JEST_WORKER_ID: "1" }, { NODE_TEST_CONTEXT: "child" }];

for (const environment of testRuns) {
  test(`logback-test.xml comes first under ${Object.keys(environment).join()}`, () => {
    const { folder, mainModule } = aPackage("logback.xml", "logback-test.xml");

    expect(locateConfiguration({ environment, mainModule, workingDirectory: "/" }).file).toBe(path.join(folder, "logback-test.xml"));
  });
}

test("logback-test.xml does not win in production", () => {
  const { folder, mainModule } = aPackage("logback.xml", "logback-test.xml");

  expect(locateConfiguration({ environment: { NODE_ENV: "production" }, mainModule, workingDirectory: folder }).file).toBe(path.join(folder, "logback.xml"));
});

test("LOGBACK_CONFIGURATION_FILE wins, relative to the working directory, and is named even when it is missing", () => {
  const { folder, mainModule } = aPackage("logback.xml");
  const environment = { LOGBACK_CONFIGURATION_FILE: "conf/other.xml" };

  expect(locateConfiguration({ environment, mainModule, workingDirectory: folder })).toEqual({
    file: path.join(folder, "conf/other.xml"),
    reason: "LOGBACK_CONFIGURATION_FILE",
  });
});

test("a tool in node_modules, such as a test runner, stands for the project it is installed in", () => {
  const { folder } = aPackage("logback.xml", "node_modules/runner/package.json", "node_modules/runner/bin.js");

  const located = locateConfiguration({ environment: {}, mainModule: path.join(folder, "node_modules/runner/bin.js"), workingDirectory: "/" });

  expect(located.file).toBe(path.join(folder, "logback.xml"));
});

/** Puts a package.json that only says how modules are loaded above the main module of a build. */
function aDualBuild(...files: string[]): { folder: string; mainModule: string } {
  const { folder } = aPackage("dist/cjs/main.js", ...files);
  writeFileSync(path.join(folder, "package.json"), '{"name":"shop"}');
  writeFileSync(path.join(folder, "dist/cjs/package.json"), '{"type":"commonjs"}');
  return { folder, mainModule: path.join(folder, "dist/cjs/main.js") };
}

test("a package.json without a name and dependencies is not where the search ends", () => {
  const { folder, mainModule } = aDualBuild("logback.xml");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: "/" }).file).toBe(path.join(folder, "logback.xml"));

  writeFileSync(path.join(folder, "dist/cjs/logback.xml"), "<configuration/>");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: "/" }).file).toBe(path.join(folder, "dist/cjs/logback.xml"));
});

for (const manifest of ['{"name":"cart"}', '{"dependencies":{}}', "not JSON"]) {
  test(`the folder with the package.json ${manifest} is the last that is looked at`, () => {
    const { folder, mainModule } = aDualBuild("logback.xml");
    writeFileSync(path.join(folder, "dist/cjs/package.json"), manifest);

    expect(packageFoldersOf(mainModule)).toEqual([path.join(folder, "dist/cjs")]);
    expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: "/" }).file).toBe(undefined);
  });
}

test("a working directory beside the build counts only as a folder of the package", () => {
  const { folder, mainModule } = aDualBuild("elsewhere/logback.xml");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: path.join(folder, "elsewhere") }).file).toBe(undefined);
});

test("a link to nowhere is found, so that somebody is told", () => {
  const { folder, mainModule } = aPackage();
  symlinkSync("/nowhere/logback.xml", path.join(folder, "logback.xml"));

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: "/" }).file).toBe(path.join(folder, "logback.xml"));
});

for (const runner of ["mocha/bin/mocha.js", "ava/entrypoints/cli.mjs", "jasmine/bin/jasmine.js", "tap/bin/run.mjs"]) {
  test(`logback-test.xml comes first under node_modules/${runner}, which says nothing in the environment`, () => {
    const { folder } = aPackage("logback.xml", "logback-test.xml", `node_modules/${runner}`);
    mkdirSync(path.join(folder, "node_modules/.bin"));
    symlinkSync(path.join("..", runner), path.join(folder, "node_modules/.bin/runner"));

    for (const mainModule of [`node_modules/${runner}`, "node_modules/.bin/runner"]) {
      expect(locateConfiguration({ environment: {}, mainModule: path.join(folder, mainModule), workingDirectory: "/" }).file).toBe(path.join(folder, "logback-test.xml"));
    }
  });
}

test("LOGBACK_CONFIGURATION_FILE may be a URL, as in Java", () => {
  const environment = { LOGBACK_CONFIGURATION_FILE: "file:conf/other.xml" };

  expect(locateConfiguration({ environment, mainModule: undefined, workingDirectory: path.resolve("/srv/shop") }).file).toBe(path.resolve("/srv/shop/conf/other.xml"));
});

test("where nothing is found, the folders are named that were looked at", () => {
  const { folder, mainModule } = aDualBuild("dist/cjs/data/x");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: path.join(folder, "dist/cjs/data") })).toEqual({
    file: undefined,
    reason: `There is no logback.xml in ${folder}/dist/cjs or ${folder} or ${folder}/dist/cjs/data.`,
  });
  expect(locateConfiguration({ environment: { VITEST: "true" }, mainModule, workingDirectory: folder }).reason).toBe(
    `There is no logback-test.xml or logback.xml in ${folder}/dist/cjs or ${folder}.`,
  );
  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: "/" }).reason).toBe(
    `There is no logback.xml in ${folder}/dist/cjs or ${folder}. The working directory / does not count, for it lies outside the package.`,
  );
});

test("nothing is found without a main module", () => {
  expect(locateConfiguration({ environment: {}, mainModule: undefined, workingDirectory: process.cwd() })).toEqual({
    file: undefined,
    reason: "The process has no main module, in whose package it would be looked for.",
  });
});
