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

test("ids that a session has not are no words, and not those of the session before", () => {
  const mdc = new MdcStore();
  const nobody = { contextId: null, userId: undefined };
  mdc.run({ [`${PREFIX}contextId`]: "1", [`${PREFIX}userId`]: "5" }, () => {
    const inner = mdc.run(sessionProperties(nobody), () => mdc.getCopyOfContextMap());
    putSessionProperties(mdc, nobody);

    for (const map of [inner, mdc.getCopyOfContextMap()]) {
      expect([...map.keys()].map((key) => key.slice(PREFIX.length))).toEqual(["sessionId", "authId", "userName", "loginName", "clientId"]);
    }
  });
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
