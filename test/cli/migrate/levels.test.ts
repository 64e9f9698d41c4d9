import { expect, test } from "vitest";
import { levelOfJavaUtilLogging, levelOfLog4j, levelOfOpenXchangeLog4j } from "../../../src/cli/migrate/levels.js";

const ofJava = {
  SEVERE: "ERROR",
  WARNING: "WARN",
  INFO: "INFO",
  CONFIG: "DEBUG",
  FINE: "DEBUG",
  FINER: "TRACE",
  FINEST: "TRACE",
  OFF: "OFF",
  ALL: "ALL",
  fine: "DEBUG",
  "1000": "ERROR",
  "899": "INFO",
  "500": "DEBUG",
  "400": "TRACE",
  "2147483647": "OFF",
  "-2147483648": "ALL",
};

for (const [old, level] of Object.entries(ofJava)) {
  test(`${old} of java.util.logging is ${level}`, () => {
    expect(levelOfJavaUtilLogging(old)).toEqual({ level });
  });
}

test("a level that java.util.logging does not have, but Logback, is taken for Logback's", () => {
  expect(levelOfJavaUtilLogging("trace")).toEqual({ level: "TRACE", note: "java.util.logging has no level TRACE; it is taken for Logback's." });
});

const ofLog4j = { FATAL: "ERROR", ERROR: "ERROR", WARN: "WARN", info: "INFO", DEBUG: "DEBUG", TRACE: "TRACE", OFF: "OFF", ALL: "ALL" };

for (const [old, level] of Object.entries(ofLog4j)) {
  test(`${old} of Log4j is ${level}`, () => {
    expect(levelOfLog4j(old)).toEqual({ level });
  });
}

test("TRACE of Log4j becomes DEBUG where Open-Xchange's migration does so, and says it", () => {
  expect(levelOfOpenXchangeLog4j("TRACE")).toMatchObject({ level: "DEBUG", note: expect.stringContaining("TRACE becomes DEBUG") as string });
  expect(levelOfOpenXchangeLog4j("FATAL")).toEqual({ level: "ERROR" });
});

for (const text of ["", "LOUD", "SEVERE#com.acme.Level", "99999999999", "-2147483649"]) {
  test(`"${text}" is no level`, () => {
    expect([levelOfJavaUtilLogging(text), levelOfLog4j(text), levelOfOpenXchangeLog4j(text)]).toEqual([undefined, undefined, undefined]);
  });
}
