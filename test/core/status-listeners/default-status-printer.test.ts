import { expect, test } from "vitest";
import { formatStatus, StatusManager } from "../../../src/core/status.js";
import { DefaultStatusPrinter } from "../../../src/core/status-listeners/default-status-printer.js";
import { NopStatusListener } from "../../../src/core/status-listeners/nop-status-listener.js";

const DETAILS = { origin: "TEST" };

function printing(): { readonly manager: StatusManager; readonly printer: DefaultStatusPrinter; readonly lines: string[] } {
  const lines: string[] = [];
  const manager = new StatusManager();
  const printer = new DefaultStatusPrinter(manager, (line) => lines.push(line));
  manager.addListener(printer);
  return { manager, printer, lines };
}

test("DefaultStatusPrinter prints warnings and errors, and nothing below", () => {
  const { manager, lines } = printing();
  manager.info("fine", DETAILS);
  manager.warn("odd", DETAILS);
  manager.error("broken", DETAILS);

  expect(lines).toEqual(manager.statuses.slice(1).map(formatStatus));
});

test("DefaultStatusPrinter prints what a configuration said when it is done, and returns its result", () => {
  const { manager, printer, lines } = printing();
  const result = printer.during(() => {
    manager.warn("odd", DETAILS);
    manager.info("fine", DETAILS);
    return lines.length;
  });

  expect(result).toBe(0);
  expect(lines).toEqual([formatStatus(manager.statuses[0] ?? expect.fail())]);
});

test("DefaultStatusPrinter leaves the printing to a listener that the configuration named", () => {
  const { manager, printer, lines } = printing();
  printer.during(() => {
    manager.warn("odd", DETAILS);
    manager.addListener(new NopStatusListener());
  });
  manager.error("later", DETAILS);

  expect(lines).toEqual([]);
});

test("DefaultStatusPrinter prints again when the only other listener is removed", () => {
  const { manager, lines } = printing();
  const listener = new NopStatusListener();
  manager.addListener(listener);
  manager.warn("unprinted", DETAILS);
  manager.removeListener(listener);
  manager.warn("printed", DETAILS);

  expect(lines).toEqual([formatStatus(manager.statuses[1] ?? expect.fail())]);
});

test("DefaultStatusPrinter prints what a configuration said before it threw", () => {
  const { manager, printer, lines } = printing();

  expect(() => printer.during(() => {
    manager.warn("odd", DETAILS);
    throw new Error("configuration");
  })).toThrow("configuration");
  expect(lines).toHaveLength(1);
});

test("DefaultStatusPrinter waits for the outer of two configurations, one within the other", () => {
  const { manager, printer, lines } = printing();
  printer.during(() => {
    printer.during(() => { manager.warn("inner", DETAILS); });
    manager.warn("outer", DETAILS);

    expect(lines).toEqual([]);
  });

  expect(lines).toHaveLength(2);
});
