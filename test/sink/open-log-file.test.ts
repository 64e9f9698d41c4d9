import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openLogFile } from "../../src/sink/open-log-file.js";
import { tempDir } from "../support/temp-dir.js";

const OPTIONS = { append: true, mode: 0o640, dirMode: 0o750, followSymlinks: false };

test("folders that are missing are made, each with the mode asked for; those that are there stay as they are", () => {
  const folder = path.join(tempDir(), "there");
  mkdirSync(folder, { mode: 0o700 });

  closeSync(openLogFile({ ...OPTIONS, path: path.join(folder, "a", "b", "app.log") }).fd);

  expect([folder, path.join(folder, "a"), path.join(folder, "a", "b")].map((made) => statSync(made).mode & 0o777)).toEqual([0o700, 0o750, 0o750]);
});

const refused = [
  { what: "a file", code: /\((?:ENOTDIR|EEXIST)\)\.$/, prepare: (at: string): void => { writeFileSync(at, ""); } },
  { what: "a link to nothing", code: /\(EEXIST\)\.$/, prepare: (at: string): void => { symlinkSync("nowhere", at); } },
];

for (const { what, code, prepare } of refused) {
  test(`${what} where a folder has to be is said`, () => {
    const at = path.join(tempDir(), "at");
    prepare(at);
    const file = path.join(at, "deep", "app.log");

    const open = (): unknown => openLogFile({ ...OPTIONS, path: file });

    expect(open).toThrow(`The folder of ${file} could not be made (`);
    expect(open).toThrow(code);
  });
}

test("a file system that makes no folders is said, not tried for ever", () => {
  const script = `import(${JSON.stringify(path.resolve("dist/index.js"))}).then(({ configureFromXml }) => {
    const { statuses } = configureFromXml('<configuration><appender name="F" class="FileAppender"><file>/proc/nowhere/app.log</file><encoder><pattern>%m</pattern></encoder></appender><root><appender-ref ref="F"/></root></configuration>');
    process.stdout.write(String(statuses.at(-1).cause.message));
  });`;

  const { stdout, signal } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8", timeout: 10_000 });

  expect(signal).toBe(null);
  expect(stdout).toMatch(/^The folder of \/proc\/nowhere\/app\.log could not be made \((ENOENT|EACCES|EROFS)\)\.$/);
});
