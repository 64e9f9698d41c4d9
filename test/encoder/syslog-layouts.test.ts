import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { compileSyslogLayouts, type SyslogLayoutSettings } from "../../src/encoder/syslog-layouts.js";
import { anEvent } from "../support/events.js";
import { WORDS } from "../support/patterns.js";
import { parseSyslog } from "../support/syslog-parser.js";

const STRUCTURED = { appName: "shop", procId: "7", messageId: "%marker", mdcId: "mdc@32473", keyValueId: "", clean: (text: string) => text };

function compiled(settings: Partial<SyslogLayoutSettings> = {}, problems: string[] = []): ReturnType<typeof compileSyslogLayouts> {
  return compileSyslogLayouts({ facility: "USER", suffixPattern: "%msg", stackTracePattern: "\t", ...settings }, (property) => ({
    words: WORDS,
    report: ({ level, message, column }) => problems.push(`${level} ${property}:${String(column)} ${message}`),
  }));
}

test("the pattern is Logback's, as far as others can see", () => {
  expect(compiled().message.pattern).toBe("%syslogStart{USER}%nopex{}%msg");
  expect(compiled().stackTrace.pattern).toBe("%syslogStart{USER}%nopex{}\t");
});

test("a throwable is not printed unless the pattern asks for it", () => {
  const throwable = new Error("boom");

  expect(compiled().message.convert(anEvent({ throwable }))).toMatch(/ started$/);
  expect(compiled({ suffixPattern: "%msg %ex{short}" }).message.convert(anEvent({ throwable }))).toMatch(/ started Error: boom\n\tat /);
});

test("a structured message is one of RFC 5424", () => {
  const text = compiled({ structured: STRUCTURED }).message.convert(anEvent({ level: Level.WARN, mdc: { user: "joe" } }));

  expect(parseSyslog(text)).toMatchObject({ priority: 12, appName: "shop", procId: "7", messageId: "-", data: [{ id: "mdc@32473", parameters: [["user", "joe"]] }], message: "started" });
});

test("a problem is reported at its place in the property", () => {
  const problems: string[] = [];

  compiled({ suffixPattern: "a %bogus", stackTracePattern: "%nope", structured: { ...STRUCTURED, messageId: "x%nah" } }, problems);

  expect(problems.map((problem) => problem.split(" ").slice(0, 2).join(" "))).toEqual(["ERROR messageId:2", "ERROR suffixPattern:3", "ERROR stackTracePattern:1"]);
});
