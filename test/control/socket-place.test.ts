import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { findSockets, socketPath } from "../../src/control/socket-place.js";
import { tempDir } from "../support/temp-dir.js";

const uid = process.getuid!();

test("the socket lies in XDG_RUNTIME_DIR, under the process id", () => {
  const runtime = tempDir();

  expect(socketPath(4711, 1, { platform: "linux", uid, environment: { XDG_RUNTIME_DIR: runtime } })).toBe(path.join(runtime, "logback-node", "4711.sock"));
});

for (const [what, runtime] of [["missing", undefined], ["relative", "run"], ["not there", "/nowhere"], ["somebody else's", "/proc/self"]] as const) {
  test(`T11 it lies among the temporary files where XDG_RUNTIME_DIR is ${what}`, () => {
    vi.stubEnv("TMPDIR", "/tmp");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });

    expect(socketPath(4711, 2, { platform: "linux", uid: 12345, environment: { XDG_RUNTIME_DIR: runtime } })).toBe("/tmp/logback-node-12345/4711.2.sock");
  });
}

test("it lies there, too, where XDG_RUNTIME_DIR cannot be looked at, as after su; and nothing is found there", () => {
  const temporary = tempDir();
  symlinkSync("loop", path.join(temporary, "loop"));
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const around = { platform: "linux", uid, environment: { XDG_RUNTIME_DIR: path.join(temporary, "loop", "run") } } as const;

  expect(socketPath(4711, 1, around)).toBe(path.join(temporary, `logback-node-${uid}`, "4711.sock"));
  expect(findSockets(around).filter(({ path: file }) => file.startsWith(temporary))).toEqual([]);
});

test("on Windows there are named pipes", () => {
  expect(socketPath(4711, 1, { platform: "win32", uid: undefined, environment: {} })).toBe(String.raw`\\.\pipe\logback-node-4711`);
});

test("sockets are found in both places, by their names alone", () => {
  const [runtime, temporary] = [tempDir(), tempDir()];
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const folders = [path.join(runtime, "logback-node"), path.join(temporary, `logback-node-${uid}`)];
  for (const [index, folder] of folders.entries()) {
    mkdirSync(folder);
    for (const name of [`${index + 1}.sock`, `${index + 1}.2.sock`, "x.sock", ".abc"]) {
      writeFileSync(path.join(folder, name), "");
    }
  }

  const found = findSockets({ platform: "linux", uid, environment: { XDG_RUNTIME_DIR: runtime } });

  expect(found.filter(({ path: file }) => folders.includes(path.dirname(file)))).toEqual([
    { path: path.join(folders[0]!, "1.2.sock"), pid: 1, isOwn: true },
    { path: path.join(folders[0]!, "1.sock"), pid: 1, isOwn: true },
    { path: path.join(folders[1]!, "2.2.sock"), pid: 2, isOwn: true },
    { path: path.join(folders[1]!, "2.sock"), pid: 2, isOwn: true },
  ]);
});

test("T11 a folder that is a link, or belongs to somebody else than its name says, is not looked into", () => {
  const temporary = tempDir();
  const real = path.join(temporary, "real");
  mkdirSync(real);
  writeFileSync(path.join(real, "1.sock"), "");
  symlinkSync(real, path.join(temporary, `logback-node-${uid}`));
  const stranger = path.join(temporary, `logback-node-${uid + 1}`);
  mkdirSync(stranger);
  writeFileSync(path.join(stranger, "2.sock"), "");
  chmodSync(temporary, 0o1777);
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });

  expect(findSockets({ platform: "linux", uid, environment: {} }).filter(({ path: file }) => file.startsWith(temporary))).toEqual([]);
});
