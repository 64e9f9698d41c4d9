import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { logback } from "../support/cli.js";
import { tempDir } from "../support/temp-dir.js";

// UPDATE_README=1 writes what the commands print into the README in place of comparing it.
const isUpdate = process.env["UPDATE_README"] === "1";
const file = fileURLToPath(new URL("../../README.md", import.meta.url));
const fixtures = fileURLToPath(new URL("../fixtures/frameworks", import.meta.url));
const readme = readFileSync(file, "utf8");
const blocks = [...readme.matchAll(/```text\n\$ npx -p logback-node logback ([^\n]+)\n([^`]*)```/g)].map(([block, command = "", output = ""]) => ({ block, command, output }));
const updated = new Map<string, string>();

test("the README shows check for each of the fixtures, and explain", () => {
  expect(blocks.map(({ command }) => command.split(" ").slice(0, 2).join(" "))).toEqual([
    "check spring-boot.xml",
    "check jhipster.xml",
    "check play.xml",
    "check kubernetes.xml",
    "check open-xchange.xml",
    "explain spring-boot.xml",
  ]);
});

for (const { block, command, output } of blocks) {
  test(`the README shows what "logback ${command}" prints`, () => {
    vi.stubEnv("TZ", "UTC");
    const folder = tempDir();
    const run = logback(command.split(" "), { workingDirectory: fixtures, environment: { LOG_DIR: folder, LOG_PATH: folder } });
    const printed = run.output.replaceAll(folder, "/var/log/acme").replaceAll(fixtures, "/srv/acme").replaceAll(/ +$/gm, "");

    if (isUpdate) {
      updated.set(block, `\`\`\`text\n$ npx -p logback-node logback ${command}\n${printed}\`\`\``);
    } else {
      expect(printed).toBe(output);
    }
  });
}

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => {
  if (isUpdate) {
    writeFileSync(file, [...updated].reduce((text, [from, to]) => text.replace(from, () => to), readFileSync(file, "utf8")));
  }
});
