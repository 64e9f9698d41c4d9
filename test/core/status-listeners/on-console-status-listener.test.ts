import { expect, test } from "vitest";
import type { ServiceKey } from "../../../src/core/component.js";
import { formatStatus, newStatus, StatusManager, type Status } from "../../../src/core/status.js";
import { OnConsoleStatusListener, onConsoleStatusListener, STATUS_OUTPUT, type StatusOutput } from "../../../src/core/status-listeners/on-console-status-listener.js";
import { buildFrom } from "../../support/build.js";

function agedStatus(message: string, ageMs: number): Status {
  return { ...newStatus("INFO", message, { origin: "TEST" }), timestamp: Date.now() - ageMs };
}

function messagesOf(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^.* - /, ""));
}

test("OnConsoleStatusListener prints each status as it comes, whatever its level", () => {
  const lines: string[] = [];
  const manager = new StatusManager();
  manager.addListener(new OnConsoleStatusListener((line) => lines.push(line)));
  manager.info("a", { origin: "TEST" });
  manager.error("b", { origin: "TEST" });

  expect(lines).toEqual(manager.statuses.map(formatStatus));
});

const ages = [
  { retrospectiveMs: undefined, printed: ["now", "fresh"] },
  { retrospectiveMs: 60_000, printed: ["now", "fresh", "old"] },
  { retrospectiveMs: 10_000_000, printed: ["now", "fresh", "old", "ancient"] },
] as const;

for (const { retrospectiveMs, printed } of ages) {
  test(`OnConsoleStatusListener with retrospective ${String(retrospectiveMs)} prints of the past: ${printed.join(", ")}`, () => {
    const lines: string[] = [];
    const manager = new StatusManager();
    for (const [message, ageMs] of [["ancient", 3_600_000], ["old", 5_000], ["fresh", 10], ["now", 0]] as const) {
      manager.add(agedStatus(message, ageMs));
    }
    manager.addListener(new OnConsoleStatusListener((line) => lines.push(line), { retrospectiveMs }));

    expect(messagesOf(lines).sort()).toEqual([...printed].sort());
  });
}

test("OnConsoleStatusListener prints the statuses that are kept in the order in which they came", () => {
  const lines: string[] = [];
  new OnConsoleStatusListener((line) => lines.push(line)).onAdded([agedStatus("first", 20), agedStatus("second", 10)]);

  expect(messagesOf(lines)).toEqual(["first", "second"]);
});

function withOutput(): { readonly lines: string[]; readonly services: ReadonlyMap<ServiceKey<unknown>, unknown> } {
  const lines: string[] = [];
  const output: StatusOutput = { stdout: (line) => lines.push(line), stderr: () => { throw new Error("not asked for"); } };
  return { lines, services: new Map<ServiceKey<unknown>, unknown>([[STATUS_OUTPUT, output]]) };
}

test("onConsoleStatusListener prints on standard output, 300 ms back unless told", () => {
  const { lines, services } = withOutput();
  const { built, statuses } = buildFrom(onConsoleStatusListener, {}, { services });
  built?.onAdded?.([agedStatus("old", 5_000), agedStatus("fresh", 0)]);

  expect(messagesOf(lines)).toEqual(["fresh"]);
  expect(statuses).toEqual([]);
});

test("onConsoleStatusListener reads <retrospective> in milliseconds", () => {
  const { lines, services } = withOutput();
  const { built, statuses } = buildFrom(onConsoleStatusListener, { retrospective: "60000" }, { services });
  built?.onAdded?.([agedStatus("old", 5_000)]);

  expect(messagesOf(lines)).toEqual(["old"]);
  expect(statuses).toEqual([]);
});

for (const text of ["soon", "-1", "3.5", "300 ms"]) {
  test(`onConsoleStatusListener with <retrospective>${text}</retrospective> uses 300 and warns`, () => {
    const { lines, services } = withOutput();
    const { built, statuses } = buildFrom(onConsoleStatusListener, { retrospective: text }, { services });
    built?.onAdded?.([agedStatus("old", 5_000), agedStatus("fresh", 0)]);

    expect(messagesOf(lines)).toEqual(["fresh"]);
    expect(statuses).toEqual([`WARN "${text}" is not a number of milliseconds; 300 is used.`]);
  });
}

test("onConsoleStatusListener in a process that offers no console is left out and says so", () => {
  const { built, statuses } = buildFrom(onConsoleStatusListener, {});

  expect(built).toBe(undefined);
  expect(statuses).toEqual(["ERROR This process offers no console for statuses; the listener is left out."]);
});
