import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listenAtSocket } from "../../src/control/unix-socket.js";
import { tempDir } from "../support/temp-dir.js";

function listening(): net.Server {
  const server = net.createServer();
  onTestFinished(() => {
    server.close();
  });
  return server;
}

test("the socket has the mode 0600 whatever mode files are made with, and that mode stays as it was", async () => {
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

test("it is removed by what made it, and left alone where another has taken its place", async () => {
  const file = path.join(tempDir(), "c.sock");
  const first = listening();
  const remove = await listenAtSocket(first, file, true);
  remove();
  expect(existsSync(file)).toBe(false);

  await listenAtSocket(listening(), file, true);
  remove();
  first.close();

  expect(existsSync(file)).toBe(true);
  expect(readdirSync(path.dirname(file))).toEqual(["c.sock"]);
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
  test(`in a private place, a folder ${what} is refused`, async () => {
    const folder = path.join(tempDir(), "logback-node");
    make(folder);

    await expect(listenAtSocket(listening(), path.join(folder, "1.sock"), true)).rejects.toThrow(/^(The folder \[.*\] has to belong to this user alone|Expected a folder at)/);
    expect(existsSync(path.join(folder, "1.sock"))).toBe(false);
  });
}

test.skipIf(process.getuid?.() !== 0)("a folder of another user is refused, be it private or not", async () => {
  const folder = path.join(tempDir(), "logback-node");
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, 65_534, 65_534);

  await expect(listenAtSocket(listening(), path.join(folder, "1.sock"), true)).rejects.toThrow("it belongs to the user 65534, with mode 0700.");
  await expect(listenAtSocket(listening(), path.join(folder, "1.sock"), false)).rejects.toThrow("Others may exchange what is in the folder");
});
