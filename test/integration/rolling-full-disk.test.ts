import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SizeAndTimeBasedRollingPolicy } from "../../src/rolling/size-and-time-based-rolling-policy.js";
import { numberedLines } from "../support/file-sinks.js";
import { rollingFolder } from "../support/rolling-folder.js";
import { runFixture } from "../support/run-fixture.js";
import { mayMount, mountSmallDisk } from "../support/small-disk.js";
import { tempDir } from "../support/temp-dir.js";

const LINE_BYTES = 200;

for (const buffer of ["unbuffered", "buffered"]) {
  test(`a file that the system lets grow no more loses nothing when it rolls (${buffer})`, async () => {
    const folder = tempDir();

    const { stdout } = await runFixture("rolling-size-limit.mjs", [folder, buffer], { limitBlocks: 8 });

    const result = JSON.parse(stdout) as { readonly wrongSums: number; readonly sizeAtLimit: number; readonly counters: unknown };
    expect(result).toEqual({ wrongSums: 0, sizeAtLimit: 4_096, counters: { logged: 300, written: 300, queued: 0, dropped: 0 } });
    expect(readFileSync(path.join(folder, "app.2024-03-15.0.log"), "utf8") + readFileSync(path.join(folder, "app.log"), "utf8")).toBe(numberedLines(300, 20).join(""));
  });
}

const DISK_KIB = 256;

// Only some users may mount a file system; the limit above shows the same without one.
if (mayMount()) {
  for (const immediateFlush of [true, false]) {
    test(`on a full disk events wait; when it has room again they are written, and rolling goes on (${immediateFlush ? "unbuffered" : "buffered"})`, () => {
      const disk = path.join(tempDir(), "disk");
      mkdirSync(disk);
      mountSmallDisk(disk, DISK_KIB);
      const { start, log, drains, statuses, clock } = rollingFolder("2024-03-15T10:00:00Z", disk);
      const appender = start(new SizeAndTimeBasedRollingPolicy({ fileNamePattern: "app.%d.%i.log", maxFileSize: 32 * 1024 }), { file: "app.log", immediateFlush });
      const lines = numberedLines(4_000, LINE_BYTES);
      const write = (from: number, to: number): void => {
        for (const line of lines.slice(from, to)) {
          log(appender, clock.epochMs, line.trimEnd());
        }
      };

      write(0, 2_000);
      const { logged, written, queued, dropped } = appender.counters;
      expect({ logged, dropped, sum: written + queued }).toEqual({ logged: 2_000, dropped: 0, sum: 2_000 });
      expect(queued).toBeGreaterThan(500);
      expect(statuses()[0]).toMatch(/^ERROR Cannot write to the file .* \(ENOSPC\)/);

      // The operator moves the archives away.
      const away = tempDir();
      let text = moveAway(disk, away);
      drains.drainAll();
      write(2_000, 2_500);
      drains.drainAll();
      text += moveAway(disk, away);
      write(2_500, 3_000);
      drains.drainAll();

      expect(appender.counters).toEqual({ logged: 3_000, written: 3_000, queued: 0, dropped: 0 });
      text += moveAway(disk, away) + readFileSync(path.join(disk, "app.log"), "utf8");
      expect(text.split("\n").sort().join("\n").trimStart()).toBe(lines.slice(0, 3_000).join("").trimEnd());
    });
  }
}

/** @returns What was in the archives. */
function moveAway(disk: string, away: string): string {
  const archives = readdirSync(disk).filter((name) => name !== "app.log");
  return archives
    .map((name) => {
      const target = path.join(away, `${name}.${String(readdirSync(away).length)}`);
      copyFileSync(path.join(disk, name), target);
      rmSync(path.join(disk, name));
      return readFileSync(target, "utf8");
    })
    .join("");
}
