import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

const context = { name: "shop", properties: new Map([["app", "web"]]) };

const groups = [
  { pattern: "%-12(%level %c{0})|", text: "INFO Main   |" },
  { pattern: "%10(%.3(%level))|", text: "       NFO|" },
  { pattern: "%5()|", text: "     |" },
  { pattern: "%prefix(%level %c{0} lit %msg)", text: "level=INFO logger=Main lit message=started" },
  { pattern: "%prefix(%property{app} %X{k:-v} %X %cn)", text: "app=web k=v  contextName=shop" },
  { pattern: "%-14prefix(%20level)|", text: "level=INFO    |" },
  { pattern: "%prefix(%red(%level))", text: "\x1b[31mINFO\x1b[0;39m" },
  { pattern: "%prefix(%ex%n%5cn)", text: "\ncontextName=shop" },
] as const;

for (const { pattern, text } of groups) {
  test(`${pattern} prints ${JSON.stringify(text)}`, () => {
    expect(textOf(pattern, { context })).toBe(text);
  });
}
