import { expect, test } from "vitest";
import { callerData } from "../../src/json/caller-data.js";
import { escapeSafely } from "../../src/json/json-text.js";
import { anEvent } from "../support/events.js";

const NAMES = { className: "class", methodName: "method", fileName: "file", lineNumber: "line" };
const event = anEvent({ callerFrames: ["com.acme.App.main(App.java:12)"] });

test("callerData writes class, method, file and line of the call", () => {
  expect(callerData(NAMES, escapeSafely).write(event)).toBe('"class":"com.acme.App","method":"main","file":"App.java","line":12');
  expect(callerData({ ...NAMES, objectName: "caller", methodName: undefined }, escapeSafely).write(event)).toBe(
    '"caller":{"class":"com.acme.App","file":"App.java","line":12}',
  );
});

test("callerData writes nothing where the call is unknown, or where nothing of it is asked for", () => {
  const none = { objectName: "caller", className: undefined, methodName: undefined, fileName: undefined, lineNumber: undefined };

  expect(callerData(NAMES, escapeSafely).write(anEvent())).toBe("");
  expect(callerData(none, escapeSafely).write(event)).toBe("");
});
