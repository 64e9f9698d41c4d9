import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logback } from "../support/cli.js";
import { tempDir } from "../support/temp-dir.js";

/** A folder with a package and a configuration that names its appender. */
function project(): string {
  const folder = tempDir();
  const at = path.join(folder, "node_modules/@acme/logback-kafka");
  mkdirSync(at, { recursive: true });
  writeFileSync(path.join(at, "package.json"), '{ "type": "module", "exports": "./main.js" }');
  writeFileSync(
    path.join(at, "main.js"),
    'export const kafkaAppender = { kind: "appender", classNames: ["com.acme.KafkaAppender"], properties: {}, create: (_, { name }) => ({ name, isStarted: false, start() {}, stop() {}, doAppend() {} }) };',
  );
  writeFileSync(
    path.join(folder, "logback.xml"),
    '<configuration>\n  <appender name="KAFKA" class="@acme/logback-kafka"/>\n  <root level="INFO"><appender-ref ref="KAFKA"/></root>\n</configuration>',
  );
  return folder;
}

test("a package that is not allowed is a problem, and the option that allows it is not far", () => {
  const { code, output } = logback(["check", "logback.xml"], { workingDirectory: project() });

  expect(code).toBe(1);
  expect(output).toContain('logback.xml:2:3: error: No appender of class [@acme/logback-kafka] is known; it is left out. The program allows no package of this name: configure({ packages: ["@acme/logback-kafka"] }) would.');
});

test("--package allows it, and the file has no problems", () => {
  const { code, output } = logback(["check", "--package", "@acme/logback-kafka", "logback.xml"], { workingDirectory: project() });

  expect({ code, output: output.split("\n").at(-2) }).toEqual({ code: 0, output: "No problems." });
});

test("--package with a path is wrong use", () => {
  const { code, complaints } = logback(["check", "--package", "./evil", "logback.xml"]);

  expect({ code, complaints }).toEqual({ code: 2, complaints: 'logback: --package: expected the name of a package, such as @acme/logback-kafka, got "./evil". Try "logback --help".\n' });
});
