import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { tempDir } from "../support/temp-dir.js";

const program = fileURLToPath(new URL("../../examples/audit-log.js", import.meta.url));

test("the example has a login on the disk, and rolls its file", async () => {
  const folder = tempDir();

  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, folder]);

  expect(stderr).toBe("");
  const number = Number(/^record (\d+) is synced$/m.exec(stdout)?.[1]);
  expect(stdout).toContain("{ logged: 202, written: 202, queued: 0, dropped: 0, refused: 0 }");
  const files = ["audit.log.3", "audit.log.2", "audit.log.1", "audit.log"].map((name) => path.join(folder, name)).filter((file) => existsSync(file));
  expect(files.length).toBeGreaterThan(1);
  const lines = files.flatMap((file) => readFileSync(file, "utf8").trimEnd().split("\n"));
  expect(lines[0]).toMatch(new RegExp(`^${number} ox\\.login\\|login=thorben\\|ip=::1\\|timestamp=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$`));
  expect(lines[1]).toBe(`${number + 1} acme.export|login=thorben|rows=1200|since=2026-01-01T00:00:00Z`);
  expect(lines.slice(2)).toEqual(Array.from({ length: 200 }, (_, row) => `${number + 2 + row} acme.delete|login=thorben|row=${row}`));
});
