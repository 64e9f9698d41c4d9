import { expect, test } from "vitest";
import { StatusManager } from "../../../src/core/status.js";
import { StatusListenerAsList, statusListenerAsList } from "../../../src/core/status-listeners/status-listener-as-list.js";
import { buildFrom } from "../../support/build.js";

test("StatusListenerAsList keeps the statuses that come, and not those of before", () => {
  const manager = new StatusManager();
  const listener = new StatusListenerAsList();
  manager.info("before", { origin: "TEST" });
  manager.addListener(listener);
  manager.info("a", { origin: "TEST" });
  manager.error("b", { origin: "TEST" });

  expect(listener.statusList.map(({ level, message }) => `${level} ${message}`)).toEqual(["INFO a", "ERROR b"]);
});

test("T14: StatusListenerAsList keeps the latest 1,000 only", () => {
  const manager = new StatusManager();
  const listener = new StatusListenerAsList();
  manager.addListener(listener);
  for (let index = 0; index < 1_005; index++) {
    manager.info(String(index), { origin: "TEST" });
  }

  expect(listener.statusList).toHaveLength(1_000);
  expect([listener.statusList.at(0)?.message, listener.statusList.at(-1)?.message]).toEqual(["5", "1004"]);
});

test("statusListenerAsList needs no properties", () => {
  const { built, statuses } = buildFrom(statusListenerAsList, {});

  expect(built).toBeInstanceOf(StatusListenerAsList);
  expect(statuses).toEqual([]);
});
