import { expect, test } from "vitest";
import { Level } from "../../../src/core/level.js";
import { springColor } from "../../../src/pattern/converters/spring.js";
import { textOf, WORDS } from "../../support/patterns.js";

const words = new Map([...WORDS, ["clr", springColor]]);

const colors = [
  { pattern: "%clr(%level)", level: Level.ERROR, text: "\x1b[31mERROR\x1b[0;39m" },
  { pattern: "%clr(%level)", level: Level.WARN, text: "\x1b[33mWARN\x1b[0;39m" },
  { pattern: "%clr(%level)", level: Level.DEBUG, text: "\x1b[32mDEBUG\x1b[0;39m" },
  { pattern: "%clr(%5level){faint}", level: Level.INFO, text: "\x1b[2m INFO\x1b[0;39m" },
  { pattern: "%clr(%level){CYAN}", level: Level.INFO, text: "\x1b[36mINFO\x1b[0;39m" },
  { pattern: "%clr(%level){bright_red}", level: Level.INFO, text: "\x1b[91mINFO\x1b[0;39m" },
  { pattern: "%clr(%level){mauve}", level: Level.INFO, text: "\x1b[32mINFO\x1b[0;39m" },
] as const;

for (const { pattern, level, text } of colors) {
  test(`${pattern} prints ${level.name} as ${JSON.stringify(text)}`, () => {
    expect(textOf(pattern, { level }, { words })).toBe(text);
  });
}

test("%clr prints no colours when the property of Spring Boot switches them off", () => {
  expect(textOf("%clr(%level){red}", {}, { words, property: (key) => (key === "spring.output.ansi.enabled" ? "NEVER" : undefined) })).toBe("INFO");
});
