import { expect, test } from "vitest";
import { conversionsIn } from "../../../src/config/checks/conversions.js";

const cases: readonly (readonly [pattern: string, conversions: readonly object[]])[] = [
  ["plain", []],
  ["%msg%n", [{ word: "msg", options: [], index: 0 }, { word: "n", options: [], index: 4 }]],
  ["%-5.10level", [{ word: "level", options: [], index: 0 }]],
  ["\\%msg %.-3t", [{ word: "t", options: [], index: 6 }]],
  ["%d{HH:mm, UTC}", [{ word: "d", options: ["HH:mm", "UTC"], index: 0 }]],
  ['%d{"HH:mm:ss,SSS", UTC, en-US}', [{ word: "d", options: ["HH:mm:ss,SSS", "UTC", "en-US"], index: 0 }]],
  ["%d{yyyy-MM-dd'T'HH:mm}", [{ word: "d", options: ["yyyy-MM-dd'T'HH:mm"], index: 0 }]],
  ["%d{'a,b'}", [{ word: "d", options: ["a,b"], index: 0 }]],
  ["%highlight(%-5p)", [{ word: "highlight", options: [], index: 0 }, { word: "p", options: [], index: 11 }]],
  ["%(%t)", [{ word: "t", options: [], index: 2 }]],
  ["%d{", [{ word: "d", options: [], index: 0 }]],
  ["%d{}", [{ word: "d", options: [], index: 0 }]],
  ["%red(%msg)%n", [{ word: "red", options: [], index: 0 }, { word: "msg", options: [], index: 5 }]],
  ["100%", []],
];

for (const [pattern, conversions] of cases) {
  test(`the conversion words of ${pattern}`, () => {
    expect(conversionsIn(pattern)).toEqual(conversions);
  });
}
