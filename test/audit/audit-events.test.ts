import { expect, test } from "vitest";
import { AuditEvents } from "../../src/audit/audit-events.js";

const timestamp = new Date("2016-06-10T10:31:10Z");

test("a login has three attributes", () => {
  expect(AuditEvents.login({ login: "thorben", ip: "::1", timestamp })).toEqual({ eventId: "ox.login", attributes: [["login", "thorben"], ["ip", "::1"], ["timestamp", timestamp]] });
});

test("client and session follow where they are given", () => {
  expect(AuditEvents.login({ login: "thorben", ip: "::1", timestamp, session: null, client: "appsuite" }).attributes).toEqual([
    ["login", "thorben"],
    ["ip", "::1"],
    ["timestamp", timestamp],
    ["client", "appsuite"],
    ["session", "<none>"],
  ]);
});

test("a login of more than 256 characters is cut to 256", () => {
  const loginOf = (login: string): unknown => (AuditEvents.login({ login, ip: "::1" }).attributes as readonly (readonly [string, unknown])[])[0]?.[1];

  expect(loginOf("a".repeat(256))).toBe("a".repeat(256));
  expect(loginOf("a".repeat(257))).toBe(`${"a".repeat(253)}...`);
});

test("a login is never cut within a character", () => {
  expect(AuditEvents.login({ login: `${"a".repeat(252)}${"\u{1f600}".repeat(4)}`, ip: "::1" }).attributes).toContainEqual(["login", `${"a".repeat(252)}...`]);
});

const odd: readonly (readonly [login: unknown, printed: unknown])[] = [[undefined, undefined], [null, null], [12, "12"], [{ length: 1_000 }, "{ length: 1000 }"], [["a".repeat(300)], `[${"a".repeat(252)}...`]];

for (const [login, printed] of odd) {
  test(`a login that is ${typeof login} ${String(printed).slice(0, 20)} is an event like others`, () => {
    for (const event of [AuditEvents.login, AuditEvents.logout]) {
      expect(event({ login: login as string, ip: "::1" }).attributes).toContainEqual(["login", printed]);
    }
  });
}

test("who says nothing of a login has an event without values", () => {
  expect(AuditEvents.login(undefined as never).attributes).toEqual([["login", undefined], ["ip", "<none>"], ["timestamp", expect.any(Date)]]);
});

test("a logout is like a login, and both happen now unless said otherwise", () => {
  const before = Date.now();
  const { eventId, attributes } = AuditEvents.logout({ login: "thorben", ip: undefined });
  const [login, ip, time] = attributes as readonly (readonly [string, unknown])[];

  expect([eventId, login, ip]).toEqual(["ox.logout", ["login", "thorben"], ["ip", "<none>"]]);
  expect((time?.[1] as Date).getTime()).toBeGreaterThanOrEqual(before);
});

for (const protocol of ["imap", "pop3", "smtp"] as const) {
  for (const [isPrimary, which] of [[true, "primary"], [false, "external"]] as const) {
    test(`an access to a mail server by ${protocol}, to an account that is ${which}`, () => {
      expect(AuditEvents.mailAccess({ protocol, isPrimary, login: "thorben", ip: "::1", timestamp, mailLogin: "t@acme.org", server: "mail.acme.org", port: 143 })).toEqual({
        eventId: `${protocol}.${which}.login`,
        attributes: [["login", "thorben"], ["ip", "::1"], ["timestamp", timestamp], [`${protocol}.login`, "t@acme.org"], [`${protocol}.server`, "mail.acme.org"], [`${protocol}.port`, 143]],
      });
    });
  }
}

test("SMTP without authentication has no login there", () => {
  expect(AuditEvents.mailAccess({ protocol: "smtp", isPrimary: true, login: "a", ip: "::1", server: "s", port: 25 }).attributes).toContainEqual(["smtp.login", "<none>"]);
});
