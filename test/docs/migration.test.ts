import { copyFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { logbackPattern } from "../../src/cli/migrate/pattern.js";
import { levelOfJavaUtilLogging, levelOfLog4j } from "../../src/cli/migrate/levels.js";
import { logback } from "../support/cli.js";
import { tempDir } from "../support/temp-dir.js";

const text = readFileSync(path.join(import.meta.dirname, "../../docs/migration.md"), "utf8");
const rows = [...text.matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));

function codes(cell = ""): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

test("docs/migration.md shows remarks as they are printed", () => {
  const [, shown = ""] = /```text\n([^]*?)```/.exec(text) ?? [];
  const { complaints } = logback(["migrate", "log4j.properties"], { workingDirectory: path.join(import.meta.dirname, "../fixtures/migrate") });

  expect(complaints.split("\n")).toEqual(expect.arrayContaining(shown.trimEnd().split("\n")));
});

test("docs/migration.md shows what --into tells", () => {
  const folder = tempDir();
  const shown = [...text.matchAll(/```text\n([^]*?)```/g)][1]?.[1] ?? "";
  copyFileSync(path.join(import.meta.dirname, "../fixtures/openxchange/logback.xml"), path.join(folder, "logback.xml"));
  copyFileSync(path.join(import.meta.dirname, "../fixtures/migrate/file-logging.properties"), path.join(folder, "file-logging.properties"));
  const { complaints } = logback(["migrate", "--into", "logback.xml", "file-logging.properties"], { workingDirectory: folder });

  expect(shown).toContain("ASYNC");
  expect(complaints.split("\n")).toEqual(expect.arrayContaining(shown.trimEnd().split("\n")));
});

test("docs/migration.md names the level that each becomes", () => {
  const levels = rows.filter(([, , level = ""]) => /^`[A-Z]+`$/.test(level));
  expect(levels).toHaveLength(5);
  for (const [java, log4j, level = ""] of levels) {
    expect(codes(java).map((name) => levelOfJavaUtilLogging(name)?.level)).toEqual(codes(java).map(() => codes(level)[0]));
    expect(codes(log4j).map((name) => levelOfLog4j(name)?.level)).toEqual(codes(log4j).map(() => codes(level)[0]));
  }
});

test("docs/migration.md shows patterns that become what it says", () => {
  const silent = { lost: () => {}, changed: () => {} };
  const patterns = rows.filter(([old = "", now = "", ...more]) => more.length === 0 && old.startsWith("`%") && now.startsWith("`%"));
  expect(patterns.length).toBeGreaterThan(5);
  for (const [old, now] of patterns) {
    expect([...new Set(codes(old).map((pattern) => logbackPattern(pattern, "Log4j 2", silent)))]).toEqual(codes(now));
  }
});
