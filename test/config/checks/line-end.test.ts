import { expect, test } from "vitest";
import { lineEnd } from "../../../src/config/checks/line-end.js";
import { found, withAppender, withPattern } from "../../support/checks.js";

test("a pattern without %n is warned of, also when a line end stands in the file", () => {
  expect(found(lineEnd, withPattern("%msg\n"))).toEqual([
    "WARN 3:10 The pattern has no %n, so all events stand in one line; a line end of the file itself is dropped. Write %n behind the message.",
  ]);
});

for (const pattern of ["%msg%n", "%n%msg", "%msg%n%ex", "%msg%-5n"]) {
  test(`${pattern} ends its lines`, () => {
    expect(found(lineEnd, withPattern(pattern))).toEqual([]);
  });
}

test("an escaped %n is none", () => {
  expect(found(lineEnd, withPattern("%msg\\%n"))).toHaveLength(1);
});

test("the pattern of a table needs none", () => {
  expect(found(lineEnd, withAppender("FileAppender", '<file>/x.html</file><encoder class="LayoutWrappingEncoder"><layout class="HTMLLayout"><pattern>%level%msg</pattern></layout></encoder>'))).toEqual([]);
});
