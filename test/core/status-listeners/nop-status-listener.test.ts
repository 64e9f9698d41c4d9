import { expect, test } from "vitest";
import { StatusManager } from "../../../src/core/status.js";
import { DefaultStatusPrinter } from "../../../src/core/status-listeners/default-status-printer.js";
import { NopStatusListener, nopStatusListener } from "../../../src/core/status-listeners/nop-status-listener.js";
import { buildFrom } from "../../support/build.js";

test("NopStatusListener prints nothing and keeps warnings and errors from being printed by default", () => {
  const lines: string[] = [];
  const manager = new StatusManager();
  manager.addListener(new DefaultStatusPrinter(manager, (line) => lines.push(line)));
  manager.addListener(new NopStatusListener());
  manager.error("trouble", { origin: "TEST" });

  expect(lines).toEqual([]);
  expect(manager.count).toBe(1);
});

test("nopStatusListener needs no properties", () => {
  const { built, statuses } = buildFrom(nopStatusListener, {});

  expect(built).toBeInstanceOf(NopStatusListener);
  expect(statuses).toEqual([]);
});
