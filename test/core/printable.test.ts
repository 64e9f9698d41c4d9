import { AsyncLocalStorage } from "node:async_hooks";
import vm from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_PRINT_LIMITS, printValue, type PrintLimits } from "../../src/core/printable.js";
import { revokedProxy } from "../support/revoked-proxy.js";

class Point {
  readonly x = 1;
}

class Money {
  readonly amount = 5;
  toString(): string {
    return "5 EUR";
  }
}

class OrderError extends Error {}

const plain: readonly (readonly [name: string, value: unknown, text: string])[] = [
  ["a string as it is", "it's\n{}", "it's\n{}"],
  ["an integer", 42, "42"],
  ["a fraction", -0.25, "-0.25"],
  ["minus zero as 0", -0, "0"],
  ["NaN", NaN, "NaN"],
  ["infinity", -Infinity, "-Infinity"],
  ["true", true, "true"],
  ["a bigint in decimal", 12345678901234567890n, "12345678901234567890"],
  ["null", null, "null"],
  ["undefined", undefined, "undefined"],
  ["a symbol by name", Symbol("id"), "Symbol(id)"],
  ["an array as SLF4J does", ["a", 1, null, true], "[a, 1, null, true]"],
  ["nested arrays as SLF4J does", [[1, 2], [3, [4]], []], "[[1, 2], [3, [4]], []]"],
  ["the places of an array that are empty", Object.assign(new Array(4), { 0: 1, 3: 2 }), "[1, <2 empty>, 2]"],
  ["a date as ISO 8601", new Date(0), "1970-01-01T00:00:00.000Z"],
  ["an invalid date", new Date(NaN), "Invalid Date"],
  ["an error as name and message", new TypeError("boom"), "TypeError: boom"],
  ["an error without message as name", new TypeError(), "TypeError"],
  ["an error of an own class by the class", new OrderError("late"), "OrderError: late"],
  ["an error with a name of its own by that", Object.assign(new OrderError("late"), { name: "E17" }), "E17: late"],
  ["a DOMException", new DOMException("stop", "AbortError"), "AbortError: stop"],
  ["a function", function place() {}, "[Function place]"],
  ["a class", Point, "[Function Point]"],
  ["a function without a name", (() => () => 1)(), "[Function (anonymous)]"],
  ["a plain object on one line", { name: "bob", tags: ["a", "b"], n: 1n }, "{ name: 'bob', tags: [ 'a', 'b' ], n: 1n }"],
  ["an empty object", {}, "{}"],
  ["an object without prototype", Object.assign(Object.create(null), { a: 1 }), "[Object: null prototype] { a: 1 }"],
  ["a class instance by its class", new Point(), "Point { x: 1 }"],
  ["a class instance with toString by that", new Money(), "5 EUR"],
  ["an object with toString by that", { toString: () => "me" }, "me"],
  ["what inherits toString by that", Object.create(new Money()), "5 EUR"],
  ["a URL by its toString", new URL("http://example.com/a?b"), "http://example.com/a?b"],
  ["a regular expression by its toString", /a\/b/g, "/a\\/b/g"],
  ["boxed primitives by their toString", [new Number(5), new String("s"), Object(1n), new Boolean(false)], "[5, s, 1, false]"],
  ["values with toString inside an object without quotes", { m: new Money(), d: new Date(0), r: /x/ }, "{ m: 5 EUR, d: 1970-01-01T00:00:00.000Z, r: /x/ }"],
  ["a map", new Map<unknown, unknown>([["a", 1], [{ b: 2 }, [3]]]), "Map(2) { 'a' => 1, { b: 2 } => [ 3 ] }"],
  ["a set", new Set(["a", 1]), "Set(2) { 'a', 1 }"],
  ["an empty set", new Set(), "Set(0) {}"],
  ["a typed array", new Uint16Array([1, 2]), "Uint16Array(2) [ 1, 2 ]"],
  ["a typed array of bigints", new BigInt64Array(1), "BigInt64Array(1) [ 0n ]"],
  ["a buffer as bytes", Buffer.from("hi"), "<Buffer 68 69>"],
  ["a promise without waiting for it", Promise.resolve(1), "Promise {}"],
  ["keys that are no identifiers with quotes", { "a-b": 1, "it's": 2 }, "{ 'a-b': 1, 'it\\'s': 2 }"],
  ["symbol keys", { [Symbol("k")]: 1 }, "{ [Symbol(k)]: 1 }"],
  ["strings inside objects on one line", { a: "x\r\n\t\u001b[2J\u2028'\\" }, "{ a: 'x\\r\\n\\t\\x1b[2J\\u2028\\'\\\\' }"],
  ["errors inside objects on one line", { e: new Error("a\nb") }, "{ e: [Error: a\\nb] }"],
  ["getters without calling them", { get a(): never { throw new Error("called"); }, set b(_: unknown) {} }, "{ a: [Getter], b: [Setter] }"],
  ["objects of another realm like those of this one", vm.runInNewContext("({ a: [1], m: new Map([[1, 2]]), e: new TypeError('f'), d: new Date(0) })"), "{ a: [ 1 ], m: Map(1) { 1 => 2 }, e: [TypeError: f], d: 1970-01-01T00:00:00.000Z }"],
];

