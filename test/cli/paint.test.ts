import { expect, test } from "vitest";
import { coloursWanted, paintFor } from "../../src/cli/paint.js";

const cases = [
  { environment: {}, isTerminal: true, wanted: true },
  { environment: {}, isTerminal: false, wanted: false },
  { environment: { NO_COLOR: "1" }, isTerminal: true, wanted: false },
  { environment: { NO_COLOR: "" }, isTerminal: true, wanted: true },
  { environment: { FORCE_COLOR: "1" }, isTerminal: false, wanted: true },
  { environment: { FORCE_COLOR: "0" }, isTerminal: true, wanted: false },
  { environment: { NO_COLOR: "1", FORCE_COLOR: "1" }, isTerminal: true, wanted: false },
];

for (const { environment, isTerminal, wanted } of cases) {
  test(`${JSON.stringify(environment)} on ${isTerminal ? "a terminal" : "a pipe"} means ${wanted ? "" : "no "}colours`, () => {
    expect(coloursWanted(environment, isTerminal)).toBe(wanted);
  });
}

test("without colours a text stays as it is, and loses those it brings", () => {
  expect(paintFor(false).red("x")).toBe("x");
  expect(paintFor(false).asItComes("\x1b[31mx\x1b[0m")).toBe("x");
  expect(paintFor(true).asItComes("\x1b[31mx\x1b[0m")).toBe("\x1b[31mx\x1b[0m");
});
