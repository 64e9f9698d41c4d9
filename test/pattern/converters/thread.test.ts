import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

test("%thread is the name of the thread", () => {
  expect(textOf("[%t] [%.4thread]", { threadName: "worker-12" })).toBe("[worker-12] [r-12]");
});
