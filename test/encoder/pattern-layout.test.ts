import { expect, test } from "vitest";
import { PatternLayout, patternLayout } from "../../src/encoder/pattern-layout.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";
import { WORDS } from "../support/patterns.js";

test("PatternLayout prints events by its pattern", () => {
  const layout = new PatternLayout(compilePattern("%level %msg%n", { words: WORDS }));

  expect(layout.doLayout(anEvent())).toBe("INFO started\n");
  expect(layout).toMatchObject({ pattern: "%level %msg%n", isStarted: true, outputPatternAsHeader: false });
  expect(layout.presentationHeader()).toBe("");
});

test("PatternLayout with a pattern that cannot be used is not started and prints nothing", () => {
  const layout = new PatternLayout(compilePattern("100%", { words: WORDS }));

  expect(layout.isStarted).toBe(false);
  expect(layout.doLayout(anEvent())).toBe("");
});

test("PatternLayout shows its pattern in the header when that is asked for", () => {
  expect(new PatternLayout(compilePattern("%msg", { words: WORDS }), true).presentationHeader()).toBe("#logback.classic pattern: %msg");
});

test("patternLayout reads its properties", () => {
  const { built, statuses } = buildFrom(patternLayout, { pattern: "%msg%n", outputPatternAsHeader: "true" });

  expect(built?.doLayout(anEvent())).toBe("started\n");
  expect(built?.presentationHeader?.()).toBe("#logback.classic pattern: %msg%n");
  expect(statuses).toEqual([]);
});

test("patternLayout without a pattern prints nothing, with an error", () => {
  const { built, statuses } = buildFrom(patternLayout, {});

  expect(built?.doLayout(anEvent())).toBe("");
  expect(statuses).toEqual(["ERROR The pattern is empty; nothing is printed."]);
});
