import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import { configureIn } from "../conformance/configured-case.js";
import { SetClock } from "../support/rolling-folder.js";
import { tempDir } from "../support/temp-dir.js";

const text = readFileSync(new URL("../../docs/rolling.md", import.meta.url), "utf8");
const [, xml = ""] = /```xml\n(<configuration>[^]*?)```/.exec(text) ?? [];
const [, listing = ""] = /```\n(logs\/[^]*?)```/.exec(text) ?? [];

test("the page on rolling shows what is really on the disk after a week", async () => {
  const folder = tempDir();
  const clock = new SetClock("2024-03-04T12:00:00Z");
  // A small size, so that a busy day has few events.
  const { context, result } = configureIn(folder, { xml: xml.replace("10MB", "1KB").replace("yyyy-MM-dd}", "yyyy-MM-dd, UTC}") }, clock);
  const log = context.getLogger("com.example.Shop");

  for (let day = 4; day <= 15; day++) {
    clock.epochMs = Date.UTC(2024, 2, day, 12);
    for (let count = day === 14 ? 20 : 2; count > 0; count--) {
      log.info("order {} accepted", count);
    }
    const appender = context.findAppender("FILE");
    await (appender instanceof RollingFileAppender ? appender.idle() : expect.fail("no rolling file"));
  }

  expect(result.statuses.filter(({ level }) => level !== "INFO")).toEqual([]);
  expect(readdirSync(path.join(folder, "logs")).sort().map((name) => `logs/${name}`)).toEqual(listing.trim().split("\n"));
  await context.stop();
});
