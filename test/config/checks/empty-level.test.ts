import { expect, test } from "vitest";
import { emptyLevel } from "../../../src/config/checks/empty-level.js";
import { found } from "../../support/checks.js";

test("a level that is empty is warned of, with what counts instead", () => {
  expect(found(emptyLevel, '<configuration>\n<logger name="a" level=""/>\n<root level="${LEVEL:-}"/></configuration>')).toEqual([
    "WARN 2:18 The level is empty, so the level of the logger above counts.",
    'WARN 3:7 The level is empty, so the root logger has DEBUG: "${LEVEL:-}" is the empty text.',
  ]);
});

test("a level, and none at all, are taken as meant", () => {
  expect(found(emptyLevel, '<configuration><logger name="a"/><root level="${LEVEL:-INFO}"/></configuration>')).toEqual([]);
});
