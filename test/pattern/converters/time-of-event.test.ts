import { expect, test } from "vitest";
import { SOME_TIME } from "../../support/events.js";
import { textOf } from "../../support/patterns.js";

for (const { nanos, text } of [{ nanos: 0, text: "000" }, { nanos: 7_999, text: "007" }, { nanos: 45_000, text: "045" }, { nanos: 999_999, text: "999" }] as const) {
  test(`%micros of ${String(nanos)} nanoseconds within the millisecond is ${text}`, () => {
    expect(textOf("%micros %ms", { nanos })).toBe(`${text} ${text}`);
  });
}

test("%epoch is the milliseconds since 1970, or the seconds", () => {
  expect(textOf("%epoch %ep{Seconds} %epoch{x}")).toBe(`${String(SOME_TIME)} ${String(Math.floor(SOME_TIME / 1000))} ${String(SOME_TIME)}`);
});

test("%relative is the milliseconds since the context started", () => {
  expect(textOf("%r|%6relative", { timestamp: 1_250, context: { birthTime: 1_000 } })).toBe("250|   250");
});

test("%relative goes negative when the clock was set back", () => {
  expect(textOf("%relative", { timestamp: 900, context: { birthTime: 1_000 } })).toBe("-100");
});
