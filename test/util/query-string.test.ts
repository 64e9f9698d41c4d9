import { expect, test } from "vitest";
import { withoutSecretValues } from "../../src/util/query-string.js";

const cases = [
  ["action=login&name=ann", "action=login&name=ann"],
  ["name=ann&password=secret", "name=ann&password=xxx"],
  ["PASSWORD=a=b&ePassword=c", "PASSWORD=xxx&ePassword=xxx"],
  ["p%61ssword=secret", "p%61ssword=xxx"],
  ["password=", "password=xxx"],
  ["password", "password"],
  ["newpassword=a&passwd=b&passphrase=c&pwd=d&pass=e", "newpassword=xxx&passwd=xxx&passphrase=xxx&pwd=xxx&pass=xxx"],
  ["access_token=a&idToken=b&client_secret=c&api_key=d", "access_token=xxx&idToken=xxx&client_secret=xxx&api_key=xxx"],
  ["code=a&state=kept&zipcode=kept&error_code=kept", "code=xxx&state=kept&zipcode=kept&error_code=kept"],
  ["X-Amz-Signature=a&sig=b&user[pwd]=c&proxy_authorization=d", "X-Amz-Signature=xxx&sig=xxx&user[pwd]=xxx&proxy_authorization=xxx"],
  ["compass=kept&author=kept&design=kept", "compass=kept&author=kept&design=kept"],
  ["%zz=1&password=2", "%zz=1&password=xxx"],
  ["", ""],
] as const;

for (const [query, logged] of cases) {
  test(`the query "${query}" is logged as "${logged}"`, () => {
    expect(withoutSecretValues(query)).toBe(logged);
  });
}
