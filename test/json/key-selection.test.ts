import { expect, test } from "vitest";
import { nameGiver } from "../../src/json/key-selection.js";

const keys = ["a", "b", "c"];

test("all keys have their own name where nothing is asked for", () => {
  expect(keys.map(nameGiver({}))).toEqual(keys);
  expect(keys.map(nameGiver({ included: new Set(), excluded: new Set(), renamed: new Map() }))).toEqual(keys);
});

test("keys are included, excluded and renamed", () => {
  expect(keys.map(nameGiver({ included: new Set(["a", "b"]) }))).toEqual(["a", "b", undefined]);
  expect(keys.map(nameGiver({ excluded: new Set(["a"]) }))).toEqual([undefined, "b", "c"]);
  expect(keys.map(nameGiver({ included: new Set(["a", "b"]), excluded: new Set(["b"]), renamed: new Map([["a", "x"]]) }))).toEqual(["x", undefined, undefined]);
});
