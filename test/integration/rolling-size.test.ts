import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { LoggerContext } from "../../src/core/logger-context.js";
import { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import { SizeAndTimeBasedRollingPolicy } from "../../src/rolling/size-and-time-based-rolling-policy.js";
import { RecordingDrains } from "../support/drains.js";
import { tempDir } from "../support/temp-dir.js";
import { MESSAGE_ENCODER } from "../support/text-encoder.js";

/** `ROLLING_EVENTS=500000` in continuous integration, with 10 MB a file. */
const EVENTS = Number(process.env["ROLLING_EVENTS"] ?? "60000");
const MAX_FILE_SIZE = EVENTS >= 500_000 ? 10 * 1024 * 1024 : 1024 * 1024;

for (const immediateFlush of [true, false]) {
  test(`${String(EVENTS)} events, ${immediateFlush ? "each written at once" : "buffered"}: none is lost, and no archive is above the limit by more than its last event`, () => {
    const folder = tempDir();
    const drains = new RecordingDrains();
    const context = new LoggerContext({ drains });
    const appender = new RollingFileAppender("ROLL", context, {
      encoder: MESSAGE_ENCODER,
      file: path.join(folder, "app.log"),
      folder,
      immediateFlush,
      rollingPolicy: new SizeAndTimeBasedRollingPolicy({ fileNamePattern: "app.%d{yyyy-MM}.%i.log", maxFileSize: MAX_FILE_SIZE }),
    });
    appender.start();
    const log = context.getLogger("com.example.Shop");
    log.addAppender(appender);

    for (let index = 0; index < EVENTS; index++) {
      log.info("order {} of {} accepted, to be delivered by the end of the day after tomorrow", index, "Jörg");
    }
    drains.drainAll();

    const seen = new Uint8Array(EVENTS);
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      const text = readFileSync(file, "utf8");
      const last = text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
      expect(statSync(file).size - Buffer.byteLength(last)).toBeLessThan(MAX_FILE_SIZE);
      for (const [, index] of text.matchAll(/order (\d+) of Jörg accepted.*\n/g)) {
        seen[Number(index)] = (seen[Number(index)] ?? 0) + 1;
      }
    }
    expect(seen.findIndex((count) => count !== 1)).toBe(-1);
    expect(readdirSync(folder).length).toBeGreaterThan(3);
    expect(appender.counters).toEqual({ logged: EVENTS, written: EVENTS, queued: 0, dropped: 0 });
  }, 120_000);
}
