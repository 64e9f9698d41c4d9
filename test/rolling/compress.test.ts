import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Compressor } from "../../src/rolling/compress.js";
import type { CompressionTask } from "../../src/rolling/compression-job.js";
import { collectedReport } from "../support/rolling.js";
import { tempDir } from "../support/temp-dir.js";

interface Scene {
  readonly folder: string;
  readonly compressor: Compressor;
  readonly said: string[];
  path(name: string): string;
  task(source: string, target: string, rest?: Partial<CompressionTask>): CompressionTask;
}

function scene(): Scene {
  const folder = tempDir();
  const said: string[] = [];
  const path = (name: string): string => join(folder, name);
  const compressor = new Compressor({ report: collectedReport(said) });
  return { folder, compressor, said, path, task: (source, target, rest = {}) => ({ source: path(source), target: path(target), compression: "gz", ...rest }) };
}

/** Lines that do not compress to nothing. */
function lines(count: number): string {
  return Array.from({ length: count }, (_, at) => `2024-03-15 10:30:00 INFO request ${String(at)} took ${String((at * 7919) % 1009)} ms\n`).join("");
}

describe("gz", () => {
  test("holds what the file held, and takes its place", async () => {
    const { folder, compressor, said, path, task } = scene();
    const text = lines(40_000);
    writeFileSync(path("a.log"), text);

    compressor.add(task("a.log", "a.log.gz"));
    await compressor.idle();

    expect(gunzipSync(readFileSync(path("a.log.gz"))).toString()).toBe(text);
    expect(readdirSync(folder)).toEqual(["a.log.gz"]);
    expect(said).toEqual([`INFO Compressed ${path("a.log")} to ${path("a.log.gz")}.`]);
    expect(statSync(path("a.log.gz")).size).toBeLessThan(text.length / 4);
  });

  test("of an empty file is an empty one", async () => {
    const { compressor, path, task } = scene();
    writeFileSync(path("a.log"), "");

    compressor.add(task("a.log", "a.log.gz"));
    await compressor.idle();

    expect(gunzipSync(readFileSync(path("a.log.gz"))).length).toBe(0);
  });

  test("has the mode of the file, whatever the umask", async () => {
    const { compressor, path, task } = scene();
    writeFileSync(path("a.log"), "text");
    chmodSync(path("a.log"), 0o664);

    compressor.add(task("a.log", "a.log.gz"));
    await compressor.idle();

    expect(statSync(path("a.log.gz")).mode & 0o777).toBe(0o664);
  });

  test("can go to a folder that is not there yet", async () => {
    const { compressor, path, task } = scene();
    writeFileSync(path("a.log"), "text");

    compressor.add(task("a.log", "old/2024/a.log.gz"));
    await compressor.idle();

    expect(gunzipSync(readFileSync(path("old/2024/a.log.gz"))).toString()).toBe("text");
  });
});

describe("zip", () => {
  test("holds one file of the given name, without a .zip at its end", async () => {
    const { folder, compressor, path, task } = scene();
    const text = lines(20_000);
    writeFileSync(path("a.log"), text);

    compressor.add(task("a.log", "a.log.zip", { compression: "zip", entryName: "Grün.2024-03-15.log.zip" }));
    await compressor.idle();

    expect(readdirSync(folder)).toEqual(["a.log.zip"]);
    expect(unzipped(path("a.log.zip"))).toEqual({ name: "Grün.2024-03-15.log", text });
  });

  test("names the file as it was named, unless it is told a name", async () => {
    const { compressor, path, task } = scene();
    writeFileSync(path("a.log"), "text");

    compressor.add(task("a.log", "b.zip", { compression: "zip" }));
    await compressor.idle();

    expect(unzipped(path("b.zip"))).toEqual({ name: "a.log", text: "text" });
  });
});

describe("xz", () => {
  test("without its library leaves the file as it is, and names the library", async () => {
    const { folder, compressor, said, path, task } = scene();
    writeFileSync(path("a.log"), "text");

    compressor.add(task("a.log", "a.log.xz", { compression: "xz" }));
    await compressor.idle();

    expect(readdirSync(folder)).toEqual(["a.log"]);
    expect(said).toEqual([`ERROR ${path("a.log")} could not be compressed to ${path("a.log.xz")}; it stays uncompressed. Error: The package @napi-rs/lzma is not installed, or does not run here.`]);
  });
});

