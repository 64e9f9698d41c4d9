import { expect, test } from "vitest";
import { rootAttributes } from "../../../src/config/checks/root-attributes.js";
import { found } from "../../support/checks.js";

test("additivity and a name on the root are warned of", () => {
  expect(found(rootAttributes, '<configuration>\n<root level="INFO" additivity="false" name="com.acme"/></configuration>')).toEqual([
    'WARN 2:20 "additivity" has no effect on <root>: there is no logger above the root.',
    'WARN 2:39 "name" has no effect on <root>: the root logger is called ROOT; for a logger of that name write <logger>.',
  ]);
});

for (const root of ['<root level="INFO"/>', '<root name="root"/>', '<logger name="a" additivity="false"/>']) {
  test(`${root} says what it means`, () => {
    expect(found(rootAttributes, `<configuration>${root}</configuration>`)).toEqual([]);
  });
}