for (const [name, value, text] of plain) {
  test(`printValue prints ${name}`, () => {
    expect(printValue(value)).toBe(text);
  });
}

const unprintable = "[unprintable: TypeError]";

function throwTypeError(): never {
  throw new TypeError("hostile");
}

const hostileHandler: ProxyHandler<object> = new Proxy({}, { get: throwTypeError });
const cyclicObject: Record<string, unknown> = { n: 1 };
cyclicObject["self"] = cyclicObject;
cyclicObject["list"] = [cyclicObject];
const cyclicArray: unknown[] = [1];
cyclicArray.push(cyclicArray);
const errorWithItself = Object.assign(new Error("x"), {});
Object.defineProperty(errorWithItself, "message", { value: errorWithItself });

const hostile: readonly (readonly [name: string, value: unknown, text: string])[] = [
  ["a throwing toString", { toString: throwTypeError }, unprintable],
  ["a toString that returns no string", { toString: () => ({}) }, unprintable],
  ["an asynchronous toString", { toString: async () => "x" }, unprintable],
  ["a toString that throws no error", { toString: () => { throw "x"; } }, "[unprintable: string]"],
  ["a toString that throws a hostile thing", { toString: () => { throw new Proxy({}, hostileHandler); } }, "[unprintable: object]"],
  ["a toString that is no function", JSON.parse('{"toString":"x"}'), "{ toString: 'x' }"],
  ["a toString behind a getter", { get toString(): never { return throwTypeError(); } }, "{ toString: [Getter] }"],
  ["throwing toJSON, inspect.custom, toPrimitive, toStringTag", Object.defineProperties({ a: 1 }, Object.fromEntries(["toJSON", Symbol.for("nodejs.util.inspect.custom"), Symbol.toPrimitive, Symbol.toStringTag].map((key) => [key, { get: throwTypeError }]))), "{ a: 1 }"],
  ["a revoked Proxy of an object", revokedProxy({}), unprintable],
  ["a revoked Proxy of an array", revokedProxy([]), unprintable],
  ["a revoked Proxy of a function", revokedProxy(() => 1), "[Function (anonymous)]"],
  ["a Proxy whose traps throw", new Proxy({ a: 1 }, hostileHandler), unprintable],
  ["hostile values beside good ones", { a: revokedProxy({}), b: [new Proxy({}, hostileHandler)], c: 1 }, `{ a: ${unprintable}, b: [ ${unprintable} ], c: 1 }`],
  ["a Proxy that means well", new Proxy({ a: { b: 1 } }, {}), "Proxy { a: { b: 1 } }"],
  ["a Proxy of an array", new Proxy([1, "a"], {}), "[1, a]"],
  ["a Proxy that lies about its length", new Proxy([], { getOwnPropertyDescriptor: () => ({ value: -1, writable: true, enumerable: false, configurable: false }) }), "[]"],
  ["a prototype that is a hostile Proxy", Object.create(new Proxy({}, hostileHandler)), "{}"],
  ["cycles of objects", cyclicObject, "{ n: 1, self: [Circular], list: [ [Circular] ] }"],
  ["cycles of arrays", cyclicArray, "[1, [...]]"],
  ["an error that is its own message", errorWithItself, "Error: [Circular]"],
  ["an error whose fields throw", Object.defineProperties(new Error("x"), { stack: { get: throwTypeError }, name: { get: throwTypeError }, message: { get: throwTypeError } }), `Error: ${unprintable}`],
  ["an error whose name is no string", Object.assign(new Error("x"), { name: { a: 1 } }), "Error: x"],
  ["a thenable", { then: throwTypeError }, "{ then: [Function throwTypeError] }"],
  ["T8 the keys of prototype pollution", JSON.parse('{"__proto__":{"a":1},"constructor":{"name":"X"}}'), "{ ['__proto__']: { a: 1 }, constructor: { name: 'X' } }"],
  ["an object that claims to be a record", { level: "fatal", time: 0, msg: "x" }, "{ level: 'fatal', time: 0, msg: 'x' }"],
  ["a map whose methods were replaced", Object.assign(new Map([[1, 2]]), { entries: throwTypeError, [Symbol.iterator]: throwTypeError }), "Map(1) { 1 => 2 }"],
];

