import { expect, test } from "vitest";
import { BasicSequenceNumberGenerator, basicSequenceNumberGenerator } from "../../src/core/basic-sequence-number-generator.js";
import { buildFrom } from "../support/build.js";

test("BasicSequenceNumberGenerator counts from 1", () => {
  const generator = new BasicSequenceNumberGenerator();

  expect([generator.next(), generator.next(), generator.next()]).toEqual([1, 2, 3]);
});

test("basicSequenceNumberGenerator needs no properties", () => {
  const { built, statuses } = buildFrom(basicSequenceNumberGenerator, {});

  expect(built?.next()).toBe(1);
  expect(statuses).toEqual([]);
});
