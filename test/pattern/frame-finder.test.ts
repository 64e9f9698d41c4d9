import { expect, test } from "vitest";
import { throwableInfoFrom } from "../../src/core/throwable-info.js";
import { frameFinder, isJavaFrame, listed } from "../../src/pattern/frame-finder.js";

const [java, native, javaScript] = throwableInfoFrom({ class: "E", frames: ["com.acme.Shop.buy(Shop.java:12)", "com.acme.Db.read(Native Method)", "Shop.buy (file:///app/shop.js:1:2)"] }).frames;
const complaints: string[] = [];
const report = { error: (message: string) => complaints.push(message) };

test("a frame of Java is searched by class and method, one of JavaScript as a whole", () => {
  const finds = (expression: string): (boolean | undefined)[] => [java, native, javaScript].map((frame) => frame && frameFinder([expression], report)?.(frame));

  expect(finds("^com\\.acme\\.Shop\\.buy$")).toEqual([true, false, false]);
  expect(finds("Shop\\.java")).toEqual([false, false, false]);
  expect(finds("shop\\.js:1")).toEqual([false, false, true]);
  expect([java, native, javaScript].map((frame) => frame && isJavaFrame(frame))).toEqual([true, true, false]);
});

test("without expressions, or with none that can be used, there is nothing to find", () => {
  expect(frameFinder([], report)).toBe(undefined);
  expect(frameFinder(["("], report)).toBe(undefined);
  expect(complaints).toHaveLength(1);
});

test("a list has commas between its entries, and blanks that do not count", () => {
  expect(listed(" a\\.b ,\n c,, ")).toEqual(["a\\.b", "c"]);
});
