import { expect, test } from "vitest";
import { controlEvent } from "../../src/audit/control-event.js";

const NOW = new Date(0);

test("what is known stands before what was only said, and changes before refusals", () => {
  expect(controlEvent({ operation: "filterContext", login: "adm", ip: "::1", operator: "ada", changes: ["a", "b"], refusals: ["c"] }, NOW)).toEqual({
    eventId: "logconf.filterContext",
    attributes: [["login", "adm"], ["ip", "::1"], ["timestamp", NOW], ["operator", "ada"], ["change", "a"], ["change", "b"], ["refused", "c"]],
  });
});

test("what is not known is <none>", () => {
  expect(controlEvent({ operation: "clearFilters", login: undefined, ip: undefined, operator: undefined, changes: [], refusals: [] }, NOW).attributes).toEqual([["login", "<none>"], ["ip", "<none>"], ["timestamp", NOW], ["operator", "<none>"]]);
});
