import { expect, test } from "vitest";
import { formatStatus, newStatus, type Status } from "../../../src/core/status.js";
import { StatusLines, type StatusLinesOptions } from "../../../src/core/status-listeners/status-lines.js";

function agedStatus(message: string, ageMs: number): Status {
  return { ...newStatus("INFO", message, { origin: "TEST" }), timestamp: Date.now() - ageMs };
}

function linesOf(options: StatusLinesOptions | undefined, print: (lines: StatusLines) => void): string[] {
  const lines: string[] = [];
  print(new StatusLines((line) => lines.push(line), options));
  return lines;
}

for (const [options, prefix] of [[undefined, ""], [{ prefix: "LOG: " }, "LOG: "]] as const) {
  test(`StatusLines with ${JSON.stringify(options)} prints a status behind "${prefix}"`, () => {
    const status = newStatus("WARN", "odd", { origin: "TEST" });

    expect(linesOf(options, (lines) => { lines.print(status); })).toEqual([prefix + formatStatus(status)]);
  });
}

const ages = [
  { options: undefined, printed: ["now", "fresh"] },
  { options: { retrospectiveMs: 60_000 }, printed: ["now", "fresh", "old"] },
  { options: { retrospectiveMs: -1 }, printed: [] },
] as const;

for (const { options, printed } of ages) {
  test(`StatusLines with ${JSON.stringify(options)} prints of the past: ${printed.join(", ") || "nothing"}`, () => {
    const past = [agedStatus("now", 0), agedStatus("fresh", 10), agedStatus("old", 5_000), agedStatus("ancient", 3_600_000)];
    const lines = linesOf(options, (statusLines) => { statusLines.printRecent(past); });

    expect(lines.map((line) => line.replace(/^.* - /, ""))).toEqual(printed);
  });
}
