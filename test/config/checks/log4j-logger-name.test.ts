import { expect, test } from "vitest";
import { log4jLoggerName } from "../../../src/config/checks/log4j-logger-name.js";
import { found, withPattern } from "../../support/checks.js";

test("%c{1} of Log4j is warned of, at its place", () => {
  expect(found(log4jLoggerName, withPattern("%level %c{1} %msg%n"))).toEqual([
    'WARN 3:17 %c{1} is a length: it shortens the parts of the name, "com.acme.Orders" to "c.a.Orders". The last part alone, as in Log4j, is %c{0}.',
  ]);
});

for (const pattern of ["%c %msg%n", "%c{0} %msg%n", "%logger{36} %msg%n", "%X{1} %msg%n"]) {
  test(`${pattern} is taken as meant`, () => {
    expect(found(log4jLoggerName, withPattern(pattern))).toEqual([]);
  });
}
