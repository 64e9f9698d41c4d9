import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { steered } from "../support/control.js";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("an override for a time goes back to the categories before, and that is said", () => {
  const { target, said } = steered();

  expect(target.categoryOverride.override(["CONFIGURATION"], 1_000)).toEqual({ type: "INFO", text: "Setting suppressed Exception Categories to CONFIGURATION" });
  vi.advanceTimersByTime(500);
  target.categoryOverride.override(["CAPACITY"], 1_000);
  vi.advanceTimersByTime(999);
  expect(target.categories.categories).toEqual(["CAPACITY"]);
  vi.advanceTimersByTime(1);

  expect(target.categories.categories).toEqual(["USER_INPUT"]);
  expect(said).toEqual([{ type: "INFO", text: "Setting suppressed Exception Categories to USER_INPUT, because the time of the override is over" }]);
});

test("an override that stays ends one for a time", () => {
  const { target } = steered();

  target.categoryOverride.override(["CONFIGURATION"], 1_000);
  target.categoryOverride.override(["CAPACITY"], undefined);
  vi.advanceTimersByTime(2_000);

  expect(target.categories.categories).toEqual(["CAPACITY"]);
});

test("what the configuration says meanwhile counts", () => {
  const { target, context, said } = steered();

  target.categoryOverride.override(["CONFIGURATION"], 1_000);
  context.putProperty("com.openexchange.log.suppressedCategories", "CONFLICT");
  vi.advanceTimersByTime(2_000);

  expect(target.categories.categories).toEqual(["CONFLICT"]);
  expect(said).toEqual([]);
});

test("categories that the configuration replaced meanwhile do not come back, though they are the same, or are overridden in their turn", () => {
  const { target, context, said } = steered();
  const configure = (categories: string): void => { context.putProperty("com.openexchange.log.suppressedCategories", categories); };

  target.categoryOverride.override(["CONFIGURATION"], 1_000);
  configure("CONFIGURATION");
  vi.advanceTimersByTime(2_000);
  expect([target.categories.categories, said]).toEqual([["CONFIGURATION"], []]);

  target.categoryOverride.override(["CAPACITY"], 1_000);
  configure("CONFLICT");
  target.categoryOverride.override(["TRY_AGAIN"], 500);
  vi.advanceTimersByTime(2_000);
  expect(target.categories.categories).toEqual(["CONFLICT"]);
});

test("a word that is no category changes nothing", () => {
  const { target } = steered();

  expect(() => target.categoryOverride.override(["LOUD"], 1_000)).toThrow(RangeError);
  expect(target.categories.categories).toEqual(["USER_INPUT"]);
});
