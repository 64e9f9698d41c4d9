import os from "node:os";
import { expect, test } from "vitest";
import { programProperties } from "../../src/config/program-properties.js";

test("properties that every JVM has are there, by Java's names", () => {
  const properties = programProperties();

  expect(properties.get("user.home")).toBe(os.homedir());
  expect(properties.get("os.version")).toBe(os.release());
  expect([...properties.keys()]).toEqual(expect.arrayContaining(["java.io.tmpdir", "file.separator", "os.arch", "os.name", "path.separator", "user.dir", "user.name"]));
});

test("systems and processors have Java's names, not those of Node.js", () => {
  expect(programProperties().get("os.name")).not.toMatch(/^(?:Darwin|Windows_NT)$/);
  expect(programProperties().get("os.arch")).not.toMatch(/^(?:x64|arm64)$/);
});
