import { expect, test } from "vitest";
import { LoggerContext } from "../../src/core/logger-context.js";
import type { LoggingEvent } from "../../src/core/logging-event.js";
import { PatternLayoutEncoder, patternLayoutEncoder } from "../../src/encoder/pattern-layout-encoder.js";
import { PatternLayout } from "../../src/encoder/pattern-layout.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import { buildFrom, type BuildOptions } from "../support/build.js";
import { anEvent } from "../support/events.js";
import { WORDS } from "../support/patterns.js";

test("PatternLayoutEncoder prints events by its layout's pattern", () => {
  const encoder = new PatternLayoutEncoder(new PatternLayout(compilePattern("%msg%n", { words: WORDS })), { charset: "UTF-16" });

  expect(encoder.encode(anEvent())).toBe("started\n");
  expect(encoder.header()).toBe("");
  expect(encoder).toMatchObject({ pattern: "%msg%n", outputPatternAsHeader: false, charset: "UTF-16" });
});

test("patternLayoutEncoder reads its properties", () => {
  const { built, statuses } = buildFrom(patternLayoutEncoder, { pattern: "%msg%n", outputPatternAsHeader: "TRUE", charset: "latin1", immediateFlush: "false" });

  expect(built?.encode(anEvent())).toBe("started\n");
  expect(built?.header?.()).toBe("#logback.classic pattern: %msg%n\n");
  expect(built).toMatchObject({ pattern: "%msg%n", charset: "ISO-8859-1", immediateFlush: false });
  expect(statuses).toEqual([]);
});

test("patternLayoutEncoder leaves flushing and charset to the appender unless they are given", () => {
  const { built } = buildFrom(patternLayoutEncoder, { pattern: "%msg%n" });

  expect(built).toMatchObject({ charset: undefined, immediateFlush: undefined });
});

test("patternLayoutEncoder without a pattern prints nothing, with an error", () => {
  const { built, statuses } = buildFrom(patternLayoutEncoder, {});

  expect(built?.encode(anEvent())).toBe("");
  expect(statuses).toEqual(["ERROR The pattern is empty; nothing is printed."]);
});

test("patternLayoutEncoder tells of every problem in the pattern and prints the rest", () => {
  const { built, statuses } = buildFrom(patternLayoutEncoder, { pattern: "%nowhere %sn %msg" });

  expect(built?.encode(anEvent())).toBe("%PARSER_ERROR[nowhere] 0 started");
  expect(statuses).toEqual([
    'ERROR There is no conversion word "%nowhere". It is printed as an error.',
    "WARN Events have no sequence numbers: the configuration has no <sequenceNumberGenerator>. 0 is printed.",
  ]);
});

test("patternLayoutEncoder uses UTF-8 when there is no such charset, with an error", () => {
  const { built, statuses } = buildFrom(patternLayoutEncoder, { pattern: "%msg", charset: "bogus-8" });

  expect(built).toMatchObject({ charset: undefined });
  expect(statuses).toHaveLength(1);
  expect(statuses[0]).toMatch(/^ERROR "bogus-8" is no charset .* UTF-8 is used\.$/);
});

test("patternLayoutEncoder makes the context read the fine clock when it prints parts of the millisecond", () => {
  const context = new LoggerContext();

  buildFrom(patternLayoutEncoder, { pattern: "%msg" }, { context });
  expect(context.fineClock).toBe(false);
  buildFrom(patternLayoutEncoder, { pattern: "%micros" }, { context });
  expect(context.fineClock).toBe(true);
});

/** Builds the encoder in a configuration that says so much, and prints an event. */
function encoded(pattern: string, draft: BuildOptions["draft"] = {}, properties: Readonly<Record<string, string>> = {}): string | undefined {
  const { built } = buildFrom(patternLayoutEncoder, { pattern, ...properties }, { draft });
  return built?.encode(anEvent({ message: "a\nb", throwableInit: { class: "Outer", cause: { class: "Inner" } } }));
}

test("patternLayoutEncoder finds the evaluators and conversion words of its configuration", () => {
  const quiet = new Map([["quiet", { evaluate: () => true }]]);
  const shout = new Map([["shout", () => ({ message }: LoggingEvent) => message.toUpperCase()]]);

  expect(encoded("%ex{full, quiet}", { named: new Map([["evaluator", quiet]]) })).toBe("");
  expect(encoded("%shout%nopex", { named: new Map([["converter", shout]]) })).toBe("A\nB");
  expect(encoded("")).toBe("");
});

test("patternLayoutEncoder makes data harmless as the configuration says, or as it says itself", () => {
  expect(encoded("%msg%nopex")).toBe("a\nb");
  expect(encoded("%msg%nopex", { neutralise: true })).toBe("a\\nb");
  expect(encoded("%msg%nopex", { neutralise: true }, { neutralise: "false" })).toBe("a\nb");
  expect(encoded("%msg%nopex", {}, { neutralise: "true" })).toBe("a\\nb");
});

test("a neutralise that cannot be read leaves data as the configuration says, and the warning tells so", () => {
  expect(encoded("%msg%nopex", { neutralise: true }, { neutralise: "yes" })).toBe("a\\nb");
  expect(buildFrom(patternLayoutEncoder, { pattern: "%msg", neutralise: "yes" }).statuses).toEqual(['WARN "yes" is neither true nor false; what <configuration> says is used.']);
});
