import { hostname } from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import { Level } from "../../../src/core/level.js";
import { headerField, syslogHeader, type SyslogSender } from "../../../src/pattern/converters/syslog-header.js";
import { anEvent } from "../../support/events.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

function header(sender: Partial<SyslogSender> = {}, timestamp: number = Date.parse("2024-03-15T10:30:00.123Z")): string {
  return syslogHeader({ facility: 1, appName: "shop", procId: "4711", ...sender }).convert(anEvent({ level: Level.ERROR, timestamp }));
}

test("the header has priority, version, time, host, program and process", () => {
  vi.stubEnv("TZ", "Europe/Berlin");

  expect(header()).toBe(`<11>1 2024-03-15T11:30:00.123+01:00 ${hostname()} shop 4711 `);
});

test("names lose what a header may not have", () => {
  vi.stubEnv("TZ", "UTC");

  expect(header({ appName: "Grüße an 😀", procId: "" })).toBe(`<11>1 2024-03-15T10:30:00.123Z ${hostname()} Gr__e_an__ - `);
});

for (const time of [Number.NaN, Number.POSITIVE_INFINITY, Date.parse("-000001-01-01T00:00:00Z"), Date.parse("+010000-01-02T00:00:00Z")]) {
  test(`the time ${String(time)} cannot be written and is a hyphen`, () => {
    expect(header({}, time)).toBe(`<11>1 - ${hostname()} shop 4711 `);
  });
}

test("a header field is cut to its length", () => {
  expect(headerField("x".repeat(40), 32)).toBe("x".repeat(32));
});
