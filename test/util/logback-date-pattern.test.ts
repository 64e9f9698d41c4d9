import { expect, test } from "vitest";
import { resolveLogbackDatePattern } from "../../src/util/logback-date-pattern.js";

const ISO8601 = "yyyy-MM-dd HH:mm:ss,SSS";

test.each([
  [undefined, ISO8601],
  ["", ISO8601],
  ["ISO8601", ISO8601],
  ["STRICT", "yyyy-MM-dd'T'HH:mm:ss,SSS"],
  ["iso8601", "iso8601"],
  ["HH:mm", "HH:mm"],
])("%s stands for %s", (name, pattern) => {
  expect(resolveLogbackDatePattern(name)).toBe(pattern);
});
