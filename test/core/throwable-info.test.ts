import vm from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { throwableInfoFrom, throwableInfoOf, type ThrowableInfo, type ThrowableInit } from "../../src/core/throwable-info.js";

class OrderError extends Error {}

function throwing(): never {
  throw new RangeError("hostile");
}

const hostileHandler: ProxyHandler<object> = new Proxy({}, { get: throwing });

function withStack(error: Error, ...frames: readonly string[]): Error {
  error.stack = `${String(error)}\n${frames.map((frame) => `    at ${frame}`).join("\n")}`;
  return error;
}

/** Everything of a tree, so that a property that throws shows. */
function walk(info: ThrowableInfo): readonly ThrowableInfo[] {
  expect(info.frames.every(({ text, className, methodName, fileName }) => [text, className, methodName, fileName].every((part) => part === undefined || typeof part === "string"))).toBe(true);
  expect(info.fields.flat().every((text) => typeof text === "string")).toBe(true);
  expect(info.commonFrames).toBeLessThanOrEqual(info.frames.length);
  return [info, ...(info.cause === undefined ? [] : walk(info.cause)), ...info.suppressed.flatMap(walk)];
}

const named: readonly (readonly [name: string, thrown: unknown, className: string, message: string | undefined])[] = [
  ["an error", new TypeError("boom"), "TypeError", "boom"],
  ["an error without message", new Error(), "Error", undefined],
  ["an error of an own class", new OrderError("late"), "OrderError", "late"],
  ["an error of an own class with a name of its own", Object.assign(new OrderError("late"), { name: "E17" }), "E17", "late"],
  ["an error without name", Object.assign(new OrderError("late"), { name: "" }), "OrderError", "late"],
  ["a DOMException", new DOMException("stop", "AbortError"), "AbortError", "stop"],
  ["an error of another realm", vm.runInNewContext("new TypeError('far')"), "TypeError", "far"],
  ["an error that went through JSON", { name: "TypeError", message: "boom", stack: "TypeError: boom\n    at a (/x.js:1:2)" }, "TypeError", "boom"],
  ["a string", "boom", "string", "boom"],
  ["a number", 42, "number", "42"],
  ["undefined", undefined, "undefined", "undefined"],
  ["null", null, "null", "null"],
  ["a plain object", { code: 7 }, "Object", "{ code: 7 }"],
  ["a Proxy of an error", new Proxy(new RangeError("far"), {}), "RangeError", "far"],
  ["T7 a hostile Proxy", new Proxy({}, hostileHandler), "object", "[unprintable: RangeError]"],
  ["T7 an error with hostile fields", Object.defineProperties(new Error("x"), Object.fromEntries(["stack", "name", "message", "cause", "errors"].map((key) => [key, { get: throwing }]))), "Error", "[unprintable: RangeError]"],
  ["T7 an error with fields that are no strings", Object.assign(new Error("x"), { name: 5, message: ["a", { b: 1 }], stack: 7 }), "Error", "[a, { b: 1 }]"],
  ["T7 an error that is its own message", selfMessage(), "Error", "Error: [Circular]"],
];

function selfMessage(): Error {
  const error = new Error("x");
  return Object.defineProperty(error, "message", { value: error });
}

for (const [name, thrown, className, message] of named) {
  test(`throwableInfoOf names ${name} ${className}`, () => {
    const info = throwableInfoOf(thrown);

    expect(info).toMatchObject({ className, message, isCyclic: false, commonFrames: 0 });
    expect(walk(info).length).toBeGreaterThan(0);
  });
}

test("throwableInfoOf reads frames with their parts", () => {
  const info = throwableInfoOf(withStack(new Error("a\nb"), "Service.run (/srv/app.js:3:5)", "/srv/main.js:1:2"));

  expect(info.frames.map((frame) => frame.text)).toEqual(["Service.run (/srv/app.js:3:5)", "/srv/main.js:1:2"]);
  expect(info.frames[0]).toMatchObject({ className: "Service", methodName: "run", fileName: "app.js", lineNumber: 3, column: 5 });
});

test("throwableInfoOf reads the frames of a real error", () => {
  expect(throwableInfoOf(new Error("boom")).frames[0]?.fileName).toBe("throwable-info.test.ts");
});

test("throwableInfoOf counts the frames at the end that the enclosing error has too", () => {
  const cause = withStack(new Error("inner"), "c (/c.js:1:1)", "b (/b.js:1:1)", "a (/a.js:1:1)");
  const error = withStack(new Error("outer", { cause }), "b (/b.js:2:2)", "a (/a.js:1:1)");
  const same = withStack(new Error("outer", { cause: withStack(new Error("same"), "a (/a.js:1:1)") }), "a (/a.js:1:1)");

  expect(throwableInfoOf(error).cause?.commonFrames).toBe(1);
  expect(throwableInfoOf(same).cause?.commonFrames).toBe(1);
});

const causes: readonly (readonly [name: string, cause: unknown, expected: object | undefined])[] = [
  ["a string", "down", { className: "string", message: "down", frames: [] }],
  ["an object", { code: 7 }, { className: "Object", message: "{ code: 7 }" }],
  ["null", null, undefined],
  ["undefined", undefined, undefined],
  ["a method, as VError has it", () => new Error("x"), undefined],
];

for (const [name, cause, expected] of causes) {
  test(`throwableInfoOf with ${name} as cause`, () => {
    const info = throwableInfoOf(new Error("x", { cause })).cause;

    expect(info).toEqual(expected === undefined ? undefined : expect.objectContaining({}));
    expect(info ?? {}).toMatchObject(expected ?? {});
  });
}

