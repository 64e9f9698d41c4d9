import { expect, test } from "vitest";
import { lastPart } from "../../src/util/last-part.js";

test("of a class its name without the package, of a name without dots all of it", () => {
  expect(lastPart("ch.qos.logback.core.FileAppender")).toBe("FileAppender");
  expect(lastPart("FileAppender")).toBe("FileAppender");
});
