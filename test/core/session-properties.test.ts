import { expect, test } from "vitest";
import { MdcStore } from "../../src/core/mdc.js";
import { putSessionProperties, removeSessionProperties, sessionProperties } from "../../src/core/session-properties.js";

const PREFIX = "com.openexchange.session.";

test("a session has a pair for each of its parts", () => {
  expect(sessionProperties({ sessionId: "3f2a", contextId: 1, userId: 5, authId: "a1", userName: "ann@acme", loginName: "ann", clientId: "web" })).toEqual({
    [`${PREFIX}sessionId`]: "3f2a",
    [`${PREFIX}authId`]: "a1",
    [`${PREFIX}userId`]: "5",
    [`${PREFIX}userName`]: "ann@acme",
    [`${PREFIX}loginName`]: "ann",
    [`${PREFIX}contextId`]: "1",
    [`${PREFIX}clientId`]: "web",
  });
});

test("what is missing is empty, a missing client unknown", () => {
  const { [`${PREFIX}sessionId`]: sessionId, [`${PREFIX}userName`]: userName, [`${PREFIX}authId`]: authId, [`${PREFIX}clientId`]: clientId } = sessionProperties({ contextId: 1, userId: 5, authId: null });

  expect([sessionId, userName, authId, clientId]).toEqual(["", "", "", "unknown"]);
});

test("they are put into the MDC and taken out again, and nothing else is", () => {
  const mdc = new MdcStore();
  mdc.run({ request: "1" }, () => {
    putSessionProperties(mdc, { sessionId: "s", contextId: 1, userId: 5 });
    expect(mdc.get(`${PREFIX}userId`)).toBe("5");
    expect(mdc.current.size).toBe(8);
    removeSessionProperties(mdc);

    expect([...mdc.current]).toEqual([["request", "1"]]);
  });
});
