import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameOf, parseFrameText } from "../../src/core/frame-text.js";

type Row = readonly [text: string, className: string | undefined, methodName: string | undefined, fileName: string | undefined, line: number | undefined, column: number | undefined];

const none = undefined;
const rows: readonly Row[] = [
  ["Service.run (/srv/app.js:3:5)", "Service", "run", "app.js", 3, 5],
  ["async Service.run (file:///srv/app.mjs:3:5)", "Service", "run", "app.mjs", 3, 5],
  ["new Service (/srv/app.js:3:5)", "Service", "Service", "app.js", 3, 5],
  ["Service.run [as alias] (/srv/app.js:3:5)", "Service", "run", "app.js", 3, 5],
  ["get state [as state] (/srv/app.js:3:5)", none, "state", "app.js", 3, 5],
  ["Service.[Symbol.iterator] (/srv/app.js:3:5)", "Service", "[Symbol.iterator]", "app.js", 3, 5],
  ["[Symbol.iterator] (/srv/app.js:3:5)", none, "[Symbol.iterator]", "app.js", 3, 5],
  ["Object.run (/srv/app.js:3:5)", none, "run", "app.js", 3, 5],
  ["Object.<anonymous> (/srv/app.js:3:5)", none, none, "app.js", 3, 5],
  ["EventEmitter.<anonymous> (/srv/app.js:3:5)", none, none, "app.js", 3, 5],
  ["Timeout._onTimeout (/srv/app.js:3:5)", none, none, "app.js", 3, 5],
  ["exports.handler (/srv/app.js:3:5)", none, "handler", "app.js", 3, 5],
  ["run (/srv/app.js:3:5)", none, "run", "app.js", 3, 5],
  ["/srv/app.js:3:5", none, none, "app.js", 3, 5],
  ["async /srv/app.js:3:5", none, none, "app.js", 3, 5],
  ["run (/srv/a (copy)/app.js:3:5)", none, "run", "app.js", 3, 5],
  ["/srv/a (copy)/app.js:3:5", none, none, "app.js", 3, 5],
  ["run (C:\\srv\\app.js:3:5)", none, "run", "app.js", 3, 5],
  ["process.processTicksAndRejections (node:internal/process/task_queues:95:5)", "process", "processTicksAndRejections", "task_queues", 95, 5],
  ["Array.map (<anonymous>)", "Array", "map", none, none, none],
  ["Array.forEach (native)", "Array", "forEach", none, none, none],
  ["async Promise.all (index 0)", "Promise", "all", none, none, none],
  ["eval (eval at run (/srv/app.js:3:5), <anonymous>:1:1)", none, "eval", "app.js", 3, 5],
  ["eval (eval at a (eval at b (/srv/app.js:3:5)), <anonymous>:1:1)", none, "eval", "app.js", 3, 5],
  ["run (webpack-internal:///./src/app.js?a1b2:3:5)", none, "run", "app.js", 3, 5],
  ["wasm://wasm/0001:wasm-function[3]:0x12", none, none, "0001:wasm-function[3]:0x12", none, none],
  ["com.acme.App.main(App.java:12)", "com.acme.App", "main", "App.java", 12, none],
  ["com.acme.App.main(App.java)", "com.acme.App", "main", "App.java", none, none],
  ["com.acme.App.main(Unknown Source)", "com.acme.App", "main", none, none, none],
  ["From previous event:", none, none, "From previous event:", none, none],
  ["", none, none, none, none, none],
];

for (const [text, className, methodName, fileName, lineNumber, column] of rows) {
  test(`parseFrameText takes "${text}" apart`, () => {
    expect(parseFrameText(text)).toEqual({ className, methodName, fileName, lineNumber, column });
  });
}

const names: readonly (readonly [path: string, fileName: string | undefined])[] = [
  ["/srv/a b#1?.js", "a b#1?.js"],
  ["file:///srv/a%20b.mjs?v=2#x", "a b.mjs"],
  ["file:///srv/100%.mjs", "100%.mjs"],
  ["[eval]", "[eval]"],
  ["data:text/javascript,import('x')", undefined],
  ["/srv/", undefined],
];

test("fileNameOf gives the base name of paths and URLs", () => {
  expect(names.map(([path]) => fileNameOf(path))).toEqual(names.map(([, fileName]) => fileName));
});

test("T7 parseFrameText survives any text", () => {
  const piece = fc.constantFrom("(", ")", " (", ".", ":", "1", "eval at ", "async ", "new ", " [as ", "]", "[", "/", "\\", "%", "<anonymous>", "x");

  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      expect(Object.keys(parseFrameText(pieces.join("")))).toHaveLength(5);
    }),
  );
});

test("T7 parseFrameText is done quickly with texts made to be slow", () => {
  const slow = ["(", " (", "eval at (", "a/", ":1", "[", "async ", "("].map((piece) => `${piece.repeat(100_000)})`);

  expect(slow.map((text) => typeof parseFrameText(text))).toEqual(slow.map(() => "object"));
});
