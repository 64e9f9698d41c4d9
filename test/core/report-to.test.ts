import { expect, test } from "vitest";
import { reportTo } from "../../src/core/report-to.js";
import { StatusManager } from "../../src/core/status.js";

test("what is reported becomes a status of its level, with the details and the cause", () => {
  const statusManager = new StatusManager();
  const report = reportTo(statusManager, { origin: "FILE" });
  const cause = new Error("full");

  report.info("opened");
  report.warn("slow");
  report.error("lost", cause);
  report.error("closed");

  expect(statusManager.statuses).toEqual([
    { level: "INFO", message: "opened", origin: "FILE", timestamp: expect.any(Number) as number },
    { level: "WARN", message: "slow", origin: "FILE", timestamp: expect.any(Number) as number },
    { level: "ERROR", message: "lost", origin: "FILE", cause, timestamp: expect.any(Number) as number },
    { level: "ERROR", message: "closed", origin: "FILE", timestamp: expect.any(Number) as number },
  ]);
});
