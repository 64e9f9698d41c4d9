import { expect, test } from "vitest";
import { missingEncoder } from "../../../src/config/checks/missing-encoder.js";
import { found, withAppender, withPattern } from "../../support/checks.js";

test("a console appender without an encoder would not start", () => {
  expect(found(missingEncoder, withAppender("ConsoleAppender", ""))).toEqual(["ERROR 2:11 The appender [A] has no <encoder>, so it does not start and prints nothing."]);
});

test("nor would one with an encoder that cannot be made", () => {
  expect(found(missingEncoder, withAppender("ConsoleAppender", '<encoder class="com.acme.OwnEncoder"/>'))).toEqual([
    "ERROR 2:11 The appender [A] has an encoder that cannot be made, so it does not start and prints nothing.",
  ]);
});

test("an encoder is enough, and a list needs none", () => {
  expect(found(missingEncoder, withPattern("%msg%n"))).toEqual([]);
  expect(found(missingEncoder, withAppender("ListAppender", ""))).toEqual([]);
});
