import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SHIPPED_LEVELS } from "../../../src/cli/migrate/packaged-levels.js";
import { levelIn, logback, type CommandRun } from "../../support/cli.js";
import { tempDir } from "../../support/temp-dir.js";

/** `logback migrate` with these words, in a folder with these files. */
function migrate(files: Readonly<Record<string, string>>, ...words: readonly string[]): CommandRun {
  const folder = tempDir();
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), content);
  }
  return logback(["migrate", ...words], { workingDirectory: folder });
}

function log4j(root: string, levels: Readonly<Record<string, string>>): string {
  const loggers = Object.entries(levels).map(([name, level]) => `<logger name="${name}"><level value="${level}"/></logger>`);
  return `<log4j:configuration>${loggers.join("")}<root><level value="${root}"/></root></log4j:configuration>`;
}

test("a level that the package had as well leaves what logback.xml has", () => {
  const { output, complaints } = migrate({ "log4j.xml": log4j("INFO", { "org.apache.jcs": "WARN", "com.openexchange.login.internal.LoginPerformer": "INFO", "com.openexchange.imap": "DEBUG" }) }, "log4j.xml");

  expect(levelIn(output, "org.apache.jcs")).toBe(undefined);
  expect(levelIn(output, "com.openexchange.imap")).toBe("DEBUG");
  expect(complaints).toContain("log4j.xml:1: note: 3 of 4 levels are the same in the file that Open-Xchange shipped (--packaged names another), so logback.xml keeps its own for them.\n");
});

test("a level that the package had with another value is merged", () => {
  expect(levelIn(migrate({ "log4j.xml": log4j("INFO", { "org.apache.jcs": "ERROR" }) }, "log4j.xml").output, "org.apache.jcs")).toBe("ERROR");
  expect(levelIn(migrate({ "file-logging.properties": "com.hazelcast.level=FINEST" }, "file-logging.properties").output, "com.hazelcast")).toBe("TRACE");
});

test("--packaged takes the place of what Open-Xchange shipped", () => {
  const files = { "file-logging.properties": ".level=WARNING\ncom.hazelcast.level=SEVERE\norg.apache.level=WARNING\n", "old.rpmnew": ".level=warning\ncom.hazelcast.level = SEVERE\n" };
  const { output, complaints } = migrate(files, "--packaged", "old.rpmnew", "file-logging.properties");

  expect(output).toContain('<root level="INFO">');
  expect(levelIn(output, "com.hazelcast")).toBe("WARN");
  expect(levelIn(output, "org.apache")).toBe("WARN");
  expect(complaints).toContain("file-logging.properties:1: note: 2 of 3 levels are the same in old.rpmnew, so logback.xml keeps its own for them.\n");
});

test("--packaged of one library leaves the comparison of the other", () => {
  const files = { "file-logging.properties": "com.hazelcast.level=WARNING\n", "log4j.xml": log4j("INFO", { "org.apache.jcs": "WARN" }), "old.xml": log4j("INFO", {}) };
  const { output } = migrate(files, "file-logging.properties", "log4j.xml", "--packaged", "old.xml");

  expect(levelIn(output, "org.apache.jcs")).toBe("WARN");
  expect(levelIn(output, "com.hazelcast")).toBe("WARN");
});

test("of a logger that is there twice the last one is compared", () => {
  const twice = log4j("INFO", { "org.apache.jcs": "ERROR" }).replace("<root>", '<logger name="org.apache.jcs"><level value="WARN"/></logger><root>');

  expect(levelIn(migrate({ "log4j.xml": twice }, "log4j.xml").output, "org.apache.jcs")).toBe(undefined);
});

const wrong = [
  { what: "--packaged of a library that no file is of", words: ["--packaged", "old.xml", "file-logging.properties"], complaint: "--packaged: old.xml is of Log4j, which no file to migrate is." },
  { what: "--packaged with --appenders", words: ["--appenders", "--packaged", "old.xml", "old.xml"], complaint: "--packaged belongs to Open-Xchange's file-logging.properties and log4j.xml, whose levels alone are merged." },
] as const;

for (const { what, words, complaint } of wrong) {
  test(`${what} is wrong use`, () => {
    const { code, output, complaints } = migrate({ "file-logging.properties": ".level=INFO", "old.xml": log4j("INFO", {}) }, ...words);

    expect({ code, output, complaints }).toEqual({ code: 2, output: "", complaints: `logback: ${complaint} Try "logback --help".\n` });
  });
}

test("--packaged that cannot be read is an error with its name and place", () => {
  expect(migrate({ "log4j.xml": log4j("INFO", {}), "old.xml": "<log4j:configuration>\n  <" }, "--packaged", "old.xml", "log4j.xml")).toMatchObject({ code: 1, output: "", complaints: expect.stringMatching(/^old\.xml:2:4: error: Not well-formed XML/) as string });
});

test("what was shipped has only levels of its library", () => {
  expect([...(SHIPPED_LEVELS.get("java.util.logging")?.values() ?? [])].filter((level) => !["INFO", "WARNING", "SEVERE"].includes(level))).toEqual([]);
  expect([...(SHIPPED_LEVELS.get("Log4j")?.values() ?? [])].filter((level) => !["INFO", "WARN"].includes(level))).toEqual([]);
});
