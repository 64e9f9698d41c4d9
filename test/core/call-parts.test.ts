import { expect, test } from "vitest";
import { callPartsOf } from "../../src/core/call-parts.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { Marker } from "../../src/core/marker.js";
import { DEFAULT_PRINT_LIMITS } from "../../src/core/printable.js";
import { RecordingAppender } from "../support/recording.js";

const AUDIT = new Marker("AUDIT");
const [boom, late] = [new Error("boom"), new Error("late")];

const calls = [
  { title: "an error, words and arguments", call: [boom, "while {}", 1], parts: { text: "while {}", given: [1], args: [1], throwable: boom } },
  { title: "an error alone", call: [boom], parts: { text: "boom", given: [], args: [], throwable: boom } },
  { title: "an error and no words", call: [boom, 1], parts: { text: "boom", given: [1], args: [], throwable: boom } },
  { title: "an error before and one behind", call: [boom, "x", late], parts: { text: "x", given: [late], args: [], throwable: late } },
  { title: "a marker and words", call: [AUDIT, "x {}", 1, boom], parts: { marker: AUDIT, text: "x {}", given: [1, boom], args: [1], throwable: boom } },
  { title: "a marker, an error and words", call: [AUDIT, boom, "x"], parts: { marker: AUDIT, text: "x", given: [], args: [], throwable: boom } },
  { title: "a marker alone", call: [AUDIT], parts: { marker: AUDIT, text: "undefined", given: [], args: [] } },
  { title: "two markers", call: [AUDIT, AUDIT], parts: { marker: AUDIT, text: "AUDIT", given: [], args: [] } },
  { title: "a number", call: [7, 8], parts: { text: "7", given: [8], args: [] } },
  { title: "an object alone", call: [{ a: 1 }], parts: { text: "{ a: 1 }", given: [], args: [] } },
  { title: "an object that looks like a template", call: [{ a: {} }, 1], parts: { text: "{ a: {} }", given: [1], args: [] } },
  { title: "an object before words", call: [{ id: 7, name: "ada" }, "saved {}", 1], parts: { text: "saved {}", given: [1], args: [1], keyValuePairs: [{ key: "id", value: 7 }, { key: "name", value: "ada" }] } },
  { title: "an object with an error before words", call: [{ id: 7, err: boom }, "saved {}", 1], parts: { text: "saved {}", given: [1], args: [1], throwable: boom, keyValuePairs: [{ key: "id", value: 7 }] } },
  { title: "an object whose error is called error", call: [{ error: boom }, "saved"], parts: { text: "saved", given: [], args: [], throwable: boom, keyValuePairs: [] } },
  { title: "an object with two errors", call: [{ err: boom, error: late }, "saved"], parts: { text: "saved", given: [], args: [], throwable: boom, keyValuePairs: [{ key: "error", value: late }] } },
  { title: "an object with an error, and another one in the last place", call: [{ err: boom }, "saved", late], parts: { text: "saved", given: [late], args: [], throwable: late, keyValuePairs: [{ key: "err", value: boom }] } },
  { title: "an object whose err is no error", call: [{ err: "none" }, "saved"], parts: { text: "saved", given: [], args: [], keyValuePairs: [{ key: "err", value: "none" }] } },
  { title: "an object with an error and no words", call: [{ id: 7, err: boom }], parts: { text: "boom", given: [], args: [], throwable: boom, keyValuePairs: [{ key: "id", value: 7 }] } },
  { title: "an object with an error, and another one behind it", call: [{ err: boom }, late], parts: { text: "{ err: [Error: boom] }", given: [late], args: [], throwable: late } },
  { title: "an array before words", call: [[1, 2], "saved"], parts: { text: "saved", given: [], args: [], keyValuePairs: [{ key: "value", value: [1, 2] }] } },
  { title: "an error before an object", call: [boom, { id: 7 }], parts: { text: "boom", given: [{ id: 7 }], args: [], throwable: boom, keyValuePairs: [{ key: "id", value: 7 }] } },
] as const;

for (const { title, call, parts } of calls) {
  test(`${title}: what is the message, what the arguments, what the throwable`, () => {
    const [first, ...rest] = call;

    expect(callPartsOf(first, rest, DEFAULT_PRINT_LIMITS)).toMatchObject({ marker: undefined, throwable: undefined, keyValuePairs: [], ...parts });
  });
}

test("the arguments of the call are left as they are", () => {
  const rest = Object.freeze(["x {}", 1, boom]);
  callPartsOf(boom, rest, DEFAULT_PRINT_LIMITS);

  expect(rest).toHaveLength(3);
});

test("T6: data is never looked through for placeholders, however it becomes the message", () => {
  const context = new LoggerContext();
  const target = new RecordingAppender("TARGET", context);
  context.root.addAppender(target);

  context.root.info({ a: {} }, 1 as never);
  context.root.error(new SyntaxError("Unexpected {} in JSON"), { secret: 1 } as never);
  context.root.atInfo().log(new Map([[{}, 1]]) as never, "x");

  expect(target.messages).toEqual(["{ a: {} }", "Unexpected {} in JSON", "Map(1) { {} => 1 }"]);
});
