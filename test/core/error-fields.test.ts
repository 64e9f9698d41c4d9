import fc from "fast-check";
import { expect, test } from "vitest";
import { errorFields } from "../../src/core/error-fields.js";

const NOTHING_ELSE = new Set<string>();

function throwing(): never {
  throw new RangeError("hostile");
}

test("fields that hold text, numbers and truth values are printed, in their order; others are not", () => {
  const error = Object.assign(new Error("x"), { code: "23505", retries: 3, big: 9_007_199_254_740_993n, isFatal: false, config: { headers: { authorization: "secret" } }, list: [1], none: null, missing: undefined, act: () => 1, symbol: Symbol("s") });

  expect(errorFields(error, NOTHING_ELSE)).toEqual([["code", "23505"], ["retries", "3"], ["big", "9007199254740993"], ["isFatal", "false"]]);
});

test("what is printed elsewhere is left out", () => {
  expect(errorFields(Object.assign(new Error("x"), { name: "E", code: "C" }), new Set(["name"]))).toEqual([["code", "C"]]);
});

test("an error without fields of its own has none", () => {
  expect(errorFields(new Error("x", { cause: 1 }), NOTHING_ELSE)).toEqual([]);
});

test("T7 fields are bounded in number and length, and getters are not called", () => {
  const error = Object.assign(new Error("x"), Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${String(index)}${"n".repeat(1_000)}`, "v".repeat(100_000)])));

  const fields = errorFields(error, NOTHING_ELSE);

  expect(fields).toHaveLength(33);
  expect(fields.at(-1)).toEqual(["…", "and more"]);
  expect(fields[0]?.[0]).toHaveLength(64);
  expect(fields[0]?.[1].length).toBeLessThan(600);
  expect(errorFields(Object.defineProperty(new Error("x"), "code", { enumerable: true, get: throwing }), NOTHING_ELSE)).toEqual([]);
});

test("T15 values of fields whose name means a secret are not shown", () => {
  const error = Object.assign(new Error("x"), { password: "geheim", apiToken: "abc", Authorization: "Bearer x", cookie: "a=b", cmd: "dump --password=geheim", sql: "INSERT", table: "users" });

  expect(errorFields(error, NOTHING_ELSE).filter(([, value]) => value !== "(not shown)")).toEqual([["table", "users"]]);
});

test("T7 of an error that is a huge object, a part is looked at", () => {
  const error = Object.assign(new Error("x"), Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${String(index)}`, {}])), { last: 1 });

  expect(errorFields(error, NOTHING_ELSE)).toEqual([]);
});

test("T7 a hostile Proxy costs only the fields", () => {
  const hostile = new Proxy({}, new Proxy({}, { get: throwing }));

  expect(errorFields(hostile, NOTHING_ELSE)).toEqual([["…", "[unprintable: RangeError]"]]);
});

test("T7 whatever an error holds, its fields are texts", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (properties) => {
      expect(errorFields(Object.assign(new Error("x"), properties), NOTHING_ELSE).flat().every((text) => typeof text === "string")).toBe(true);
    }),
  );
});
