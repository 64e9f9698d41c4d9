import { expect, test } from "vitest";
import { rawMessageInFile } from "../../../src/config/checks/raw-message-in-file.js";
import { found, withAppender, withPattern } from "../../support/checks.js";

function toFile(pattern: string, more = ""): string {
  return withAppender("FileAppender", `<file>/x.log</file><encoder>${more}\n<pattern>${pattern}</pattern></encoder>`);
}

test("a message as it comes in a file gets a note", () => {
  expect(found(rawMessageInFile, toFile("%level %msg%n"))).toEqual([
    'INFO 3:17 Messages go into the file as they come, so a line break in one looks like another event. <configuration neutralise="true"> escapes control characters.',
  ]);
});

test("the console, a replaced message and neutralised text get none", () => {
  expect(found(rawMessageInFile, withPattern("%msg%n"))).toEqual([]);
  expect(found(rawMessageInFile, toFile("%replace(%msg){'[\\r\\n]', '_'}%n"))).toEqual([]);
  expect(found(rawMessageInFile, toFile("%msg%n", "<neutralise>true</neutralise>"))).toEqual([]);
  expect(found(rawMessageInFile, toFile("%msg%n").replace("<configuration>", '<configuration neutralise="true">'))).toEqual([]);
});
