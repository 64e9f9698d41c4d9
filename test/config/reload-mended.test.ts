import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConfigurationResult } from "../../src/config/configurator.js";
import { Level } from "../../src/core/level.js";
import { addConfigurationListener, configure, LoggerFactory, reload, resetForTests } from "../../src/global.js";
import { tempDir } from "../support/temp-dir.js";

const SCAN = 'scan="true" scanPeriod="20 milliseconds"';
const QUIET = '<statusListener class="NopStatusListener"/>';
const MENDED = `<configuration ${SCAN}>${QUIET}<logger name="a" level="DEBUG"/></configuration>`;

let folder: string;
let file: string;

beforeEach(() => {
  folder = tempDir();
  file = path.join(folder, "logback.xml");
});
afterEach(resetForTests);

function begin(content: string): ConfigurationResult {
  writeFileSync(file, content);
  return configure({ file, baseDir: folder });
}

function levelOfA(): Level | undefined {
  return LoggerFactory.getLogger("a").level;
}

async function expectMended(): Promise<void> {
  await vi.waitFor(() => { expect(levelOfA()).toBe(Level.DEBUG); }, { timeout: 10_000 });
}

/** Broken at the start of the program, but not so much that it could not be read what it asks for. */
const readable = [
  { title: "an end tag that is missing", content: `<configuration ${SCAN}><root level="INFO">` },
  { title: "a tag of another name at its end", content: `<?xml version="1.0"?>\n<!-- ours -->\n<configuration ${SCAN}></configuraton>` },
  { title: "a character that is none", content: `<configuration ${SCAN}>\u0001</configuration>` },
  { title: "a root that is misspelt", content: `<configuratoin ${SCAN}></configuratoin>` },
];

for (const { title, content } of readable) {
  test(`a file with ${title} is watched as it asks, and takes effect once it is mended`, async () => {
    const { applied, scanPeriodMs, statuses } = begin(content);
    expect({ applied, scanPeriodMs }).toEqual({ applied: false, scanPeriodMs: 20 });
    expect(statuses.map(({ level, message }) => `${level} ${message}`)).toContain("INFO The file is watched, since its first tag asks for it: once it is mended it takes effect.");

    writeFileSync(file, MENDED);

    await expectMended();
  });
}

test("a broken file that is edited and still broken is looked at again and again", async () => {
  const failed = vi.fn();
  begin(`<configuration ${SCAN}>`);
  addConfigurationListener({ onFailed: failed });
  writeFileSync(file, `<configuration ${SCAN}><root`);
  await vi.waitFor(() => { expect(failed).toHaveBeenCalledTimes(1); }, { timeout: 10_000 });

  writeFileSync(file, MENDED);

  await expectMended();
});

test("what is watched is the file and no longer what was in force until then, once it is mended", async () => {
  vi.stubEnv("LOGBACK_CONFIGURATION_FILE", file);
  writeFileSync(file, `<configuration ${SCAN}>`);
  configure();
  vi.unstubAllEnvs();
  expect(LoggerFactory.getLoggerContext().appenders.map(({ name }) => name)).toEqual(["console"]);

  writeFileSync(file, MENDED);

  await expectMended();
  expect(LoggerFactory.getLoggerContext().appenders).toEqual([]);
});

test("what the program asked for and is broken is not replaced by the file that is found for the process: events go to the console", async () => {
  writeFileSync(path.join(folder, "found.xml"), `<configuration>${QUIET}<logger name="a" level="ERROR"/></configuration>`);
  vi.stubEnv("LOGBACK_CONFIGURATION_FILE", path.join(folder, "found.xml"));
  begin(`<configuration ${SCAN}>`);
  const atFirst = levelOfA();
  vi.unstubAllEnvs();

  expect(atFirst).toBe(undefined);
  expect(LoggerFactory.getLoggerContext().appenders.map(({ name }) => name)).toEqual(["console"]);
  writeFileSync(file, MENDED);
  await expectMended();
});

test("of two broken configurations the later one is what is read again", async () => {
  begin(`<configuration ${SCAN}>`);
  const other = path.join(folder, "other.xml");
  writeFileSync(other, "<configuration>");
  configure({ file: other });
  writeFileSync(other, MENDED);

  expect((await reload()).files).toEqual([other]);
});

/** Nothing says that these were to be watched. */
const unreadable = [
  { title: "that does not ask for it", content: "<configuration>" },
  { title: "whose first tag is broken", content: `<configuration ${SCAN} <root>` },
  { title: "that is no XML", content: "configuration scan=true" },
  { title: "that is empty", content: "" },
];

for (const { title, content } of unreadable) {
  test(`a broken file ${title} is not watched; it can be read again`, async () => {
    const { scanPeriodMs } = begin(content);
    writeFileSync(file, MENDED);
    expect(scanPeriodMs).toBe(undefined);

    const { applied } = await reload();

    expect(applied).toBe(true);
    expect(levelOfA()).toBe(Level.DEBUG);
  });
}

test("a file that asks to be watched only when it is broken already is watched from then on", async () => {
  begin(`<configuration>${QUIET}</configuration>`);
  writeFileSync(file, `<configuration ${SCAN}>${QUIET}<include file="part.xml"/></configuration>`);
  writeFileSync(path.join(folder, "part.xml"), "<included");
  expect((await reload()).applied).toBe(false);

  writeFileSync(path.join(folder, "part.xml"), '<included><logger name="a" level="DEBUG"/></included>');

  await expectMended();
});
