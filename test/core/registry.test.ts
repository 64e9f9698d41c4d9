import { expect, test } from "vitest";
import { defineComponent, type ComponentDefinition, type ComponentKind } from "../../src/core/component.js";
import { ComponentRegistry } from "../../src/core/registry.js";

function define(kind: ComponentKind, ...classNames: readonly string[]): ComponentDefinition<unknown> {
  return defineComponent({ kind, classNames, properties: {}, create: () => ({}) });
}

test("a component is found by every class name, with and without its package", () => {
  const definition = define("filter", "ch.qos.logback.classic.filter.LevelFilter", "com.acme.OldLevelFilter");
  const registry = new ComponentRegistry([definition]);
  const names = ["ch.qos.logback.classic.filter.LevelFilter", "LevelFilter", "com.acme.OldLevelFilter", "OldLevelFilter"];

  expect(names.map((name) => registry.find("filter", name))).toEqual(names.map(() => definition));
  expect([...registry.namesOf("filter")].sort()).toEqual(names.sort());
});

test("a component is not found under another kind, another package or other letters", () => {
  const registry = new ComponentRegistry([define("filter", "com.acme.LevelFilter")]);

  expect(registry.find("appender", "LevelFilter")).toBe(undefined);
  expect(registry.find("filter", "org.other.LevelFilter")).toBe(undefined);
  expect(registry.find("filter", "levelfilter")).toBe(undefined);
  expect(registry.find("filter", "")).toBe(undefined);
  expect(registry.namesOf("appender")).toEqual([]);
});

test("a name that begins with * stands for every class whose name ends so, after those that are named whole", () => {
  const [whole, ending] = [define("filter", "com.acme.LevelFilter"), define("filter", "*LevelFilter")];
  const registry = new ComponentRegistry([ending, whole]);

  expect(registry.find("filter", "org.other.MyLevelFilter")).toBe(ending);
  expect(registry.find("filter", "com.acme.LevelFilter")).toBe(whole);
  expect(registry.find("filter", "org.other.LevelFilters")).toBe(undefined);
  expect(registry.find("appender", "org.other.LevelFilter")).toBe(undefined);
  expect(registry.namesOf("filter")).toEqual(["com.acme.LevelFilter", "LevelFilter"]);
});

test("a name that is taken cannot be registered again, and nothing of that definition is", () => {
  const first = define("filter", "com.acme.LevelFilter");
  const registry = new ComponentRegistry([first]);

  expect(() => { registry.register(define("filter", "com.acme.Other", "com.acme.LevelFilter")); }).toThrow(new RangeError('registerComponent: the filter "com.acme.LevelFilter" is registered already.'));
  expect(registry.find("filter", "com.acme.LevelFilter")).toBe(first);
  expect(registry.find("filter", "com.acme.Other")).toBe(undefined);
});

test("one class name may stand for components of several kinds", () => {
  const [turbo, filter] = [define("turboFilter", "com.acme.MarkerFilter"), define("filter", "com.acme.MarkerFilter")];
  const registry = new ComponentRegistry([turbo, filter, define("appender", "com.acme.FileAppender")]);

  expect(registry.find("turboFilter", "MarkerFilter")).toBe(turbo);
  expect(registry.find("filter", "MarkerFilter")).toBe(filter);
  expect(registry.kindsOf("com.acme.MarkerFilter")).toEqual(["turboFilter", "filter"]);
  expect(registry.kindsOf("FileAppender")).toEqual(["appender"]);
  expect(registry.kindsOf("Unknown")).toEqual([]);
});

test("a short name that two packages share belongs to the one registered first; its whole name is always right", () => {
  const [first, second] = [define("appender", "com.acme.FileAppender"), define("appender", "org.other.FileAppender")];
  const registry = new ComponentRegistry([first, second]);

  expect(registry.find("appender", "FileAppender")).toBe(first);
  expect(registry.find("appender", "org.other.FileAppender")).toBe(second);
});

test("a whole name wins over the short name of another", () => {
  const [packaged, plain] = [define("appender", "com.acme.FileAppender"), define("appender", "FileAppender")];
  const registry = new ComponentRegistry([packaged, plain]);

  expect(registry.find("appender", "FileAppender")).toBe(plain);
  expect(registry.namesOf("appender").filter((name) => name === "FileAppender")).toHaveLength(1);
});

for (const name of ["__proto__", "constructor", "toString", "prototype"]) {
  test(`T8: ${name} names no component until one is registered under it`, () => {
    const registry = new ComponentRegistry([define("filter", "com.acme.LevelFilter")]);

    expect(registry.find("filter", name)).toBe(undefined);
    expect(registry.find(name as ComponentKind, "LevelFilter")).toBe(undefined);

    const definition = define("filter", name);
    registry.register(definition);

    expect(registry.find("filter", name)).toBe(definition);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
}
