import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { tempDir } from "../support/temp-dir.js";

const program = fileURLToPath(new URL("../../examples/quick-start.js", import.meta.url));
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const quickStart = /^## Quick start$(.*?)^## /ms.exec(readme)?.[1] ?? "";

/** What follows in the README's quick start, up to the end of the code block. */
function block(begin: string): string {
  const start = quickStart.indexOf(begin) + begin.length;
  return quickStart.slice(start, quickStart.indexOf("```", start));
}

/** Lines of the log without their time; of a stack trace the first line only, without its place. */
function linesOf(text: string): string[] {
  return stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => line !== "" && !/^\t|^\.\.\./.test(line))
    .map((line) => line.replace(/^\d\d:\d\d:\d\d\.\d{3} /, "").trimEnd());
}

test("the quick start is the code in the README, in ten lines", () => {
  const code = readFileSync(program, "utf8");

  expect(block("```js\n")).toBe(code);
  expect(code.split("\n").length).toBeLessThanOrEqual(10);
});

test("the quick start prints what the README says, with the README's configuration", async () => {
  const folder = tempDir();
  const file = path.join(folder, "logback.xml");
  writeFileSync(file, block("```xml\n"));

  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program], {
    cwd: folder,
    env: { ...process.env, LOGBACK_CONFIGURATION_FILE: file },
  });

  expect(stderr).toBe("");
  expect(stdout).toMatch(/\nError: card refused\n\tat file:.*quick-start\.js:7:\d+\n/);
  expect(linesOf(stdout)).toEqual([
    "INFO  com.acme.shop.Cart [] 3 items for ada",
    "ERROR com.acme.shop.Cart [] Could not pay",
    "Error: card refused",
    "WARN  com.acme.shop.Cart [4711] in a request",
    'INFO  com.acme.shop.Cart [] done ms="12"',
  ]);
  expect(linesOf(block("(examples/quick-start.js)):\n\n```\n"))).toEqual(linesOf(stdout));
});
