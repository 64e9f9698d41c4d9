import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { listenAtSocket } from "../../src/control/unix-socket.js";
import { tempDir } from "../support/temp-dir.js";

function listening(): net.Server {
  const server = net.createServer();
  onTestFinished(() => {
    server.close();
  });
  return server;
}

test("T11 the socket has the mode 0600 whatever mode files are made with, and that mode stays as it was", async () => {
  const before = process.umask(0);
  onTestFinished(() => {
    process.umask(before);
  });
  const folder = tempDir();

  for (const mask of [0, 0o077]) {
    process.umask(mask);
    const file = path.join(folder, `${mask}.sock`);
    await listenAtSocket(listening(), file, false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(process.umask(mask)).toBe(mask);
  }
});

test("T11 it is removed by what made it, and left alone where another has taken its place", async () => {
  const file = path.join(tempDir(), "c.sock");
  const first = listening();
  const { remove } = await listenAtSocket(first, file, true);
  remove();
  expect(existsSync(file)).toBe(false);

  await listenAtSocket(listening(), file, true);
  remove();
  first.close();

  expect(existsSync(file)).toBe(true);
  expect(readdirSync(path.dirname(file))).toEqual(["c.sock"]);
});

test("it does not look forgotten to those who clean folders for temporary files, as long as it is there", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const file = path.join(tempDir(), "c.sock");
  const { remove } = await listenAtSocket(listening(), file, true);
  const longAgo = new Date(Date.now() - 20 * 86_400_000);
  utimesSync(file, longAgo, longAgo);

  vi.advanceTimersByTime(86_400_000);

  const { atimeMs, mtimeMs } = statSync(file);
  expect(Math.min(atimeMs, mtimeMs)).toBeGreaterThan(Date.now() - 60_000);
  rmSync(file);
  vi.advanceTimersByTime(86_400_000);
  remove();
  expect(vi.getTimerCount()).toBe(0);
});

/** Has a process of its own make a socket, and kills it there and then. */
function leaveSocket(file: string): void {
  const { signal } = spawnSync(process.execPath, ["-e", 'require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))', file]);
  expect([signal, existsSync(file)]).toEqual(["SIGKILL", true]);
}

test("T11 what a process left in the private folder that was killed amid its start is removed at the next, and nothing else", async () => {
  const folder = path.join(tempDir(), "logback-node");
  mkdirSync(folder, { mode: 0o700 });
  const inFolder = (name: string): string => path.join(folder, name);
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const name of [".0a1b2", ".young", ".c3d4e", "4711.sock"]) {
    leaveSocket(inFolder(name));
  }
  const alive = listening().listen(inFolder(".aaaaa"));
  await once(alive, "listening");
  writeFileSync(inFolder(".bbbbb"), "precious");
  for (const name of [".0a1b2", ".young", "4711.sock", ".aaaaa", ".bbbbb"]) {
    utimesSync(inFolder(name), longAgo, longAgo);
  }

  await listenAtSocket(listening(), inFolder("1.sock"), true);

  expect(readdirSync(folder).sort()).toEqual([".aaaaa", ".bbbbb", ".c3d4e", ".young", "1.sock", "4711.sock"]);
});

const strangers: Readonly<Record<string, (folder: string) => void>> = {
  "that others may read": (folder) => {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
  },
  "that is a link": (folder) => {
    mkdirSync(`${folder}.real`, { mode: 0o700 });
    symlinkSync(`${folder}.real`, folder);
  },
};
for (const [what, make] of Object.entries(strangers)) {
  test(`T11 in a private place, a folder ${what} is refused`, async () => {
    const folder = path.join(tempDir(), "logback-node");
    make(folder);

    await expect(listenAtSocket(listening(), path.join(folder, "1.sock"), true)).rejects.toThrow(/^(The folder \[.*\] has to belong to this user alone|Expected a folder at)/);
    expect(existsSync(path.join(folder, "1.sock"))).toBe(false);
  });
}

test.skipIf(process.getuid?.() !== 0)("T11 a folder of another user is refused, be it private or not", async () => {
  const folder = path.join(tempDir(), "logback-node");
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, 65_534, 65_534);

  await expect(listenAtSocket(listening(), path.join(folder, "1.sock"), true)).rejects.toThrow("it belongs to the user 65534, with mode 0700.");
  await expect(listenAtSocket(listening(), path.join(folder, "1.sock"), false)).rejects.toThrow("Others may exchange what is in the folder");
});
