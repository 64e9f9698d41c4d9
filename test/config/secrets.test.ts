import { expect, test } from "vitest";
import { withoutSecrets } from "../../src/config/secrets.js";
import { surveyed } from "../support/checks.js";

test("values of secrets are taken out of a text, those of other properties and of three letters are not", () => {
  const shown = withoutSecrets(surveyed('<configuration><property name="DB_PASSWORD" value="sesame"/><property name="PIN_TOKEN" value="abc"/><property name="DIR" value="/logs"/></configuration>'));

  expect(shown("sesame in /logs, abc, sesame")).toBe("(not shown) in /logs, abc, (not shown)");
});
