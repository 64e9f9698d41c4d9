import { expect, test } from "vitest";
import { templateMembers } from "../../src/json/json-template.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import { anEvent } from "../support/events.js";
import { WORDS } from "../support/patterns.js";

/** What a template writes of an event with this message, as members of an object. */
function written(template: object, message = "", { omitEmptyFields = false }: { readonly omitEmptyFields?: boolean } = {}, complaints: string[] = []): unknown {
  const members = templateMembers(template, {
    omitEmptyFields,
    compile: (pattern) => compilePattern(pattern, { words: WORDS, throwableWord: "" }).convert,
    complain: (complaint) => complaints.push(complaint),
  });
  const texts = members.map(([name, make]) => make(name).write(anEvent({ message }))).filter((text) => text !== "");
  return JSON.parse(`{${texts.join(",")}}`);
}

const operations: readonly (readonly [operation: string, message: string, value: unknown])[] = [
  ["asLong", "97", 97],
  ["asLong", "+97", 97],
  ["asLong", "9223372036854775807", Number("9223372036854775807")],
  ["asLong", "9223372036854775808", null],
  ["asLong", "1.5", null],
  ["asLong", "", null],
  ["asDouble", "1.5", 1.5],
  ["asDouble", "-1e3", -1000],
  ["asDouble", "NaN", null],
  ["asDouble", "1e999", null],
  ["asBoolean", "YES", true],
  ["asBoolean", "1", true],
  ["asBoolean", "no", false],
  ["asBoolean", "", null],
  ["asNullIfEmpty", "", null],
  ["asNullIfEmpty", "x", "x"],
  ["asJson", '{"a":[1,\n2],"a":3}', { a: 3 }],
  ["asJson", "{", null],
  ["tryJson", "[1]", [1]],
  ["tryJson", 'a"b', 'a"b'],
];

for (const [operation, message, value] of operations) {
  test(`#${operation} makes ${JSON.stringify(value)} of ${JSON.stringify(message)}`, () => {
    expect(written({ x: `#${operation}{%msg}` }, message)).toEqual({ x: value });
  });
}

test("JSON from data is one line, whose invisible characters are escaped", () => {
  const [[, make]] = templateMembers({ x: "#asJson{%msg}" }, { omitEmptyFields: false, compile: (pattern) => compilePattern(pattern, { words: WORDS }).convert, complain: () => {} }) as [[string, (name: string) => { write(event: unknown): string }]];

  expect(make("x").write(anEvent({ message: '{ "a" :\n"\u2028\u202e" }' }))).toBe('"x":{"a":"\\u2028\\u202E"}');
});

test("\\# begins a text that is no operation", () => {
  expect(written({ x: "\\#asLong{%msg}" }, "1")).toEqual({ x: "#asLong{1}" });
});

test("an unknown operation is reported and writes null", () => {
  const complaints: string[] = [];

  expect(written({ x: "#asDate{%msg}" }, "", {}, complaints)).toEqual({ x: null });
  expect(complaints).toEqual(['There is no operation "#asDate{}"; there are #asLong{}, #asDouble{}, #asBoolean{}, #asJson{}, #tryJson{}, #asNullIfEmpty{}. null is written.']);
});

test("constants keep their type, and texts in lists and objects are patterns", () => {
  expect(written({ a: 1, b: true, c: null, d: ["%msg", { e: "%level" }], f: {}, g: "" }, "m")).toEqual({ a: 1, b: true, c: null, d: ["m", { e: "INFO" }], f: {}, g: "" });
});

test("omitEmptyFields leaves out what is empty, and what has nothing else in it", () => {
  const template = { a: "%msg", b: null, c: [], d: { e: "%msg", f: ["", null] }, g: ["%msg", "x"], h: 0, i: false };

  expect(written(template, "", { omitEmptyFields: true })).toEqual({ g: ["x"], h: 0, i: false });
  expect(written(template, "m", { omitEmptyFields: true })).toEqual({ a: "m", d: { e: "m" }, g: ["m", "x"], h: 0, i: false });
});