describe("files", () => {
  test("are compressed in the order they come, one at a time", async () => {
    const { compressor, said, path, task } = scene();
    const names = ["a", "b", "c"];
    for (const name of names) {
      writeFileSync(path(name), lines(5000));
      compressor.add(task(name, `${name}.gz`));
    }
    expect(compressor.pending).toBe(3);

    await compressor.idle();

    expect(said).toEqual(names.map((name) => `INFO Compressed ${path(name)} to ${path(`${name}.gz`)}.`));
    expect(compressor.pending).toBe(0);
  });

  test("are compressed once, though they are added twice", async () => {
    const { folder, compressor, said, path, task } = scene();
    writeFileSync(path("a.log"), "text");

    compressor.add(task("a.log", "a.log.gz"));
    compressor.add(task("a.log", "a.log.gz"));
    await compressor.idle();

    expect(readdirSync(folder)).toEqual(["a.log.gz"]);
    expect(said).toHaveLength(1);
  });

  test("stay when the archive's name is taken, which is never written over", async () => {
    const { folder, compressor, said, path, task } = scene();
    writeFileSync(path("a.log"), "new");
    writeFileSync(path("a.log.gz"), "old");

    compressor.add(task("a.log", "a.log.gz"));
    await compressor.idle();

    expect(said).toEqual([`WARN The archive ${path("a.log.gz")} exists already; ${path("a.log")} stays uncompressed.`]);
    expect(readFileSync(path("a.log.gz"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a.log", "a.log.gz"]);
  });

  test("stay when the archive's name is taken while they are compressed", async () => {
    const { folder, compressor, said, path, task } = scene();
    writeFileSync(path("a.log"), lines(1000));

    compressor.add(task("a.log", "a.log.gz"));
    writeFileSync(path("a.log.gz"), "another's");
    await compressor.idle();

    expect(said).toEqual([`WARN The archive ${path("a.log.gz")} exists already; ${path("a.log")} stays uncompressed.`]);
    expect(readdirSync(folder)).toEqual(["a.log", "a.log.gz"]);
  });

  test("that are gone are said", async () => {
    const { folder, compressor, said, path, task } = scene();

    compressor.add(task("a.log", "a.log.gz"));
    await compressor.idle();

    expect(said).toEqual([`WARN ${path("a.log")} is gone; it could not be compressed to ${path("a.log.gz")}.`]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that are still written to stay, with every line", async () => {
    const { folder, compressor, said, path, task } = scene();
    const text = lines(60_000);
    writeFileSync(path("a.log"), text);

    compressor.add(task("a.log", "a.log.gz"));
    await Promise.resolve();
    await Promise.resolve();
    appendFileSync(path("a.log"), "one more\n");
    await compressor.idle();

    expect(readdirSync(folder)).toEqual(["a.log"]);
    expect(readFileSync(path("a.log"), "utf8")).toBe(`${text}one more\n`);
    expect(said.join()).toMatch(/^ERROR .*stays uncompressed.*is still written to/);
  });

  test("that are links, and folders, are left alone", async () => {
    const { folder, compressor, said, path, task } = scene();
    writeFileSync(path("target"), "text");
    symlinkSync("target", path("link"));
    mkdirSync(path("folder"));

    compressor.add(task("link", "link.gz"));
    compressor.add(task("folder", "folder.gz"));
    await compressor.idle();

    expect(readdirSync(folder).sort()).toEqual(["folder", "link", "target"]);
    expect(said.map((each) => each.slice(0, 5))).toEqual(["ERROR", "ERROR"]);
  });

  test("stay, and are said, where the archive cannot be made", async () => {
    const { compressor, said, path, task } = scene();
    writeFileSync(path("a.log"), "text");

    compressor.add(task("a.log", "a.log/a.log.gz"));
    await compressor.idle();

    expect(readFileSync(path("a.log"), "utf8")).toBe("text");
    expect(said.join()).toMatch(/^ERROR .*a\.log could not be compressed to .*; it stays uncompressed\. Error: (EEXIST|ENOTDIR)/);
  });

  test("stay, and are said, when the archive's folder is removed meanwhile", async () => {
    const { compressor, said, path, task } = scene();
    writeFileSync(path("a.log"), lines(30_000));

    compressor.add(task("a.log", "old/a.log.gz"));
    await Promise.resolve();
    rmSync(path("old"), { recursive: true });
    await compressor.idle();

    expect(existsSync(path("a.log"))).toBe(true);
    expect(said).toEqual([`ERROR ${path("a.log")} could not be compressed to ${path("old/a.log.gz")}; it stays uncompressed. Error: ${path("old/a.log.gz.tmp")} was removed while it was written.`]);
  });

  test("are left to another appender that began later, so that one archive is made", async () => {
    const { folder, compressor, said, path, task } = scene();
    const text = lines(30_000);
    writeFileSync(path("a.log"), text);
    compressor.add(task("a.log", "a.log.gz"));
    await Promise.resolve();
    const other = new Compressor({ report: collectedReport(said) });
    other.add(task("a.log", "a.log.gz"));

    await Promise.all([compressor.idle(), other.idle()]);

    expect(readdirSync(folder)).toEqual(["a.log.gz"]);
    expect(gunzipSync(readFileSync(path("a.log.gz"))).toString()).toBe(text);
    expect(said.filter((each) => !each.endsWith("it is left to it."))).toEqual([`INFO Compressed ${path("a.log")} to ${path("a.log.gz")}.`]);
  });

  test("do not keep a link of the half archive's name from being replaced, nor is what it leads to touched", async () => {
    const { compressor, path, task } = scene();
    writeFileSync(path("victim"), "precious");
    symlinkSync("victim", path("a.log.gz.tmp"));
    writeFileSync(path("a.log"), "text");

    compressor.add(task("a.log", "a.log.gz"));
    await compressor.idle();

    expect(readFileSync(path("victim"), "utf8")).toBe("precious");
    expect(gunzipSync(readFileSync(path("a.log.gz"))).toString()).toBe("text");
  });
});

describe("stopping", () => {
  test("by abandon leaves every file, and marks what a start has to take up", async () => {
    const { folder, compressor, said, path, task } = scene();
    for (const name of ["a", "b"]) {
      writeFileSync(path(name), lines(30_000));
      compressor.add(task(name, `${name}.gz`));
    }
    await Promise.resolve();

    compressor.abandon();
    await compressor.idle();

    expect(readdirSync(folder).sort()).toEqual(["a", "a.gz.tmp", "b", "b.gz.tmp"]);
    expect(said).toEqual([]);
  });

  test("by cancel leaves every file and nothing else, also when another begins at once", async () => {
    const { folder, compressor, said, path, task } = scene();
    for (const name of ["a", "b"]) {
      writeFileSync(path(name), lines(30_000));
      compressor.add(task(name, `${name}.gz`));
    }
    await Promise.resolve();

    compressor.cancel();
    expect(readdirSync(folder).sort()).toEqual(["a", "b"]);
    const next = new Compressor({ report: collectedReport(said) });
    next.add(task("a", "a.gz"));
    await Promise.all([compressor.idle(), next.idle()]);

    expect(readdirSync(folder).sort()).toEqual(["a.gz", "b"]);
    expect(gunzipSync(readFileSync(path("a.gz"))).toString()).toBe(lines(30_000));
    expect(said).toEqual([`INFO Compressed ${path("a")} to ${path("a.gz")}.`]);
  });

  test("at any moment loses nothing: the file is there, or the whole archive", async () => {
    const text = lines(30_000);
    for (let moment = 0; moment < 40; moment++) {
      const { compressor, path, task } = scene();
      writeFileSync(path("a"), text);
      compressor.add(task("a", "a.gz"));
      for (let turn = 0; turn < moment; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
      }

      compressor.abandon();
      const isThere = existsSync(path("a"));
      await compressor.idle();

      expect(existsSync(path("a"))).toBe(isThere);
      expect(isThere || gunzipSync(readFileSync(path("a.gz"))).toString() === text).toBe(true);
    }
  });
});

/** By Info-ZIP. */
function unzipped(path: string): { readonly name: string; readonly text: string } {
  const listed = spawnSync("unzip", ["-Z1", path], { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } });
  const { stdout, status, stderr } = spawnSync("unzip", ["-p", path], { encoding: "utf8", maxBuffer: 1 << 28 });
  expect(status, stderr).toBe(0);
  return { name: listed.stdout.trim(), text: stdout };
}
