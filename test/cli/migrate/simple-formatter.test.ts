import { expect, test } from "vitest";
import type { OldPart } from "../../../src/cli/migrate/scan-pattern.js";
import { simpleFormatterParts } from "../../../src/cli/migrate/simple-formatter.js";

const printed = (parts: readonly OldPart[]): string => parts.map((part) => ("text" in part ? part.text : `%${part.modifier}${part.word}${part.options.map((option) => `{${option}}`).join("")}`)).join("");

const formats = [
  ["%1$tb %1$td, %1$tY %1$tl:%1$tM:%1$tS %1$Tp %2$s%n%4$s: %5$s%6$s%n", "%d{MMM dd, yyyy h:mm:ss a} %C %M%n%p: %m%n"],
  ["[%1$tF %1$tT.%1$tL] [%4$-7s] %3$s - %5$s%n", "[%d{yyyy-MM-dd HH:mm:ss.SSS}] [%-7p] %c - %m%n"],
  ["%1$tFT%1$tT%1$tz %5$s %n", "%d{yyyy-MM-dd'T'HH:mm:ssZ} %m %n"],
  ["%tc at %<tA %s", "%d{EEE MMM dd HH:mm:ss z yyyy} at %d{EEEE} %C %M"],
  ["%4$10.3S|%5$.80s", "%10.-3p|%.-80m"],
  ["100%% (%5$s) \\ %d{x}", "100% (%m) \\ {x}"],
  ["%1$tY%n%1$tm", "%d{yyyy}%n%d{MM}"],
  ["{%4$s} %5$s {}", "{%p} %m {}"],
  ["plain", "plain"],
] as const;

for (const [format, pattern] of formats) {
  test(`"${format}" of SimpleFormatter is ${pattern} of Log4j`, () => {
    expect(printed(simpleFormatterParts(format, () => undefined))).toBe(pattern);
  });
}

const unknown = [
  { format: "%7$s %5$s", lost: ["%7$s"], pattern: " %m" },
  { format: "${%5$s} {", lost: ["{ or }"], pattern: "$%m " },
  { format: "%1$tQ %1$s %5$x %5$tY", lost: ["%1$tQ", "%1$s", "%5$x", "%5$tY"], pattern: "   " },
];

for (const { format, lost, pattern } of unknown) {
  test(`of "${format}" what has no equivalent is told and left out`, () => {
    const told: string[] = [];

    expect(printed(simpleFormatterParts(format, (what) => told.push(what)))).toBe(pattern);
    expect(told).toEqual(lost);
  });
}
