import { expect, test } from "vitest";
import { Level } from "../../../src/core/level.js";
import { coloredLevel } from "../../../src/pattern/converters/play.js";
import { textOf, WORDS } from "../../support/patterns.js";

const levels = [
  { level: Level.TRACE, text: "[\x1b[34mtrace\x1b[0m]" },
  { level: Level.DEBUG, text: "[\x1b[36mdebug\x1b[0m]" },
  { level: Level.INFO, text: "[\x1b[37minfo\x1b[0m]" },
  { level: Level.WARN, text: "[\x1b[33mwarn\x1b[0m]" },
  { level: Level.ERROR, text: "[\x1b[31merror\x1b[0m]" },
] as const;

for (const { level, text } of levels) {
  test(`%coloredLevel prints ${level.name} as ${JSON.stringify(text)}`, () => {
    expect(textOf("%coloredLevel", { level }, { words: new Map([...WORDS, ["coloredLevel", coloredLevel]]) })).toBe(text);
  });
}