for (const [name, value, text] of hostile) {
  test(`T7 printValue survives ${name}`, () => {
    expect(printValue(value)).toBe(text);
  });
}

test("T7 printValue calls no getter, which might log or never return", () => {
  let calls = 0;
  const property = { enumerable: true, get: () => ++calls };
  class Lazy {
    get value(): number {
      return ++calls;
    }
  }

  printValue([Object.defineProperty({}, "a", property), Object.defineProperty([], 0, property), new Lazy()]);

  expect(calls).toBe(0);
});

test("T7 printValue waits for no promise and calls no then", () => {
  let calls = 0;

  printValue({ inner: { then: () => ++calls } });

  expect(calls).toBe(0);
});

test("T8 printValue shows nothing of what Node.js keeps at a promise and a timer for AsyncLocalStorage, such as an MDC", () => {
  const storage = new AsyncLocalStorage<string>();
  storage.run("secret", () => {
    const [promise, timer] = [Promise.resolve(1), setTimeout(() => {}, 0)];
    clearTimeout(timer);

    expect(printValue(promise)).toBe("Promise {}");
    expect(printValue({ timer })).not.toContain("secret");
  });
  storage.disable();
});

test("T7 printValue ends when a toString prints its own object", () => {
  const value = { toString: (): string => printValue(value) };

  expect(printValue(value)).toMatch(/^\[unprintable/);
});

function nested(depth: number, wrap: (inner: object) => object): object {
  let value = {};
  for (let level = 0; level < depth; level++) {
    value = wrap(value);
  }
  return value;
}

const sparse: unknown[] = [];
sparse.length = 4_000_000_000;
sparse[1] = "a";

test("T7 objects 20,000 deep are cut at eight levels", () => {
  expect(printValue(nested(20_000, (a) => ({ a })))).toBe("{ a: { a: { a: { a: { a: { a: { a: { a: {…} } } } } } } } }");
  expect(printValue(nested(20_000, (a) => [a]))).toBe("[[[[[[[[[…]]]]]]]]]");
});

test("T7 a million keys are cut at 256", () => {
  const text = printValue(Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [`k${String(index)}`, 0])));

  expect(text).toMatch(/ k255: 0, … 999744 more \}$/);
});

test("T7 a huge object that is met again and again is looked through only until a million keys were seen", () => {
  const huge = Object.fromEntries(Array.from({ length: 600_000 }, (_, index) => [`k${String(index)}`, 0]));

  expect(printValue({ a: huge, b: huge, c: huge })).toMatch(/c: \{…\} \}$/);
});

test("T7 a sparse array of four billion places is cut at 256", () => {
  expect(printValue(sparse)).toBe("[<1 empty>, a, <254 empty>, … 3999999744 more]");
});

test("T7 a typed array of a gigabyte is cut at 256 items, a buffer at 50 bytes", () => {
  expect(printValue(new Uint8Array(1_000_000_000))).toMatch(/^Uint8Array\(1000000000\) \[ 0, .* … 999999744 more \]$/);
  expect(printValue(Buffer.alloc(60))).toMatch(/^<Buffer 00 .* 00 … 10 more>$/);
});

