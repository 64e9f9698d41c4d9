import { hostname } from "node:os";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Level } from "../../../src/core/level.js";
import { syslogStart } from "../../../src/pattern/converters/syslog-start.js";
import { printed, textOf, WORDS } from "../../support/patterns.js";

const words = new Map([...WORDS, ["syslogStart", syslogStart]]);

beforeEach(() => {
  vi.stubEnv("TZ", "UTC");
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test("%syslogStart prints priority, time and host with a blank behind them", () => {
  expect(textOf("%syslogStart{mail}%msg", { level: Level.WARN, message: "full" }, { words })).toBe(`<20>Mar 15 10:30:00 ${hostname()} full`);
});

for (const option of ["", "{}", "{LOCAL9}"]) {
  test(`%syslogStart${option} is printed as an error, because it names no facility`, () => {
    const { text, problems } = printed(`%syslogStart${option} %msg`, {}, { words });

    expect(text).toBe("%PARSER_ERROR[syslogStart] started");
    expect(problems[0] ?? "").toMatch(/^ERROR 1 "%syslogStart" could not be made: expected a facility, KERN, USER, .* got (none|"LOCAL9")\./);
  });
}
