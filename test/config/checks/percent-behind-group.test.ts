import { expect, test } from "vitest";
import { percentBehindGroup } from "../../../src/config/checks/percent-behind-group.js";
import { found, withPattern } from "../../support/checks.js";
import { textOf } from "../../support/patterns.js";

test("a conversion word directly behind a group is warned of, because it is printed as text", () => {
  expect(found(percentBehindGroup, withPattern("%red(%msg)%n"))).toEqual([
    'WARN 3:20 As in Logback, a "%" directly behind a closing parenthesis is text: "%n" is printed as it stands. Write "{}" or a space between the two.',
  ]);
  expect(textOf("%red(x)%n", {})).toContain("%n");
});

for (const pattern of ["%red(%msg) %n", "%red(%msg){}%n", "\\(%msg\\)%n", "%msg%n"]) {
  test(`${pattern} is taken as meant`, () => {
    expect(found(percentBehindGroup, withPattern(pattern))).toEqual([]);
    expect(textOf(pattern, {})).not.toContain("%n");
  });
}
