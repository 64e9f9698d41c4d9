import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_PRINT_LIMITS, type PrintLimits } from "../../src/core/printable.js";
import { escapeSafely } from "../../src/json/json-text.js";
import { jsonValue } from "../../src/json/json-value.js";
import { strictJson } from "./strict-json.js";
import { revokedProxy } from "../support/revoked-proxy.js";

function json(value: unknown, limits: Partial<PrintLimits> = {}): any {
  return strictJson(`${jsonValue(value, { ...DEFAULT_PRINT_LIMITS, ...limits }, escapeSafely)}\n`);
}

class Point {
  readonly x: number;

  constructor(x: number) {
    this.x = x;
  }
}

class Money {
  toString(): string {
    return "12.50 EUR";
  }
}

const values: readonly (readonly [title: string, value: unknown, expected: unknown])[] = [
  ["a string", 'a "b"\n', 'a "b"\n'],
  ["a number", -1.5, -1.5],
  ["minus zero", -0, 0],
  ["a boolean", true, true],
  ["null", null, null],
  ["undefined", undefined, null],
  ["NaN", Number.NaN, "NaN"],
  ["an infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
  ["NaN inside", [Number.NaN], ["NaN"]],
  ["a bigint that is exact", 9007199254740991n, 9007199254740991],
  ["a larger bigint", 9007199254740993n, "9007199254740993"],
  ["a huge bigint", 10n ** 5000n, "[bigint: more than 4096 digits…]"],
  ["a symbol", Symbol("s"), "Symbol(s)"],
  ["a function", function named() {}, "[Function named]"],
  ["a date", new Date(0), "1970-01-01T00:00:00.000Z"],
  ["an invalid date", new Date(Number.NaN), "Invalid Date"],
  ["an error", new RangeError("too far"), "RangeError: too far"],
  ["an object with a toString of its own", new Money(), "12.50 EUR"],
  ["a URL", new URL("https://example.org/a"), "https://example.org/a"],
  ["a regular expression", /a+/, "/a+/"],
  ["a Buffer", Buffer.from("ab"), "<Buffer 61 62>"],
  ["a plain object", { a: 1, b: { c: ["x", null] } }, { a: 1, b: { c: ["x", null] } }],
  ["undefined in an object", { a: undefined, b: 1 }, { b: 1 }],
  ["undefined in an array", [undefined, 1], [null, 1]],
  ["a class instance", new Point(3), { x: 3 }],
  ["a Map", new Map<unknown, unknown>([["a", 1], [2, new Map([["b", 3]])]]), { a: 1, 2: { b: 3 } }],
  ["a Map with keys of equal text", new Map<unknown, unknown>([[1, "number"], ["1", "string"]]), { 1: "number", _1: "string" }],
  ["keys that become equal", { "\ud800": 1, "\udc00": 2, "\ufffd": 3 }, { "\ufffd": 1, "_\ufffd": 2, "__\ufffd": 3 }],
  ["a Set", new Set([1, "a"]), [1, "a"]],
  ["a typed array", new Uint16Array([1, 65535]), [1, 65535]],
  ["big integers of a typed array", new BigInt64Array([5n]), [5]],
  ["a Proxy of a plain object", new Proxy({ a: 1 }, {}), { a: 1 }],
  ["a Proxy of an array", new Proxy([1, 2], {}), [1, 2]],
  ["an object without a prototype", Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
];

for (const [title, value, expected] of values) {
  test(`jsonValue writes ${title}`, () => {
    expect(json(value)).toEqual(expected);
  });
}

describe("T7, hostile objects", () => {
  const boom = (): never => {
    throw new TypeError("boom");
  };
  const cycle: Record<string, unknown> = { name: "a" };
  cycle["self"] = cycle;
  const revoked = revokedProxy();
  const shared = { x: 1 };
  const selfish = { toJSON: () => selfish, a: 1 };

  const hostile: readonly (readonly [title: string, value: unknown, expected: unknown])[] = [
    ["a getter is shown, not called", { a: 1, get b() { return boom(); } }, { a: 1, b: "[Getter]" }],
    ["a setter is shown", { set b(_value: unknown) {} }, { b: "[Setter]" }],
    ["a toString that throws", { a: { toString: boom } }, { a: "[unprintable: TypeError]" }],
    ["a toJSON is not looked at", selfish, { toJSON: "[Function toJSON]", a: 1 }],
    ["Symbol.toPrimitive is not looked at", { [Symbol.toPrimitive]: boom, a: 1 }, { a: 1 }],
    ["a Proxy whose traps throw", new Proxy({}, { ownKeys: boom }), "[unprintable: TypeError]"],
    ["a revoked Proxy", revoked, "[unprintable: TypeError]"],
    ["a revoked Proxy inside", { a: revoked }, { a: "[unprintable: TypeError]" }],
    ["a cycle", cycle, { name: "a", self: "[Circular]" }],
    ["the same object twice is no cycle", [shared, shared], [{ x: 1 }, { x: 1 }]],
    ["own __proto__ and constructor are plain members", JSON.parse('{"__proto__":1,"constructor":2}'), JSON.parse('{"__proto__":1,"constructor":2}')],
    ["a promise is not awaited", Promise.resolve(1), {}],
    ["a size of its own is not trusted", Object.defineProperty(new Map([["a", 1]]), "size", { value: 1e9 }), { a: 1 }],
  ];
  for (const [title, value, expected] of hostile) {
    test(title, () => {
      expect(json(value)).toEqual(expected);
    });
  }

  test("an error of another realm is an error", () => {
    const error: unknown = runInNewContext('new RangeError("far")');

    expect(json({ error })).toEqual({ error: "RangeError: far" });
  });

  test("what lies too deep is an ellipsis", () => {
    expect(json([[[]], { a: { b: 1 } }], { maxDepth: 2 })).toEqual([["[…]"], { a: "{…}" }]);
  });

  test("nesting of 20,000 levels is written as far as the limit goes", () => {
    let deep: unknown = "end";
    for (let level = 0; level < 20_000; level++) {
      deep = [deep];
    }

    expect(jsonValue(deep, DEFAULT_PRINT_LIMITS, escapeSafely)).toBe('[[[[[[[["[…]"]]]]]]]]');
  });

  test("what exceeds the number of keys and items is counted", () => {
    const limits = { maxKeys: 2, maxItems: 2 };

    expect(json({ a: 1, b: 2, c: 3, d: 4 }, limits)).toEqual({ a: 1, b: 2, "…": "2 more" });
    expect(json({ "…": 1, b: 2, c: 3 }, limits)).toEqual({ "…": 1, b: 2, "_…": "1 more" });
    expect(json([1, 2, 3], limits)).toEqual([1, 2, "… 1 more"]);
    expect(json(new Set([1, 2, 3]), limits)).toEqual([1, 2, "… 1 more"]);
    expect(json(new Map([["a", 1], ["b", 2], ["c", 3]]), limits)).toEqual({ a: 1, b: 2, "…": "1 more" });
  });

  test("a sparse array of four thousand million places is bounded", () => {
    const sparse: unknown[] = [];
    sparse.length = 4_000_000_000;

    expect(json(sparse, { maxItems: 2 })).toEqual([null, null, "… 3999999998 more"]);
  });

  test("a large object ends at the limit of characters, and is still valid", () => {
    const large = { list: Array.from({ length: 200 }, (_, index) => `item ${String(index)}`), tail: "x".repeat(1000), more: { a: 1 } };
    const text = jsonValue(large, { ...DEFAULT_PRINT_LIMITS, maxLength: 200 }, escapeSafely);

    expect(text.length).toBeLessThan(400);
    expect(JSON.parse(text)).toMatchObject({ "…": "2 more" });
  });

  test("a string is cut at the limit for strings, with a mark", () => {
    expect(json("x".repeat(50), { maxStringLength: 10 })).toBe(`${"x".repeat(10)}…[cut: 40 more characters]`);
  });
});

test("jsonValue is valid JSON for any value, with any limits", () => {
  const limits = fc.record({ maxDepth: fc.nat(4), maxKeys: fc.nat(4), maxItems: fc.nat(4), maxLength: fc.nat(200), maxStringLength: fc.nat(50) });
  const value = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true, withTypedArray: true, withNullPrototype: true, withBoxedValues: true });
  fc.assert(
    fc.property(value, limits, (any, bounds) => {
      expect(() => json(any, bounds)).not.toThrow();
      expect(jsonValue(any, { ...bounds, maxStringLength: 100 }, escapeSafely).length).toBeLessThan(3000);
    }),
    { numRuns: 2000 },
  );
});

test("jsonValue writes plain data as JSON.stringify does", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(json(value)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 1000 },
  );
});
