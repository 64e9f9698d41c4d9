import fc from "fast-check";
import { expect, test } from "vitest";
import { StackCache } from "../../src/core/kept-frames.js";
import { throwableInfoOf, withoutFrames } from "../../src/core/throwable-info.js";
import { escapeSafely } from "../../src/json/json-text.js";
import { printThrowable, type StackTraceStyle } from "../../src/pattern/stack-trace.js";
import { neutralise } from "../../src/util/neutralise.js";
import { textOf } from "../support/patterns.js";

const shared = ["web.Server.handle(Server.java:5)", "Thread.run(Thread.java:9)"];
const nested = {
  class: "Outer",
  message: "top",
  frames: ["app.Shop.order(Shop.java:1)", ...shared],
  suppressed: [{ class: "Late", message: "close", frames: ["app.Res.close(Res.java:3)", ...shared] }],
  cause: { class: "Inner", message: null, frames: ["app.Db.save(Db.java:2)", ...shared] },
};

const traces = [
  {
    pattern: "%ex",
    lines: [
      "Outer: top",
      "\tat app.Shop.order(Shop.java:1)",
      "\tat web.Server.handle(Server.java:5)",
      "\tat Thread.run(Thread.java:9)",
      "\tSuppressed: Late: close",
      "\t\tat app.Res.close(Res.java:3)",
      "\t\t... 2 common frames omitted",
      "Caused by: Inner",
      "\tat app.Db.save(Db.java:2)",
      "\t... 2 common frames omitted",
    ],
  },
  {
    pattern: "%rEx",
    lines: [
      "Inner",
      "\tat app.Db.save(Db.java:2)",
      "\t... 2 common frames omitted",
      "Wrapped by: Outer: top",
      "\tat app.Shop.order(Shop.java:1)",
      "\tat web.Server.handle(Server.java:5)",
      "\tat Thread.run(Thread.java:9)",
      "\tSuppressed: Late: close",
      "\t\tat app.Res.close(Res.java:3)",
      "\t\t... 2 common frames omitted",
    ],
  },
  {
    pattern: "%ex{short}",
    lines: ["Outer: top", "\tat app.Shop.order(Shop.java:1)", "\tSuppressed: Late: close", "\t\tat app.Res.close(Res.java:3)", "Caused by: Inner", "\tat app.Db.save(Db.java:2)"],
  },
  {
    pattern: "%ex{2, app.}",
    lines: [
      "Outer: top",
      "\tat web.Server.handle(Server.java:5) [1 skipped]",
      "\tat Thread.run(Thread.java:9)",
      "\tSuppressed: Late: close",
      "\t\tat web.Server.handle(Server.java:5) [1 skipped]",
      "\t\tat Thread.run(Thread.java:9)",
      "Caused by: Inner",
      "\tat web.Server.handle(Server.java:5) [1 skipped]",
      "\tat Thread.run(Thread.java:9)",
    ],
  },
  { pattern: "%ex{0}", lines: ["Outer: top", "\tSuppressed: Late: close", "Caused by: Inner"] },
] as const;

for (const { pattern, lines } of traces) {
  test(`${pattern} prints causes, suppressed throwables and common frames as Logback does`, () => {
    expect(textOf(pattern, { throwableInit: nested })).toBe(`${lines.join("\n")}\n`);
  });
}

test("frames left out at the end are counted in a line of their own", () => {
  expect(textOf("%ex{full, web, Thread}", { throwableInit: { class: "E", frames: ["a.b(c:1)", ...shared] } })).toBe("E\n\tat a.b(c:1)\n [2 skipped]\n");
});

test("an error of JavaScript prints its frames as the engine describes them", () => {
  const error = new TypeError("wrong");
  error.stack = "TypeError: wrong\n    at place (file:///app/cart.js:3:9)\n    at async main (file:///app/main.js:1:1)";

  expect(textOf("%msg%n", { throwable: error })).toBe("started\nTypeError: wrong\n\tat place (file:///app/cart.js:3:9)\n\tat async main (file:///app/main.js:1:1)\n");
});

test("a cause that leads back to its throwable is marked and not followed", () => {
  const error = new Error("round");
  error.stack = "Error: round\n    at a (b.js:1:1)";
  error.cause = error;

  expect(textOf("%ex", { throwable: error })).toBe("Error: round\n\tat a (b.js:1:1)\nCaused by: [CIRCULAR REFERENCE: Error: round]\n");
});

const frames = ["    at a (/x.js:1:2)", "    at b (/y.js:3:4)", "    at \u202ec (/z.js:5:6)", '    at "d" (C:\\w.js:7:8)'];

