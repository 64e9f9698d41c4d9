import { expect, test } from "vitest";
import type { AuditSettings, AuditValue } from "../../src/audit/audit-event.js";
import { auditLine } from "../../src/audit/audit-line.js";
import { DEFAULT_AUDIT_FILE, DEFAULT_AUDIT_SETTINGS } from "../../src/audit/audit-settings.js";
import { StatusManager } from "../../src/core/status.js";

const TIME = new Date("2016-06-10T10:31:10.987Z");

function print(settings: Partial<AuditSettings>, ...attributes: readonly (readonly [string, AuditValue])[]): { readonly text: string; readonly said: string[] } {
  const statusManager = new StatusManager();
  const text = auditLine({ ...DEFAULT_AUDIT_SETTINGS, ...settings }, statusManager)("ox.login", attributes);
  return { text, said: statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

const LOGIN = [["login", "thorben"], ["ip", "::1"], ["timestamp", TIME]] as const;

test("attributes follow the event id in their order, with their names", () => {
  expect(print({ delimiter: "|" }, ...LOGIN).text).toBe("ox.login|login=thorben|ip=::1|timestamp=2016-06-10T10:31:10Z");
});

test("names may be left out", () => {
  expect(print({ delimiter: "|", includeAttributeNames: false }, ...LOGIN).text).toBe("ox.login|thorben|::1|2016-06-10T10:31:10Z");
});

test("without attributes there is the event id alone", () => {
  expect(print({}).text).toBe("ox.login");
});

test("an attribute may come twice, and values need no text", () => {
  expect(print({}, ["n", 1], ["n", 12n], ["ok", true]).text).toBe("ox.login, n=1, n=12, ok=true");
});

for (const missing of [null, undefined, new Date(Number.NaN)]) {
  test(`${String(missing)} is <none>, said once for each attribute`, () => {
    const { text, said } = print({}, ["ip", missing], ["ip", missing], ["host", missing]);

    expect(text).toBe("ox.login, ip=<none>, ip=<none>, host=<none>");
    expect(said).toEqual([
      'WARN The attribute "ip" of the audit event "ox.login" has no value; <none> is printed. Said once for each attribute.',
      'WARN The attribute "host" of the audit event "ox.login" has no value; <none> is printed. Said once for each attribute.',
    ]);
  });
}

test("dates follow the pattern, the language and the zone", () => {
  expect(print({ datePattern: "d. MMMM yyyy HH:mm", dateLocale: "de_DE", dateTimeZone: "Europe/Berlin" }, ["at", TIME]).text).toBe("ox.login, at=10. Juni 2016 12:31");
});

test("without a pattern language and zone are ignored", () => {
  expect(print({ dateLocale: "de_DE", dateTimeZone: "Europe/Berlin" }, ["at", TIME])).toEqual({ text: "ox.login, at=2016-06-10T10:31:10Z", said: [] });
});

test("a zone that is none is GMT", () => {
  const { text, said } = print({ datePattern: "HH:mm", dateTimeZone: "Mars/Olympus" }, ["at", TIME]);

  expect(text).toBe("ox.login, at=10:31");
  expect(said).toEqual(['WARN date.timezone: expected a time zone such as Europe/Berlin, got "Mars/Olympus"; GMT is used.']);
});

for (const dateLocale of ["de_", "_", "de DE"]) {
  test(`a language that is none is English ("${dateLocale}")`, () => {
    const { text, said } = print({ datePattern: "EEEE", dateLocale }, ["at", TIME]);

    expect(text).toBe("ox.login, at=Friday");
    expect(said).toEqual([`WARN date.locale: expected a language such as en_US, got "${dateLocale}"; en_US is used.`]);
  });
}

const FILE = { ...DEFAULT_AUDIT_FILE, location: "a" };
const delimiters: readonly (readonly [settings: Partial<AuditSettings>, said: readonly string[]])[] = [
  [{ delimiter: "" }, ["WARN delimiter: it is empty, so that nothing stands between the attributes of a record."]],
  [{ delimiter: "\t" }, ['WARN delimiter: expected no control characters, got "\\t"; %sanitisedMessage takes them out, and other words escape all but the tab.']],
  [{ delimiter: "\t", file: FILE }, ['WARN delimiter: expected no control characters, got "\\t"; %sanitisedMessage takes them out, and other words escape all but the tab.']],
  [{ delimiter: ";\n", file: { ...FILE, pattern: "%message%n" } }, ['WARN delimiter: expected no control characters, got ";\\n"; %sanitisedMessage takes them out, and other words escape all but the tab.']],
  [{ delimiter: "\t", file: { ...FILE, pattern: "%message%n" } }, []],
  [{ delimiter: " | ", file: FILE }, []],
];

for (const [settings, said] of delimiters) {
  test(`a delimiter that will not be in the line is told of (${JSON.stringify(settings)})`, () => {
    expect(print(settings).said).toEqual(said);
  });
}

test("a pattern that is none is ISO 8601 in UTC", () => {
  const { text, said } = print({ datePattern: "HH:mm 'o" }, ["at", TIME]);

  expect(text).toBe("ox.login, at=2016-06-10T10:31:10Z");
  expect(said).toEqual(["WARN date.pattern: \"HH:mm 'o\" cannot be used; dates are printed as ISO 8601 in UTC."]);
});

test("a value whose own code throws costs no record", () => {
  const hostile = { toString: () => { throw new TypeError("no"); } } as unknown as string;

  expect(print({}, ["a", hostile], ["b", 1]).text).toMatch(/^ox\.login, a=.*, b=1$/);
});

test("dates before 1970, within one second and in the next are told apart", () => {
  const dates = [-1, -1_000, 0, 999, 1_000].map((epochMs) => ["at", new Date(epochMs)] as const);

  expect(print({ delimiter: " ", includeAttributeNames: false, datePattern: "" }, ...dates).text).toBe(
    "ox.login 1969-12-31T23:59:59Z 1969-12-31T23:59:59Z 1970-01-01T00:00:00Z 1970-01-01T00:00:00Z 1970-01-01T00:00:01Z",
  );
});
