import { expect, test } from "vitest";
import { isSecret } from "../../src/util/secret-name.js";

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
