import { expect, test } from "vitest";
import { jsonLine, objectField, type JsonField } from "../../src/json/json-field.js";
import { anEvent } from "../support/events.js";

const a: JsonField = { write: (event) => `"a":${String(event.sequenceNumber)}` };
const b: JsonField = { write: (event) => `"b":"${event.loggerName}"`, dependsOn: ["logger"] };
const c: JsonField = { write: (event) => `"c":${String(event.timestamp)}`, dependsOn: ["time"] };
const there: JsonField = { write: () => '"there":1', isOptional: true };
const gone: JsonField = { write: () => "", isOptional: true };

const lines: readonly (readonly [fields: readonly JsonField[], line: string])[] = [
  [[], "{}\n"],
  [[gone], "{}\n"],
  [[gone, gone], "{}\n"],
  [[there], '{"there":1}\n'],
  [[gone, there], '{"there":1}\n'],
  [[there, gone], '{"there":1}\n'],
  [[gone, a], '{"a":7}\n'],
  [[there, a], '{"there":1,"a":7}\n'],
  [[a, gone, b, there], '{"a":7,"b":"L","there":1}\n'],
  [[gone, there, gone, b, c, gone, a], '{"there":1,"b":"L","c":5,"a":7}\n'],
  [[c, b, there, there], '{"c":5,"b":"L","there":1,"there":1}\n'],
];

for (const [fields, line] of lines) {
  test(`${String(fields.length)} fields stand as ${line.trim()}`, () => {
    const write = jsonLine(fields);
    const event = anEvent({ sequenceNumber: 7, loggerName: "L", timestamp: 5 });

    expect(write(event)).toBe(line);
    expect(write(event)).toBe(line);
  });
}

test("what is kept of one event is not written for another", () => {
  const write = jsonLine([c, b]);

  expect(write(anEvent({ loggerName: "x", timestamp: 1 }))).toBe('{"c":1,"b":"x"}\n');
  expect(write(anEvent({ loggerName: "y", timestamp: 1 }))).toBe('{"c":1,"b":"y"}\n');
  expect(write(anEvent({ loggerName: "y", timestamp: 2 }))).toBe('{"c":2,"b":"y"}\n');
});

test("an object within an object is written with its name, empty too", () => {
  expect(objectField('n"', [there, a]).write(anEvent({ sequenceNumber: 7 }))).toBe('"n\\"":{"there":1,"a":7}');
  expect(objectField("n", [gone]).write(anEvent())).toBe('"n":{}');
});

test("a line ends as it is asked to", () => {
  expect(jsonLine([there], "\r\n")(anEvent())).toBe('{"there":1}\r\n');
  expect(jsonLine([there], "")(anEvent())).toBe('{"there":1}');
});
