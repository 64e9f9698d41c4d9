import { expect, test } from "vitest";
import { classSuggestion } from "../../src/config/class-suggestion.js";

const names = ["ch.qos.logback.core.ConsoleAppender", "ConsoleAppender", "ch.qos.logback.classic.net.SyslogAppender", "SyslogAppender"];

const rows = [
  { title: "a letter wrong", className: "ConsolAppender", meant: "ConsoleAppender" },
  { title: "a letter wrong, with the package", className: "ch.qos.logback.core.ConsolAppender", meant: "ch.qos.logback.core.ConsoleAppender" },
  { title: "the ending misspelt", className: "ConsoleApender", meant: "ConsoleAppender" },
  { title: "another package", className: "com.acme.logging.ConsoleAppender", meant: "ch.qos.logback.core.ConsoleAppender" },
  { title: "nothing but the package and the ending in common", className: "ch.qos.logback.classic.net.XmppAppender", meant: undefined },
  { title: "nothing but the ending in common", className: "SyncAppender", meant: undefined },
];

for (const { title, className, meant } of rows) {
  test(`${title}: ${meant ?? "nothing"} is suggested`, () => {
    expect(classSuggestion(className, "appender", names)).toBe(meant === undefined ? "" : ` Did you mean "${meant}"?`);
  });
}
