import { expect, test } from "vitest";
import { ListAppender } from "../../src/appender/list-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { escapeAsLogback } from "../../src/json/json-text.js";
import { throwable } from "../../src/json/throwable.js";
import { anEvent } from "../support/events.js";

const field = throwable("throwable", escapeAsLogback);

function written(init: Parameters<typeof anEvent>[0]): any {
  return (JSON.parse(`{${field.write(anEvent(init))}}`)).throwable;
}

test("without a throwable null is written", () => {
  expect(field.write(anEvent())).toBe('"throwable":null');
});

test("a throwable of Java is written in Logback's order", () => {
  const throwableInit = { class: "java.io.IOException", message: "a/b", frames: ["com.acme.Repo.save(Repo.java:77)"] };

  expect(field.write(anEvent({ throwableInit }))).toBe(
    '"throwable":{"className":"java.io.IOException","message":"a\\/b","stepArray":[{"className":"com.acme.Repo","methodName":"save","fileName":"Repo.java","lineNumber":77}]}',
  );
});

const places = [
  { frame: "a.B.c(Native Method)", fileName: "null", lineNumber: -2 },
  { frame: "a.B.c(Unknown Source)", fileName: "null", lineNumber: -1 },
  { frame: "a.B.c(B.java)", fileName: "B.java", lineNumber: -1 },
];

for (const { frame, fileName, lineNumber } of places) {
  test(`the frame ${frame} has the line ${String(lineNumber)}`, () => {
    const value = written({ throwableInit: { class: "E", frames: [frame] } });

    expect(value).toEqual({ className: "E", message: "null", stepArray: [{ className: "a.B", methodName: "c", fileName, lineNumber }] });
  });
}

test("a frame of JavaScript names its file where it names no class", () => {
  const error = new Error("boom");
  error.stack = "Error: boom\n    at Cart.pay (file:///srv/shop/cart.js:3:7)\n    at main (/srv/shop/app.js:10:2)\n    at /srv/shop/boot.js:1:1";

  expect(written({ throwable: error }).stepArray).toEqual([
    { className: "Cart", methodName: "pay", fileName: "cart.js", lineNumber: 3 },
    { className: "app", methodName: "main", fileName: "app.js", lineNumber: 10 },
    { className: "boot", methodName: "<anonymous>", fileName: "boot.js", lineNumber: 1 },
  ]);
});

test("causes and suppressed ones follow, frames they share with the one around them are counted", () => {
  const throwableInit = {
    class: "Outer",
    message: "o",
    frames: ["a.A.x(A.java:1)", "a.M.main(M.java:9)"],
    cause: { class: "Inner", message: "i", frames: ["b.B.y(B.java:2)", "a.M.main(M.java:9)"] },
    suppressed: [{ class: "S", frames: ["c.C.z(C.java:3)"] }],
  };
  const { cause, suppressed, commonFramesCount } = written({ throwableInit });

  expect(commonFramesCount).toBe(undefined);
  expect(cause).toMatchObject({ className: "Inner", commonFramesCount: 1, stepArray: [{ className: "b.B" }] });
  expect(suppressed).toMatchObject([{ className: "S", stepArray: [{ className: "c.C" }] }]);
});

test("a throwable of which all frames are common keeps them, as in Logback", () => {
  const frames = ["a.M.main(M.java:9)"];
  const { cause } = written({ throwableInit: { class: "Outer", frames, cause: { class: "Inner", frames } } });

  expect(cause).toMatchObject({ commonFramesCount: 1, stepArray: [{ className: "a.M" }] });
});

test("a cause that was met before is marked and has no frames", () => {
  const error = new Error("a");
  error.cause = error;

  expect(written({ throwable: error }).cause).toEqual({ className: "Error", message: "a", cyclic: "true", stepArray: [] });
});

test("what was thrown need not be an error", () => {
  expect(written({ throwable: "a string" })).toEqual({ className: "string", message: "a string", stepArray: [] });
});

test("a throwable is written the same whether its frames were met before or not", () => {
  const context = new LoggerContext();
  const appender = new ListAppender("LIST", context);
  appender.start();
  context.root.addAppender(appender);
  const error = new Error("outer", { cause: new TypeError("inner") });
  const expected = field.write(anEvent({ throwable: error }));

  context.root.error("first", error);
  context.root.error("again", error);

  expect(appender.list.map((event) => event.throwableInfo?.keptFrames !== undefined)).toEqual([true, true]);
  expect(appender.list.map(field.write)).toEqual([expected, expected]);
  expect(expected).toContain('"commonFramesCount":');
});
