import { expect, test } from "vitest";
import { formatDestination } from "../../src/sink/destination.js";

test("a destination is shown as it is written", () => {
  expect(formatDestination({ host: "logs.example.org", port: 4560 })).toBe("logs.example.org:4560");
  expect(formatDestination({ host: "::1", port: 4560 })).toBe("[::1]:4560");
  expect(formatDestination({ path: "/run/shop.sock" })).toBe("/run/shop.sock");
});
