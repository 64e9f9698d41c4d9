import { linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Compressor } from "../../src/rolling/compress.js";
import { takeUpLeftovers } from "../../src/rolling/leftovers.js";
import { collectedReport, patternOf } from "../support/rolling.js";
import { tempDir } from "../support/temp-dir.js";

const NOW = Date.UTC(2024, 2, 15, 12);

/** A folder as a process left it, and what a start makes of it. */
async function restarted(pattern: string, files: Readonly<Record<string, string>>, prepare: (folder: string) => void = () => undefined, active = ""): Promise<{ readonly folder: string; readonly files: string[]; readonly said: string[] }> {
  const folder = tempDir();
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  prepare(folder);
  const said: string[] = [];
  const report = collectedReport(said);
  const compressor = new Compressor({ report });
  takeUpLeftovers({ pattern: patternOf(pattern), folder, compressor, dirMode: 0o750, now: NOW, report, isActive: (path) => path === join(folder, active) });
  await compressor.idle();
  return { folder, files: readdirSync(folder).sort(), said: said.map((each) => each.replaceAll(`${folder}/`, "")) };
}

test("a file whose archive is half made is compressed anew", async () => {
  const { folder, files, said } = await restarted("app.%d{yyyy-MM-dd, UTC}.log.gz", { "app.2024-03-14.log": "lines", "app.2024-03-14.log.gz.tmp": "half" });

  expect(files).toEqual(["app.2024-03-14.log.gz"]);
  expect(gunzipSync(readFileSync(join(folder, "app.2024-03-14.log.gz"))).toString()).toBe("lines");
  expect(said).toEqual(["INFO app.2024-03-14.log was not compressed by an earlier process; it is taken up again.", "INFO Compressed app.2024-03-14.log to app.2024-03-14.log.gz."]);
});

test("a file whose archive is complete is removed, so that no line is there twice", async () => {
  const { files } = await restarted("app.%d{yyyy-MM-dd, UTC}.log.gz", { "app.2024-03-14.log": "lines", "app.2024-03-14.log.gz.tmp": "whole" }, (folder) => {
    linkSync(join(folder, "app.2024-03-14.log.gz.tmp"), join(folder, "app.2024-03-14.log.gz"));
  });

  expect(files).toEqual(["app.2024-03-14.log.gz"]);
});

test("a half archive without its file is removed", async () => {
  const { files, said } = await restarted("app.%i.log.gz", { "app.1.log.gz.tmp": "half" });

  expect(files).toEqual([]);
  expect(said).toEqual(["INFO Removed app.1.log.gz.tmp, which an earlier process left behind for app.1.log.gz."]);
});

test("the ending of today counts where the configuration was changed meanwhile", async () => {
  const changed = await restarted("app.%d{yyyy-MM-dd, UTC}.log.gz", { "app.2024-03-14.log": "lines", "app.2024-03-14.log.zip.tmp": "half" });
  const without = await restarted("app.%d{yyyy-MM-dd, UTC}.log", { "app.2024-03-14.log": "lines", "app.2024-03-14.log.zip.tmp": "half" });

  expect([changed.files, without.files]).toEqual([["app.2024-03-14.log.gz"], ["app.2024-03-14.log"]]);
});

test("files without a half archive, foreign ones, links and the one that is written now stay", async () => {
  const kept = { "app.2024-03-13.log": "never begun", "other.gz.tmp": "foreign", "app.2024-02-30.log.gz.tmp": "foreign", "app.2024-03-15.log": "active" };
  const { files } = await restarted(
    "app.%d{yyyy-MM-dd, UTC}.log.gz",
    { ...kept, "app.2024-03-15.log.gz.tmp": "half" },
    (folder) => {
      symlinkSync("other.gz.tmp", join(folder, "app.2024-03-12.log.gz.tmp"));
    },
    "app.2024-03-15.log",
  );

  expect(files).toEqual([...Object.keys(kept), "app.2024-03-12.log.gz.tmp"].sort());
});

test("an archive of the name that is there already is not touched", async () => {
  const { folder, files, said } = await restarted("app.%d{yyyy-MM-dd, UTC}.log.gz", { "app.2024-03-14.log": "lines", "app.2024-03-14.log.gz": "other", "app.2024-03-14.log.gz.tmp": "half" });

  expect(files).toEqual(["app.2024-03-14.log", "app.2024-03-14.log.gz"]);
  expect(readFileSync(join(folder, "app.2024-03-14.log.gz"), "utf8")).toBe("other");
  expect(said[0]).toBe("WARN The archive app.2024-03-14.log.gz exists already; app.2024-03-14.log stays uncompressed.");
});
