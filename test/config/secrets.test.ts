import { expect, test } from "vitest";
import { isSecret, withoutSecrets } from "../../src/config/secrets.js";
import { surveyed } from "../support/checks.js";

for (const name of ["DB_PASSWORD", "db.passwd", "apiKey", "API_KEY", "authToken", "client.secret", "private-key", "AWS_CREDENTIALS"]) {
  test(`${name} is a secret`, () => {
    expect(isSecret(name)).toBe(true);
  });
}

for (const name of ["LOG_DIR", "PATTERN", "compass", "key", "monkey"]) {
  test(`${name} is none`, () => {
    expect(isSecret(name)).toBe(false);
  });
}

test("values of secrets are taken out of a text, those of other properties and of three letters are not", () => {
  const shown = withoutSecrets(surveyed('<configuration><property name="DB_PASSWORD" value="sesame"/><property name="PIN_TOKEN" value="abc"/><property name="DIR" value="/logs"/></configuration>'));

  expect(shown("sesame in /logs, abc, sesame")).toBe("(not shown) in /logs, abc, (not shown)");
});
