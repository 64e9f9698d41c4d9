import { expect, test } from "vitest";
import { LoggerWhitelist } from "../../src/turbo/logger-whitelist.js";

const cases = [
  { text: "com.acme", logger: "com.acme", covered: true },
  { text: "com.acme", logger: "com.acme.Shop", covered: true },
  { text: "com.acme", logger: "com.acmeware.Shop", covered: false },
  { text: "com.acme", logger: "com", covered: false },
  { text: " org.x , com.acme ", logger: "com.acme.Shop", covered: true },
  { text: "com.acme,,", logger: "org.x", covered: false },
  { text: "root", logger: "org.x", covered: true },
  { text: "", logger: "com.acme", covered: false },
  { text: undefined, logger: "com.acme", covered: false },
];

for (const { text, logger, covered } of cases) {
  test(`the whitelist ${JSON.stringify(text)} ${covered ? "covers" : "does not cover"} ${logger}`, () => {
    expect(new LoggerWhitelist(text).covers(logger)).toBe(covered);
  });
}

test("a whitelist without names is empty", () => {
  expect(new LoggerWhitelist(" , ").isEmpty).toBe(true);
  expect(new LoggerWhitelist("a").isEmpty).toBe(false);
});
