import { expect, test } from "vitest";
import type { AuditSettings } from "../../src/audit/audit-event.js";
import { readAuditProperties } from "../../src/audit/audit-properties.js";
import { parseProperties } from "../../src/config/properties-file.js";
import { Level } from "../../src/core/level.js";
import { collectedReport } from "../support/rolling.js";

const PREFIX = "com.openexchange.log.audit.slf4j.";

/** Reads lines whose keys lack the prefix. */
function read(...lines: readonly string[]): { readonly settings: AuditSettings; readonly said: string[] } {
  const { settings, said } = readText(lines.map((line) => PREFIX + line).join("\n"));
  if (settings === undefined) {
    throw new Error("The lines say nothing of the audit log.");
  }
  return { settings, said };
}

function readText(text: string, wasEnabled?: boolean): { readonly settings: AuditSettings | undefined; readonly said: string[] } {
  const said: string[] = [];
  return { settings: readAuditProperties(parseProperties(text), collectedReport(said), wasEnabled), said };
}

test("a file without settings is Open-Xchange's defaults", () => {
  expect(read("level=").settings).toEqual({
    enabled: false,
    level: Level.INFO,
    delimiter: ", ",
    includeAttributeNames: true,
    datePattern: undefined,
    dateLocale: "en_US",
    dateTimeZone: "GMT",
    file: undefined,
  });
});

test("a location alone is the dedicated mode with its defaults", () => {
  expect(read("file.location=/var/log/audit.log").settings.file).toEqual({ location: "/var/log/audit.log", size: 2_097_152, count: 99, pattern: "%sanitisedMessage%n", sync: "never" });
});

test("every property is read", () => {
  const { settings, said } = read(
    "enabled=TRUE",
    "level=WaRN",
    'delimiter="|"',
    "includeAttributeNames=false",
    "date.pattern=dd.MM.yyyy HH:mm",
    "date.locale=de_DE",
    "date.timezone=Europe/Berlin",
    "file.location=/var/log/audit.log",
    "file.size=65536",
    "file.count=7",
    'file.pattern="%sn %message%n"',
    "file.fsync=Each",
  );

  expect(said).toEqual([]);
  expect(settings).toEqual({
    enabled: true,
    level: Level.WARN,
    delimiter: "|",
    includeAttributeNames: false,
    datePattern: "dd.MM.yyyy HH:mm",
    dateLocale: "de_DE",
    dateTimeZone: "Europe/Berlin",
    file: { location: "/var/log/audit.log", size: 65_536, count: 7, pattern: "%sn %message%n", sync: "each" },
  });
});

const delimiters: readonly (readonly [written: string, delimiter: string])[] = [
  ['", "', ", "],
  ["'; '", "; "],
  ["|", "|"],
  [" , ", ","],
  ["\"'", "\"'"],
  ['"', '"'],
  ['""', ""],
  ["", ""],
  ["\\t", ""],
  ['"\\t"', "\t"],
];

for (const [written, delimiter] of delimiters) {
  test(`the delimiter ${JSON.stringify(written)} means ${JSON.stringify(delimiter)}`, () => {
    expect(read(`delimiter=${written}`).settings.delimiter).toBe(delimiter);
  });
}

test("a size may have a unit, and syncing an interval", () => {
  const { settings } = read("file.location=a", "file.size=64KB", "file.fsync=2 seconds");

  expect(settings.file).toMatchObject({ size: 65_536, sync: { everyMs: 2_000 } });
});

const mistakes: readonly (readonly [line: string, warning: string])[] = [
  ["level=loud", 'level: expected trace, debug, info, warn or error, got "loud"; the default is used.'],
  ["level=off", 'level: expected trace, debug, info, warn or error, got "off"; the default is used.'],
  ["includeAttributeNames=1", 'includeAttributeNames: expected true or false, got "1"; the default is used.'],
  ["file.size=0", 'file.size: expected a file size such as "10MB", "512 kb", "1GB" or "4096" (bytes), got "0"; the default is used.'],
  ["file.count=0", 'file.count: expected a whole number from 1 to 9999, got "0"; the default is used.'],
  ["file.count=10000", 'file.count: expected a whole number from 1 to 9999, got "10000"; the default is used.'],
  ["file.fsync=always", 'file.fsync: expected "each", "never" or a duration such as "200" (milliseconds), got "always"; the default is used.'],
  ["file.fsync=0", 'file.fsync: expected "each", "never" or a duration such as "200" (milliseconds), got "0"; the default is used.'],
  ["file.cuont=5", `file.cuont is no property of the audit log and is ignored. Did you mean ${PREFIX}file.count?`],
  ["wholly.different=5", "wholly.different is no property of the audit log and is ignored."],
];

for (const [line, warning] of mistakes) {
  test(`${line} is warned of and replaced by the default`, () => {
    const { settings, said } = read("enabled=true", "file.location=a", line);

    expect(said).toEqual([`WARN ${PREFIX}${warning}`]);
    expect(settings).toEqual(read("enabled=true", "file.location=a").settings);
  });
}

for (const text of ["yes", "", "tr"]) {
  test(`"${text}" as enabled changes nothing`, () => {
    const line = `${PREFIX}enabled=${text}`;

    expect([readText(line).settings?.enabled, readText(line, false).settings?.enabled, readText(line, true).settings?.enabled]).toEqual([false, false, true]);
    expect([readText(line).said, readText(line, true).said]).toEqual([
      [`ERROR ${PREFIX}enabled: expected true or false, got "${text}"; the audit log is off.`],
      [`ERROR ${PREFIX}enabled: expected true or false, got "${text}"; the audit log stays on.`],
    ]);
  });
}

test("enabled=false switches it off, whatever it was", () => {
  expect(readText(`${PREFIX}enabled=false`, true)).toMatchObject({ settings: { enabled: false }, said: [] });
});

for (const [lines, state] of [[[], "missing"], [["enabled=false"], "false"]] as const) {
  test(`a file that is named, but not written to, is said (enabled is ${state})`, () => {
    expect(read("file.location=a", ...lines).said).toEqual([`WARN ${PREFIX}file.location is set, but ${PREFIX}enabled is ${state}: nothing is written there.`]);
  });
}

for (const text of ["", "# nothing", "com.openexchange.log.suppressedCategories=USER_INPUT"]) {
  test(`"${text}" says nothing of the audit log`, () => {
    expect(readText(text)).toEqual({ settings: undefined, said: [] });
  });
}

test("a misspelt prefix is told", () => {
  const text = "com.openexchange.log.audit.slf4.enabled=true\ncom.openexchange.log.audit.file.location=a";

  expect(readText(text)).toEqual({
    settings: undefined,
    said: [
      `WARN com.openexchange.log.audit.slf4.enabled is no property of the audit log and is ignored. Did you mean ${PREFIX}enabled?`,
      `WARN com.openexchange.log.audit.file.location is no property of the audit log and is ignored. Did you mean ${PREFIX}file.location?`,
    ],
  });
});

test("properties of others in the same file are nobody's business here", () => {
  const said: string[] = [];
  readAuditProperties(new Map([["com.openexchange.log.suppressedCategories", "USER_INPUT"]]), collectedReport(said));

  expect(said).toEqual([]);
});
