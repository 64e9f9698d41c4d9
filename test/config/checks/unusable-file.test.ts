import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { unusableFile } from "../../../src/config/checks/unusable-file.js";
import { found, withAppender } from "../../support/checks.js";
import { tempDir } from "../../support/temp-dir.js";

test("a folder and a path below a file cannot be written", () => {
  const folder = tempDir();
  mkdirSync(path.join(folder, "app.log"));
  writeFileSync(path.join(folder, "file"), "");

  expect(found(unusableFile, withAppender("FileAppender", `<file>${folder}/app.log</file>`))).toEqual([expect.stringMatching(/^INFO 2:\d+ ".*" cannot be written here: it is a folder\.$/)]);
  expect(found(unusableFile, withAppender("FileAppender", `<file>${folder}/file/app.log</file>`))).toEqual([expect.stringContaining(`${folder}/file is no folder.`)]);
});

test("a file in a folder that does not exist yet can, and the folder is not made", () => {
  const folder = tempDir();

  expect(found(unusableFile, withAppender("FileAppender", `<file>${folder}/new/app.log</file>`))).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
