import { expect, test } from "vitest";
import { callPartsOf } from "../../src/core/call-parts.js";
import { Marker } from "../../src/core/marker.js";
import { DEFAULT_PRINT_LIMITS } from "../../src/core/printable.js";

const AUDIT = new Marker("AUDIT");
const [boom, late] = [new Error("boom"), new Error("late")];

const calls = [
  { title: "an error, words and arguments", call: [boom, "while {}", 1], parts: { text: "while {}", given: [1], args: [1], throwable: boom } },
  { title: "an error alone", call: [boom], parts: { text: "boom", given: [], args: [], throwable: boom } },
  { title: "an error and no words", call: [boom, 1], parts: { text: "boom", given: [1], args: [1], throwable: boom } },
  { title: "an error before and one behind", call: [boom, "x", late], parts: { text: "x", given: [late], args: [], throwable: late } },
  { title: "a marker and words", call: [AUDIT, "x {}", 1, boom], parts: { marker: AUDIT, text: "x {}", given: [1, boom], args: [1], throwable: boom } },
  { title: "a marker, an error and words", call: [AUDIT, boom, "x"], parts: { marker: AUDIT, text: "x", given: [], args: [], throwable: boom } },
  { title: "a marker alone", call: [AUDIT], parts: { marker: AUDIT, text: "undefined", given: [], args: [] } },
  { title: "two markers", call: [AUDIT, AUDIT], parts: { marker: AUDIT, text: "AUDIT", given: [], args: [] } },
  { title: "a number", call: [7, 8], parts: { text: "7", given: [8], args: [8] } },
] as const;

for (const { title, call, parts } of calls) {
  test(`${title}: what is the message, what the arguments, what the throwable`, () => {
    const [first, ...rest] = call;

    expect(callPartsOf(first, rest, DEFAULT_PRINT_LIMITS)).toEqual({ marker: undefined, throwable: undefined, ...parts });
  });
}

test("the arguments of the call are left as they are", () => {
  const rest = Object.freeze(["x {}", 1, boom]);
  callPartsOf(boom, rest, DEFAULT_PRINT_LIMITS);

  expect(rest).toHaveLength(3);
});
