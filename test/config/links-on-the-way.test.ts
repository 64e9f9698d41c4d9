import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { linksOnTheWay } from "../../src/config/links-on-the-way.js";
import { tempDir } from "../support/temp-dir.js";

let folder: string;

beforeEach(() => {
  folder = realpathSync(tempDir());
});

function linksTo(file: string): Record<string, string[]> {
  return Object.fromEntries([...linksOnTheWay(path.join(folder, file))].map(([from, names]) => [path.relative(folder, from), [...names]]));
}

test("a file that is reached without a link has none, and neither has one that is missing", () => {
  mkdirSync(path.join(folder, "a"));
  writeFileSync(path.join(folder, "a/logback.xml"), "");

  expect(linksTo("a/logback.xml")).toEqual({});
  expect(linksTo("b/logback.xml")).toEqual({});
});

test("a ConfigMap's file is reached through two", () => {
  mkdirSync(path.join(folder, "config/..2026"), { recursive: true });
  writeFileSync(path.join(folder, "config/..2026/logback.xml"), "");
  symlinkSync("..2026", path.join(folder, "config/..data"));
  symlinkSync("..data/logback.xml", path.join(folder, "config/logback.xml"));

  expect(linksTo("config/logback.xml")).toEqual({ config: ["logback.xml", "..data"] });
});

test("a folder on the way may be one, relative, absolute or out of another link's target", () => {
  mkdirSync(path.join(folder, "releases/42"), { recursive: true });
  mkdirSync(path.join(folder, "shared"));
  writeFileSync(path.join(folder, "shared/logback.xml"), "");
  symlinkSync("releases/42", path.join(folder, "current"));
  symlinkSync(path.join(folder, "shared/logback.xml"), path.join(folder, "releases/42/logback.xml"));

  expect(linksTo("current/logback.xml")).toEqual({ "": ["current"], "releases/42": ["logback.xml"] });
});

test("a link that points to nothing is one, and links that point to each other end", () => {
  symlinkSync("missing", path.join(folder, "dangling"));
  symlinkSync("b", path.join(folder, "a"));
  symlinkSync("a", path.join(folder, "b"));

  expect(linksTo("dangling")).toEqual({ "": ["dangling"] });
  expect(linksTo("a")).toEqual({ "": ["a", "b"] });
});
