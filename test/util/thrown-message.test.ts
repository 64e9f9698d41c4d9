import { expect, test } from "vitest";
import { thrownMessage } from "../../src/util/thrown-message.js";

test("an error says its message", () => {
  expect(thrownMessage(new RangeError("too large"))).toBe("too large");
});

test("what is thrown and is no error says nothing of use", () => {
  expect(thrownMessage({ message: "of somebody else" })).toBe("unknown reason");
  expect(thrownMessage(undefined)).toBe("unknown reason");
});