/** Errors of which many have the same stacks, so that a kept one is met again. */
const anyError: fc.Arbitrary<Error> = fc.letrec<{ readonly tree: Error }>((tie) => ({
  tree: fc
    .record({
      message: fc.constantFrom("boom", "", "one\ntwo", "\u{1f600} \ud83d"),
      lines: fc.subarray(frames, { minLength: 1 }),
      cause: fc.option(tie("tree"), { nil: undefined, maxDepth: 3 }),
      errors: fc.option(fc.array(tie("tree"), { maxLength: 2 }), { nil: undefined, maxDepth: 2 }),
    })
    .map(({ message, lines, cause, errors }) => {
      const error = errors === undefined ? new Error(message) : new AggregateError(errors, message);
      return Object.assign(error, { stack: `${String(error)}\n${lines.join("\n")}` }, cause === undefined ? {} : { cause });
    }),
})).tree;

const anyStyle: fc.Arbitrary<StackTraceStyle> = fc.record({
  maxFrames: fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY),
  ignored: fc.constantFrom([], [], ["x.js"]),
  rootCauseFirst: fc.boolean(),
  neutralise: fc.constantFrom((text: string) => text, neutralise),
  lineEnd: fc.constant("\n"),
  tab: fc.constant("\t"),
});

test("a stack trace is the same whether its frames were met before or not, and whether it is escaped at once or line by line", () => {
  const stacks = new StackCache();

  fc.assert(
    fc.property(fc.array(anyError, { maxLength: 4 }), fc.array(anyStyle, { minLength: 1, maxLength: 3 }), (errors, styles) => {
      for (const style of styles) {
        const inJson: StackTraceStyle = { ...style, neutralise: (text) => escapeSafely(style.neutralise(text)), lineEnd: "\\n", tab: "\\t" };
        for (const error of errors) {
          const text = printThrowable(throwableInfoOf(error), style);

          expect(printThrowable(throwableInfoOf(error, stacks), style)).toBe(text);
          expect(printThrowable(throwableInfoOf(error, stacks), inJson)).toBe(escapeSafely(text));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

const TEXT: StackTraceStyle = { maxFrames: Number.POSITIVE_INFINITY, ignored: [], rootCauseFirst: false, neutralise: (text) => text, lineEnd: "\n", tab: "\t" };

function failure(): Error {
  const cause = Object.assign(new Error("duplicate key"), { code: "23505", table: "users", stack: "Error: duplicate key\n    at save (db.js:1:2)" });
  return Object.assign(new Error("not saved", { cause }), { retries: 2, stack: "Error: not saved\n    at order (shop.js:3:4)" });
}

const withFields = [
  { pattern: "%ex", lines: ["Error: not saved", "\t[retries=2]", "\tat order (shop.js:3:4)", "Caused by: Error: duplicate key", "\t[code=23505, table=users]", "\tat save (db.js:1:2)"] },
  { pattern: "%rEx", lines: ["Error: duplicate key", "\t[code=23505, table=users]", "\tat save (db.js:1:2)", "Wrapped by: Error: not saved", "\t[retries=2]", "\tat order (shop.js:3:4)"] },
  { pattern: "%ex{0}", lines: ["Error: not saved", "Caused by: Error: duplicate key"] },
] as const;

for (const { pattern, lines } of withFields) {
  test(`${pattern} prints what the fields of an error say beyond its message${pattern === "%ex{0}" ? ", unless only its first line is wanted" : ""}`, () => {
    expect(textOf(pattern, { throwable: failure() }).trimEnd().split("\n")).toEqual(lines);
  });
}

test("suppressed frames take the fields with them but for the code", () => {
  expect(printThrowable(withoutFrames(throwableInfoOf(failure())), TEXT)).toBe("Error: not saved\nCaused by: Error: duplicate key\n\t[code=23505]\n");
});

test("a circular reference has its fields where it was met first", () => {
  const error = Object.assign(new Error("x"), { code: "C", stack: "Error: x" });
  error.cause = error;

  expect(textOf("%ex", { throwable: error })).toBe("Error: x\n\t[code=C]\nCaused by: [CIRCULAR REFERENCE: Error: x]\n");
});

test("in JSON the line of fields is escaped as the others are", () => {
  const error = Object.assign(new Error("x"), { code: 'say "hi"\\', stack: "Error: x" });

  expect(printThrowable(throwableInfoOf(error), { ...TEXT, neutralise: escapeSafely, lineEnd: "\\n", tab: "\\t" })).toBe(
    'Error: x\\n\\t[code=say \\"hi\\"\\\\]\\n',
  );
});