test("T7 large maps and sets are cut at 256 items", () => {
  const keys = Array.from({ length: 300 }, (_, index) => index);

  expect(printValue(new Set(keys))).toMatch(/^Set\(300\) \{ 0, .*255, … 44 more \}$/);
  expect(printValue(new Map(keys.map((key) => [key, key])))).toMatch(/255 => 255, … 44 more \}$/);
});

test("T7 a string of 500 MB is cut at 1 MiB and says how much is missing", () => {
  const text = printValue("x".repeat(500_000_000));

  expect(text.length).toBeLessThan(1024 * 1024 + 64);
  expect(text.slice(-40)).toBe("xxxx…[cut: 498951424 more characters]".padStart(40, "x"));
});

test("T7 a string of exactly 1 MiB is not cut", () => {
  const text = "x".repeat(1024 * 1024);

  expect(printValue(text)).toBe(text);
});

test("T7 a cut never splits a character", () => {
  expect(printValue("ab😀", { ...DEFAULT_PRINT_LIMITS, maxStringLength: 3 })).toBe("ab…[cut: 2 more characters]");
});

test("T7 rendered objects are cut at 256 KiB all together", () => {
  const text = printValue(Array.from({ length: 100 }, () => ({ text: "x".repeat(10_000) })));

  expect(text).toMatch(/x…\[cut at 262144 characters\]$/);
  expect(text.length).toBe(262_144 + "…[cut at 262144 characters]".length);
});

test("T7 the text of a toString is cut at 256 KiB", () => {
  expect(printValue({ toString: () => "x".repeat(300_000) })).toMatch(/x…\[cut at 262144 characters\]$/);
});

test("T7 a bigint of a million digits is not converted", () => {
  expect(printValue(-(1n << 4_000_000n))).toBe("-[bigint: more than 4096 digits…]");
});

const HOSTILE_WRAPPERS: readonly ((inner: unknown) => unknown)[] = [
  (inner) => ({ get bad(): never { return throwTypeError(); }, inner }),
  (inner) => ({ toString: throwTypeError, inner }),
  (inner) => ({ toString: () => inner }),
  (inner) => new Proxy({ inner }, {}),
  (inner) => new Proxy({ inner }, { getOwnPropertyDescriptor: throwTypeError }),
  (inner) => new Proxy([inner], { get: throwTypeError }),
  (inner) => new Map([[inner, inner]]),
  (inner) => new Set([inner]),
  (inner) => new Error("outer", { cause: inner }),
  (inner) => Object.defineProperty(new Error(), "message", { value: inner }),
  (inner) => Object.assign(Object.create(null) as object, { inner }),
  (inner) => [inner, [inner]],
  (inner) => ({ inner, [Symbol("s")]: inner, toJSON: throwTypeError }),
  () => revokedProxy({}),
];

const anything = fc.anything({ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true });
const wrappers = fc.array(fc.nat({ max: HOSTILE_WRAPPERS.length - 1 }), { maxLength: 12 });
const limits: fc.Arbitrary<PrintLimits> = fc.record({
  maxDepth: fc.integer({ min: 0, max: 4 }),
  maxKeys: fc.integer({ min: 0, max: 4 }),
  maxItems: fc.integer({ min: 0, max: 4 }),
  maxLength: fc.integer({ min: 1, max: 200 }),
  maxStringLength: fc.integer({ min: 1, max: 200 }),
});

test("T7 printValue of anything is a string within its bounds, and prints the same twice", () => {
  fc.assert(
    fc.property(anything, wrappers, limits, (inner, around, bounds) => {
      const value = around.reduce((wrapped, index) => HOSTILE_WRAPPERS[index]?.(wrapped), inner);
      const text = printValue(value, bounds);

      expect(typeof text).toBe("string");
      expect(text.length).toBeLessThanOrEqual(Math.max(bounds.maxLength, typeof value === "string" ? bounds.maxStringLength : 25) + 48);
      expect(printValue(value, bounds)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test("T7 objects print on one line, whatever strings they hold", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })), (value) => {
      expect(printValue(value)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    }),
  );
});

test("T8 printing leaves Object.prototype as it was", () => {
  printValue(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'));

  expect(Object.keys(Object.prototype)).toEqual([]);
});
