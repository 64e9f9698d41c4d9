import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { zipCodec, type ZipEntry } from "../../src/rolling/compress-zip.js";
import { tempDir } from "../support/temp-dir.js";

const ENTRY: ZipEntry = { name: "app.2024-03-15.log", modified: new Date(2024, 2, 15, 10, 30, 2), mode: 0o640, size: 0 };

async function archiveOf(entry: ZipEntry, chunks: readonly Uint8Array[], largeFrom?: number): Promise<Buffer> {
  const codec = zipCodec(entry, largeFrom);
  const length = codec.begin().length;
  const parts = [];
  for (const chunk of chunks) {
    parts.push(await codec.compress(chunk));
  }
  parts.push(codec.end());
  const begin = codec.finalBegin?.() ?? new Uint8Array();
  expect(begin.length).toBe(length);
  return Buffer.concat([begin, ...parts]);
}

test("a zip archive keeps mode, time and content", async () => {
  const path = join(tempDir(), "a.zip");
  writeFileSync(path, await archiveOf(ENTRY, [Buffer.from("one\n"), Buffer.from("two\n")]));

  const listed = execFileSync("unzip", ["-Z", path], { encoding: "utf8" });

  expect(listed).toMatch(/-rw-r----- .* 8 .* 24-Mar-15 10:30 app\.2024-03-15\.log/);
  expect(execFileSync("unzip", ["-p", path], { encoding: "utf8" })).toBe("one\ntwo\n");
});

test("a file too large for the classic format is put into a ZIP64 archive that others read", async () => {
  const path = join(tempDir(), "a.zip");
  writeFileSync(path, await archiveOf({ ...ENTRY, size: 8 }, [Buffer.from("one\ntwo\n")], 8));

  expect(execFileSync("unzip", ["-t", path], { encoding: "utf8" })).toContain("No errors detected");
  expect(execFileSync("unzip", ["-p", path], { encoding: "utf8" })).toBe("one\ntwo\n");
});

test("a file is whole again however it was cut into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 6 }), fc.boolean(), async (chunks, isLarge) => {
      const archive = await archiveOf(ENTRY, chunks, isLarge ? 0 : undefined);
      const headerLength = 30 + archive.readUInt16LE(26) + archive.readUInt16LE(28);
      const compressedSize = isLarge ? Number(archive.readBigUInt64LE(headerLength - 8)) : archive.readUInt32LE(18);

      expect(inflateRawSync(archive.subarray(headerLength, headerLength + compressedSize))).toEqual(Buffer.concat(chunks));
    }),
  );
});