test("T7 a cause that throws is named so", () => {
  const error = Object.defineProperty(new Error("x"), "cause", { get: throwing });

  expect(throwableInfoOf(error).cause).toMatchObject({ className: "[unprintable: RangeError]", message: undefined });
});

test("the errors of an AggregateError are its suppressed ones, before those of a cause are looked at", () => {
  const shared = new Error("shared");
  const info = throwableInfoOf(new AggregateError([new TypeError("a"), "b", shared], "all", { cause: shared }));

  expect(info.suppressed.map(({ className, message, isCyclic }) => [className, message, isCyclic])).toEqual([["TypeError", "a", false], ["string", "b", false], ["Error", "shared", true]]);
  expect(info.cause).toMatchObject({ message: "shared", isCyclic: false });
});

test("errors of other classes are suppressed ones only when they are errors", () => {
  const invalid = Object.assign(new Error("invalid"), { errors: ["name is missing"] });

  expect(throwableInfoOf(invalid).suppressed).toEqual([]);
  expect(throwableInfoOf(Object.assign(new Error("many"), { errors: [new Error("one")] })).suppressed).toHaveLength(1);
});

test("a SuppressedError has the error of the disposal as cause and the other as suppressed one", () => {
  const error = Object.assign(new Error("both"), { name: "SuppressedError", error: new Error("close"), suppressed: new Error("work") });
  const info = throwableInfoOf(error);

  expect([info.cause?.message, info.suppressed.map(({ message }) => message), info.fields]).toEqual(["close", ["work"], []]);
});

test("T7 a cause that comes round again is named once more and marked", () => {
  const first = new Error("first");
  const second = new TypeError("second", { cause: first });
  first.cause = second;

  expect(throwableInfoOf(first).cause?.cause).toMatchObject({ className: "Error", message: "first", isCyclic: true, frames: [], cause: undefined });
});

test("T7 causes are followed 32 deep", () => {
  const endless = (): Error => Object.defineProperty(new Error("again"), "cause", { get: endless });
  const infos = walk(throwableInfoOf(endless()));

  expect(infos.length).toBe(34);
  expect(infos.at(-1)).toMatchObject({ className: "… more", message: undefined });
});

test("T7 of a million errors 64 are taken and the others counted", () => {
  const info = throwableInfoOf(new AggregateError(Array.from({ length: 1_000_000 }, () => "x")));

  expect(info.suppressed).toHaveLength(65);
  expect(info.suppressed.at(-1)?.className).toBe("… 999936 more");
});

test("T7 a tree of errors that grows without end is cut", () => {
  const endless = (): Error => Object.defineProperty(new Error("again"), "errors", { get: () => Array.from({ length: 64 }, endless) });

  expect(walk(throwableInfoOf(endless())).length).toBeLessThan(5000);
});

test("own plain fields of an error are there, the standard ones are not", () => {
  const error = Object.assign(new Error("x", { cause: 1 }), { code: "ENOENT", errno: -2, detail: { a: [1] }, name: "E", stack: "E: x" });

  expect(throwableInfoOf(error).fields).toEqual([["code", "ENOENT"], ["errno", "-2"]]);
});

test("the stack of an error is read once, and what happens to the error afterwards changes nothing", () => {
  let reads = 0;
  const error = Object.defineProperty(new Error("before"), "stack", { get: () => `Error: before\n    at a (/x.js:${String(++reads)}:1)` });
  const info = throwableInfoOf(error);
  error.message = "after";

  expect([info.message, info.frames[0]?.text, info.frames[0]?.text, reads]).toEqual(["before", "a (/x.js:1:1)", "a (/x.js:1:1)", 1]);
});

const init: ThrowableInit = {
  class: "java.lang.RuntimeException",
  message: "top",
  frames: ["com.acme.Web.place(Web.java:42)", "java.lang.Thread.run(Thread.java:840)"],
  cause: { class: "java.io.IOException", message: null, frames: ["com.acme.Db.save(Db.java:7)", "java.lang.Thread.run(Thread.java:840)"] },
  suppressed: [{ class: "java.lang.Error", message: "", frames: ["java.lang.Thread.run(Thread.java:840)"] }],
};

test("throwableInfoFrom keeps Java-like frames as they are and counts the common ones", () => {
  const info = throwableInfoFrom(init);

  expect(info).toMatchObject({ className: "java.lang.RuntimeException", message: "top", commonFrames: 0, isCyclic: false, fields: [] });
  expect(info.frames.map((frame) => frame.text)).toEqual(init.frames);
  expect(info.frames[0]).toMatchObject({ className: "com.acme.Web", methodName: "place", fileName: "Web.java", lineNumber: 42 });
  expect(info.cause).toMatchObject({ className: "java.io.IOException", message: undefined, commonFrames: 1 });
  expect(info.suppressed[0]).toMatchObject({ className: "java.lang.Error", message: "", commonFrames: 1 });
});

test("throwableInfoFrom needs a class only", () => {
  expect(throwableInfoFrom({ class: "a.B" })).toMatchObject({ className: "a.B", message: undefined, frames: [], suppressed: [], cause: undefined });
});

const anything = fc.anything({ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true, withSparseArray: true });

test("T7 throwableInfoOf survives errors whose fields are anything, and anything thrown", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("name", "message", "stack", "cause", "errors", "error", "suppressed", "code"), anything), fc.boolean(), anything, (fields, isHostile, other) => {
      const error = Object.assign(new Error("x"), fields);

      expect(walk(throwableInfoOf(isHostile ? new Proxy(error, {}) : error)).length).toBeGreaterThan(0);
      expect(walk(throwableInfoOf(other)).length).toBeGreaterThan(0);
    }),
  );
});
