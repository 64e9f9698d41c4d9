import { expect, test } from "vitest";
import { secretInContext } from "../../../src/config/checks/secret-in-context.js";
import { found } from "../../support/checks.js";

test("a secret in the context is warned of", () => {
  expect(found(secretInContext, '<configuration>\n<property name="DB_PASSWORD" value="x" scope="context"/></configuration>')).toEqual([
    'WARN 2:1 "DB_PASSWORD" looks like a secret, and scope="context" makes it a part of every JSON line. Leave the scope out.',
  ]);
});

test("a local secret and a harmless context property are not", () => {
  expect(found(secretInContext, '<configuration><property name="DB_PASSWORD" value="x"/><property name="HOST" value="x" scope="context"/></configuration>')).toEqual([]);
});
