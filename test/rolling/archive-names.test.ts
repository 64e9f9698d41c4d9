import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ArchiveNames } from "../../src/rolling/archive-names.js";
import { patternOf } from "../support/rolling.js";
import { tempDir } from "../support/temp-dir.js";

const TIME = Date.UTC(2024, 2, 15, 12);

function names(pattern: string, existing: readonly string[] = []): { readonly folder: string; readonly archives: ArchiveNames } {
  const folder = tempDir();
  for (const name of existing) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), "");
  }
  return { folder, archives: new ArchiveNames(patternOf(pattern), folder) };
}

test("an archive has two names while it is not compressed", () => {
  const { folder, archives } = names("old/app.%d{yyyy-MM-dd, UTC}.%i.log.gz");

  expect(archives.of(TIME, 3)).toEqual({ index: 3, plain: path.join(folder, "old/app.2024-03-15.3.log"), final: path.join(folder, "old/app.2024-03-15.3.log.gz") });
});

test("a name is free when neither of its files is there", () => {
  const { archives } = names("app.%i.log.gz", ["app.1.log", "app.2.log.gz"]);

  expect(archives.firstFree(0, 1).index).toBe(3);
});

test("the highest indexes are those of the period, compressed or not", () => {
  const { archives } = names("old/app.%d{yyyy-MM-dd, UTC}.%2i.log.gz", [
    "old/app.2024-03-15.03.log.gz",
    "old/app.2024-03-15.07.log",
    "old/app.2024-03-14.99.log",
    "old/app.2024-03-15.9.log",
    "old/app.2024-03-15.50.log.gz.tmp",
    "app.2024-03-15.60.log",
  ]);

  expect(archives.highest(TIME)).toEqual({ plain: 7, final: 3 });
  expect(archives.highest(TIME + 86_400_000)).toEqual({ plain: -1, final: -1 });
});

test("there is no highest index in a folder that is not there", () => {
  expect(names("nowhere/app.%i.log").archives.highest(TIME)).toEqual({ plain: -1, final: -1 });
});

for (const pattern of ["app.%d{yyyy-MM-dd, UTC}.log.gz", "./app.%d{yyyy-MM-dd, UTC}.log.gz"]) {
  test(`${pattern} recognises its own names below its folder, and no others`, () => {
    const { folder, archives } = names(pattern);

    expect(archives.matches(path.join(folder, "app.2020-01-01.log"), TIME)).toBe(true);
    expect(archives.matches(path.join(folder, "app.2020-01-01.log.gz"), TIME)).toBe(true);
    expect(archives.matches(path.join(folder, "app.log"), TIME)).toBe(false);
    expect(archives.matches(path.join(folder, "elsewhere/app.2020-01-01.log"), TIME)).toBe(false);
  });
}
