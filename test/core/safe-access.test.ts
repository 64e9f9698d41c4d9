import vm from "node:vm";
import { expect, test } from "vitest";
import { errorName, isThrowable, kindOf, readItems, safeGet, Unprintable } from "../../src/core/safe-access.js";
import { revokedProxy } from "../support/revoked-proxy.js";

function OldStyleError(this: Error): void {
  this.message = "old";
}
OldStyleError.prototype = Object.create(Error.prototype);

function throwing(): never {
  throw new RangeError("hostile");
}

const hostileHandler: ProxyHandler<object> = new Proxy({}, { get: throwing });
const throwables: readonly (readonly [name: string, value: unknown, expected: boolean])[] = [
  ["an Error", new Error("x"), true],
  ["a subclass", new (class extends TypeError {})("x"), true],
  ["an AggregateError", new AggregateError([]), true],
  ["an error of another realm", vm.runInNewContext("new Error('x')"), true],
  ["a DOMException", new DOMException("x"), true],
  ["what inherits from Error without being made by it", Reflect.construct(OldStyleError, []), true],
  ["an error without its prototype", Object.setPrototypeOf(new Error("x"), null), true],
  ["an object that looks like one", { name: "Error", message: "x", stack: "x" }, false],
  ["Error itself", Error, false],
  ["a string", "Error: x", false],
  ["null", null, false],
  ["undefined", undefined, false],
  ["T7 a Proxy of an error", new Proxy(new Error("x"), {}), false],
  ["T7 a Proxy whose traps throw", new Proxy(new Error("x"), hostileHandler), false],
  ["T7 what has a hostile Proxy as prototype", Object.create(new Proxy(Error.prototype, hostileHandler)), false],
];

for (const [name, value, expected] of throwables) {
  test(`isThrowable says ${expected ? "yes" : "no"} to ${name}`, () => {
    expect(isThrowable(value)).toBe(expected);
  });
}

test("T7 safeGet of a property that throws is an Unprintable that names the error", () => {
  const value = safeGet({ get a(): never { return throwing(); } }, "a");

  expect(value).toBeInstanceOf(Unprintable);
  expect(String(value)).toBe("[unprintable: RangeError]");
});

test("safeGet of a missing property is undefined", () => {
  expect(safeGet({}, "a")).toBe(undefined);
});

test("T7 safeGet survives what throws while it is named", () => {
  const value = safeGet({ get a(): never { throw Object.defineProperty(new Error(), "name", { get: throwing }); } }, "a");

  expect(String(value)).toBe("[unprintable: Error]");
});

test("readItems gives the first items and counts the others", () => {
  expect(readItems([1, 2, 3], 2)).toEqual({ items: [1, 2], more: 1 });
  expect(readItems({ length: 1 }, 2)).toBe(undefined);
});

test("T7 readItems survives Proxies and lengths that are none", () => {
  expect(readItems(revokedProxy([]), 2)).toBe(undefined);
  expect(readItems(new Proxy([], { get: () => NaN }), 2)).toEqual({ items: [], more: 0 });
});

test("errorName bounds a name of any length", () => {
  expect(errorName(Object.assign(new Error("x"), { name: "n".repeat(1_000_000) })).length).toBe(256);
});

const kinds: readonly (readonly [value: unknown, kind: string])[] = [
  ["x", "string"],
  [null, "null"],
  [{}, "Object"],
  [new Map(), "Map"],
  [Object.create(null), "object"],
  [new Proxy(new Map(), hostileHandler), "object"],
  [JSON.parse('{"constructor":{"name":"Evil"}}'), "Object"],
];

test("kindOf names primitives by type and objects by class, whatever they claim", () => {
  expect(kinds.map(([value]) => kindOf(value))).toEqual(kinds.map(([, kind]) => kind));
});
