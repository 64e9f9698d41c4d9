import { expect, test } from "vitest";
import { Level } from "../../../src/core/level.js";
import { textOf } from "../../support/patterns.js";

test("%level is the level's name", () => {
  expect([Level.TRACE, Level.WARN].map((level) => textOf("%p %le %-5level|", { level }))).toEqual(["TRACE TRACE TRACE|", "WARN WARN WARN |"]);
});
