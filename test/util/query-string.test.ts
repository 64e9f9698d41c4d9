import { expect, test } from "vitest";
import { withoutPasswords } from "../../src/util/query-string.js";

const cases = [
  ["action=login&name=ann", "action=login&name=ann"],
  ["name=ann&password=secret", "name=ann&password=xxx"],
  ["PASSWORD=a=b&ePassword=c", "PASSWORD=xxx&ePassword=xxx"],
  ["p%61ssword=secret", "p%61ssword=xxx"],
  ["password=", "password=xxx"],
  ["password", "password"],
  ["newpassword=kept&passwords=kept", "newpassword=kept&passwords=kept"],
  ["%zz=1&password=2", "%zz=1&password=xxx"],
  ["", ""],
] as const;

for (const [query, logged] of cases) {
  test(`the query "${query}" is logged as "${logged}"`, () => {
    expect(withoutPasswords(query)).toBe(logged);
  });
}
