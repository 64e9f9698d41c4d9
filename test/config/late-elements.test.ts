import { expect, onTestFinished, test } from "vitest";
import { complaints, configured } from "../support/configured.js";

const appender = (name: string, content = ""): string => `<appender name="${name}" class="NOPAppender">${content}</appender>`;
const async = (name: string, reference: string): string => `<appender name="${name}" class="AsyncAppender"><appender-ref ref="${reference}"/></appender>`;
const root = (level: string, ...references: readonly string[]): string => `<root level="${level}">${references.map((name) => `<appender-ref ref="${name}"/>`).join("")}</root>`;

// What Logback 1.6.3 makes of them.
const rows = [
  { title: "the last of two roots has the last word", xml: appender("A") + root("WARN", "A") + root("INFO"), level: "INFO", appenders: ["A"] },
  { title: "a root whose appender stands behind it comes last", xml: root("WARN", "A") + appender("A") + root("INFO"), level: "WARN", appenders: ["A"] },
  { title: "so it does where a variable names the appender", xml: `${root("WARN", "${N:-A}")}${appender("A")}${root("INFO")}<property name="N" value="A"/>`, level: "WARN", appenders: ["A"] },
  { title: "so it does where the reference stands in a branch", xml: `<root level="WARN"><if><then><appender-ref ref="A"/></then></if></root>${root("INFO", "B")}${appender("A")}${appender("B")}`, level: "INFO", appenders: ["B"] },
  { title: "appenders are attached in the order in which they can be", xml: root("WARN", "B") + appender("A") + root("INFO", "A") + appender("B"), level: "WARN", appenders: ["A", "B"] },
  { title: "an appender that waits for another keeps its root waiting", xml: root("WARN", "Q") + async("Q", "A") + appender("A") + root("INFO", "A"), level: "WARN", appenders: ["A", "Q"] },
  { title: "a reference to nothing keeps nobody waiting", xml: root("WARN", "none") + appender("A") + root("INFO", "A"), level: "INFO", appenders: ["A"] },
];

for (const { title, xml, level, appenders } of rows) {
  test(title, () => {
    const { context, configure } = configured();
    onTestFinished(() => context.stop());

    configure(`<configuration>${xml}</configuration>`);

    expect(context.root.level?.name).toBe(level);
    expect(context.root.appenders.map(({ name }) => name)).toEqual(appenders);
  });
}

test("appenders that refer to one another are told, and everything else is read", () => {
  const { context, configure } = configured();
  onTestFinished(() => context.stop());

  const { statuses } = configure(`<configuration>${async("P", "Q")}${async("Q", "P")}${root("WARN", "P", "A")}${appender("A")}</configuration>`);

  expect(context.root.level?.name).toBe("WARN");
  expect(context.root.appenders.map(({ name }) => name)).toContain("A");
  expect(complaints(statuses).join()).toContain("refers to itself");
});

test("a property inside an appender that nobody refers to does not count", () => {
  const { context, configure } = configured();
  onTestFinished(() => context.stop());

  configure(`<configuration>${appender("A", '<property name="X" value="x" scope="context"/>')}${root("INFO")}</configuration>`);

  expect(context.getProperty("X")).toBe(undefined);
});
