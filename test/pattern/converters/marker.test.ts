import { expect, test } from "vitest";
import { Marker } from "../../../src/core/marker.js";
import { textOf } from "../../support/patterns.js";

test("%marker names the markers and what they refer to, but nothing beyond", () => {
  const payment = new Marker("PAYMENT").add(new Marker("AUDIT").add(new Marker("LAW"))).add(new Marker("MONEY"));

  expect(textOf("[%marker]", { markers: [payment, new Marker("SLOW")] })).toBe("[PAYMENT [ AUDIT, MONEY ] SLOW]");
});

test("%marker is empty without markers", () => {
  expect(textOf("[%marker]")).toBe("[]");
});
