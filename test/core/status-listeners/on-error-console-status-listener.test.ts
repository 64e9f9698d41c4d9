import { expect, test } from "vitest";
import type { ServiceKey } from "../../../src/core/component.js";
import { formatStatus, newStatus } from "../../../src/core/status.js";
import { STATUS_OUTPUT, type StatusOutput } from "../../../src/core/status-listeners/on-console-status-listener.js";
import { OnErrorConsoleStatusListener, onErrorConsoleStatusListener } from "../../../src/core/status-listeners/on-error-console-status-listener.js";
import { buildFrom } from "../../support/build.js";

const STATUS = newStatus("INFO", "fine", { origin: "TEST" });

test("OnErrorConsoleStatusListener prints each status as it comes, and what came just before it was added", () => {
  const lines: string[] = [];
  const listener = new OnErrorConsoleStatusListener((line) => lines.push(line), { prefix: "> " });
  listener.onAdded([STATUS]);
  listener.onStatus(STATUS);

  expect(lines).toEqual([`> ${formatStatus(STATUS)}`, `> ${formatStatus(STATUS)}`]);
});

test("onErrorConsoleStatusListener prints on standard error, as its elements say", () => {
  const lines: string[] = [];
  const output: StatusOutput = { stdout: () => { throw new Error("not asked for"); }, stderr: (line) => lines.push(line) };
  const services = new Map<ServiceKey<unknown>, unknown>([[STATUS_OUTPUT, output]]);
  const { built, statuses } = buildFrom(onErrorConsoleStatusListener, { prefix: "LOG", retrospective: "60000", resetResistant: "true" }, { services });
  built?.onAdded?.([{ ...STATUS, timestamp: Date.now() - 5_000 }]);
  built?.onStatus(STATUS);

  expect(lines.map((line) => line.replace(/\d\d:\S+/, ""))).toEqual(["LOG |-INFO in TEST - fine", "LOG |-INFO in TEST - fine"]);
  expect(statuses).toEqual([]);
});

test("onErrorConsoleStatusListener in a process that offers no console is left out and says so", () => {
  const { built, statuses } = buildFrom(onErrorConsoleStatusListener, {});

  expect(built).toBe(undefined);
  expect(statuses).toEqual(["ERROR This process offers no console for statuses; the listener is left out."]);
});
