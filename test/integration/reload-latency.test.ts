import { renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { addConfigurationListener, configure, LoggerFactory, resetForTests } from "../../src/global.js";
import { median } from "../support/median.js";
import { tempDir } from "../support/temp-dir.js";

const EDITS = 50;

afterEach(resetForTests);

test(`the time from saving to the new level in force is measured over ${EDITS} edits, with a poll that comes too late to help`, async () => {
  const file = path.join(tempDir(), "logback.xml");
  const textOf = (edit: number): string => `<configuration scan="true" scanPeriod="1 hour"><statusListener class="NopStatusListener"/>
    <logger name="com.acme" level="${edit % 2 === 0 ? "INFO" : "DEBUG"}"/>
    <property scope="context" name="EDIT" value="${String(edit)}"/>
  </configuration>`;
  const inForce = new Map<string | undefined, number>();
  addConfigurationListener({
    onChanged: (_result, context) => {
      inForce.set(context.getProperty("EDIT"), performance.now());
    },
  });
  writeFileSync(file, textOf(0));
  configure({ file });
  // The watcher is set up in the background.
  await vi.waitFor(() => {
    writeFileSync(file, textOf(-Math.ceil(Math.random() * 1_000_000)));
    expect(inForce.size).toBeGreaterThan(1);
  }, { timeout: 10_000, interval: 300 });

  const times: number[] = [];
  for (let edit = 1; edit <= EDITS; edit++) {
    const saved = performance.now();
    if (edit % 3 === 0) {
      writeFileSync(`${file}.new`, textOf(edit));
      renameSync(`${file}.new`, file);
    } else {
      writeFileSync(file, textOf(edit));
    }
    await vi.waitFor(() => { expect(inForce.has(String(edit))).toBe(true); }, { timeout: 10_000, interval: 5 });
    times.push(inForce.get(String(edit))! - saved);
  }

  expect(LoggerFactory.getLogger("com.acme").level?.name).toBe("INFO");
  console.log(`From saving to in force, ${EDITS} edits: median ${median(times).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms`);
});
