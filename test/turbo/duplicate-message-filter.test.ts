import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { DuplicateMessageFilter, duplicateMessageFilter } from "../../src/turbo/duplicate-message-filter.js";
import { buildFrom } from "../support/build.js";
import { recording } from "../support/recording.js";

/** Letters are messages; a capital one passes. What passes is what real Logback let through. */
const runs = [
  { options: { allowedRepetitions: 0 }, messages: "AaaBbCaba" },
  { options: { allowedRepetitions: 1 }, messages: "AAaBaBb" },
  { options: { allowedRepetitions: 0, cacheSize: 2 }, messages: "ABCABCAaBbCcDAa" },
  { options: { allowedRepetitions: 0, cacheSize: 2 }, messages: "ABaCaB" },
  { options: { allowedRepetitions: -1 }, messages: "ab" },
  { options: {}, messages: "AAAAAAaa" },
] as const;

for (const { options, messages } of runs) {
  test(`DuplicateMessageFilter with ${JSON.stringify(options)} lets the capitals of ${messages} pass`, () => {
    const { root } = new LoggerContext();
    const filter = new DuplicateMessageFilter(options);
    const passed = Array.from(messages, (letter) => (filter.decide(undefined, root, Level.INFO, letter.toLowerCase()) === "NEUTRAL" ? letter.toUpperCase() : letter.toLowerCase()));

    expect(passed.join("")).toBe(messages);
  });
}

test("DuplicateMessageFilter tells messages apart as they are written, without their arguments, and counts disabled calls too", () => {
  const { context, appender } = recording();
  context.root.setLevel(Level.INFO);
  context.addTurboFilter(new DuplicateMessageFilter({ allowedRepetitions: 1 }));
  const log = context.getLogger("shop");
  log.info("order {}", 1);
  context.getLogger("other").warn("order {}", 2);
  log.info("order {}", 3);
  log.debug("paid");
  log.info("paid");
  log.info("paid");

  expect(appender.messages).toEqual(["order 1", "order 2", "paid"]);
});

test("DuplicateMessageFilter does not count questions whether a level is enabled", () => {
  const { root } = new LoggerContext();
  const filter = new DuplicateMessageFilter({ allowedRepetitions: 0 });

  expect([1, 2, 3].map(() => filter.decide(undefined, root, Level.INFO, undefined))).toEqual(["NEUTRAL", "NEUTRAL", "NEUTRAL"]);
});

for (const cacheSize of [0, -1, Number.NaN]) {
  test(`DuplicateMessageFilter refuses a cache of ${cacheSize}`, () => {
    expect(() => new DuplicateMessageFilter({ cacheSize })).toThrow(RangeError);
  });
}

test("duplicateMessageFilter allows 5 repetitions of 100 messages unless told", () => {
  const { built, statuses } = buildFrom(duplicateMessageFilter, {});

  expect(built).toMatchObject({ allowedRepetitions: 5, cacheSize: 100 });
  expect(statuses).toEqual([]);
});

test("duplicateMessageFilter reads <AllowedRepetitions> and <CacheSize>, and warns of what is no number", () => {
  const { built, statuses } = buildFrom(duplicateMessageFilter, { AllowedRepetitions: "x", CacheSize: "10" });

  expect(built).toMatchObject({ allowedRepetitions: 5, cacheSize: 10 });
  expect(statuses).toEqual(['WARN "x" is not a whole number; 5 is used.']);
});

test("duplicateMessageFilter with a cache without room is left out and says so", () => {
  const { built, statuses } = buildFrom(duplicateMessageFilter, { cacheSize: "0" });

  expect(built).toBe(undefined);
  expect(statuses[0]).toMatch(/^ERROR The turboFilter .* could not be made/);
});
