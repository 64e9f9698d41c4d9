import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { locateConfiguration } from "../../src/config/locate.js";
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

  expect(located?.file).toBe(path.join(folder, "logback.xml"));
});

test("a logback.xml in a working directory outside the package is not looked at (CWE-426)", () => {
  const { mainModule } = aPackage();
  const elsewhere = tempDir();
  writeFileSync(path.join(elsewhere, "logback.xml"), "<configuration/>");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory: elsewhere })).toBe(undefined);
});

test("a working directory inside the package is looked at after the package's folder", () => {
  const { folder, mainModule } = aPackage("services/cart/logback.xml");
  const workingDirectory = path.join(folder, "services/cart");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory })?.file).toBe(path.join(workingDirectory, "logback.xml"));

  writeFileSync(path.join(folder, "logback.xml"), "<configuration/>");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory })?.file).toBe(path.join(folder, "logback.xml"));
});

test("a working directory whose name begins with two dots is inside the package all the same", () => {
  const { folder, mainModule } = aPackage("..data/logback.xml");
  const workingDirectory = path.join(folder, "..data");

  expect(locateConfiguration({ environment: {}, mainModule, workingDirectory })?.file).toBe(path.join(workingDirectory, "logback.xml"));
});

const testRuns: readonly Record<string, string>[] = [{ NODE_ENV: "test" }, { VITEST: "true" }, { JEST_WORKER_ID: "1" }, { NODE_TEST_CONTEXT: "child" }];

for (const environment of testRuns) {
  test(`logback-test.xml comes first under ${Object.keys(environment).join()}`, () => {
    const { folder, mainModule } = aPackage("logback.xml", "logback-test.xml");

    expect(locateConfiguration({ environment, mainModule, workingDirectory: "/" })?.file).toBe(path.join(folder, "logback-test.xml"));
  });
}

test("logback-test.xml does not win in production", () => {
  const { folder, mainModule } = aPackage("logback.xml", "logback-test.xml");

  expect(locateConfiguration({ environment: { NODE_ENV: "production" }, mainModule, workingDirectory: folder })?.file).toBe(path.join(folder, "logback.xml"));
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

  expect(located?.file).toBe(path.join(folder, "logback.xml"));
});

test("nothing is found without a main module", () => {
  expect(locateConfiguration({ environment: {}, mainModule: undefined, workingDirectory: process.cwd() })).toBe(undefined);
});
