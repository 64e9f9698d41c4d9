import { expect, test } from "vitest";
import { createMarkerFactory, isMarker, Marker } from "../../src/core/marker.js";
import { revokedProxy } from "../support/revoked-proxy.js";

test("a marker factory gives one marker a name", () => {
  const factory = createMarkerFactory();
  const audit = factory.getMarker("AUDIT");

  expect(factory.getMarker("AUDIT")).toBe(audit);
  expect(factory.getMarker("audit")).not.toBe(audit);
  expect(audit.name).toBe("AUDIT");
});

test("two marker factories give markers of their own", () => {
  expect(createMarkerFactory().getMarker("AUDIT")).not.toBe(createMarkerFactory().getMarker("AUDIT"));
});

test("a marker exists once it was asked for; a detached one never does", () => {
  const factory = createMarkerFactory();
  const detached = factory.getDetachedMarker("AUDIT");

  expect(factory.exists("AUDIT")).toBe(false);

  const known = factory.getMarker("AUDIT");

  expect(factory.exists("AUDIT")).toBe(true);
  expect(known).not.toBe(detached);
});

for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
  test(`T8: "${name}" is a marker name like any other`, () => {
    const factory = createMarkerFactory();

    expect(factory.exists(name)).toBe(false);
    expect(factory.getMarker(name).name).toBe(name);
    expect(factory.exists(name)).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
}

test("a marker contains itself and what it refers to, however far away, by marker and by name", () => {
  const [payment, audit, legal] = [new Marker("PAYMENT"), new Marker("AUDIT"), new Marker("LEGAL")];
  payment.add(audit);
  audit.add(legal);

  expect([payment, audit, legal].map((marker) => payment.contains(marker))).toEqual([true, true, true]);
  expect(payment.contains("LEGAL")).toBe(true);
  expect(legal.contains(payment)).toBe(false);
  expect(payment.contains("OTHER")).toBe(false);
});

test("a reference is added once, and never one that would close a circle", () => {
  const [first, second, third] = [new Marker("FIRST"), new Marker("SECOND"), new Marker("THIRD")];
  first.add(second).add(second).add(new Marker("SECOND")).add(first);
  second.add(third);
  third.add(first);

  expect(first.references).toEqual([second]);
  expect(second.references).toEqual([third]);
  expect(third.references).toEqual([]);
});

test("a removed reference no longer counts; removing tells whether it was there", () => {
  const [payment, audit] = [new Marker("PAYMENT"), new Marker("AUDIT")];
  payment.add(audit);

  expect(payment.remove(new Marker("OTHER"))).toBe(false);
  expect(payment.remove(audit)).toBe(true);
  expect(payment.remove(audit)).toBe(false);
  expect(payment.contains(audit)).toBe(false);
});

const printed = [
  { title: "without references", marker: new Marker("A"), text: "A" },
  { title: "with one", marker: new Marker("A").add(new Marker("B")), text: "A [ B ]" },
  { title: "with two", marker: new Marker("A").add(new Marker("B")).add(new Marker("C")), text: "A [ B, C ]" },
  { title: "with one that has references of its own", marker: new Marker("A").add(new Marker("B").add(new Marker("C"))), text: "A [ B ]" },
];

for (const { title, marker, text } of printed) {
  test(`a marker ${title} prints as in SLF4J`, () => {
    expect(String(marker)).toBe(text);
  });
}

for (const { what, name } of [{ what: "an empty name", name: "" }, { what: "no name", name: undefined }, { what: "a number", name: 5 }]) {
  test(`a marker cannot be made with ${what}`, () => {
    expect(() => new Marker(name as string)).toThrow(TypeError);
    expect(() => createMarkerFactory().getMarker(name as string)).toThrow(TypeError);
  });
}

const hostile = [
  { what: "a revoked Proxy", value: revokedProxy() },
  { what: "a Proxy whose traps throw", value: new Proxy({}, { get: () => { throw new Error("trap"); } }) },
  { what: "null", value: null },
  { what: "undefined", value: undefined },
  { what: "a string", value: "AUDIT" },
  { what: "an object with a name", value: { name: "AUDIT", contains: () => true } },
  { what: "JSON of a request that claims to be one", value: JSON.parse('{"isMarker": true, "name": "AUDIT", "contains": "x"}') as unknown },
];

for (const { what, value } of hostile) {
  test(`${what} is not taken for a marker`, () => {
    expect(isMarker(value)).toBe(false);
  });
}

test("a marker of another copy of this library is one", () => {
  const foreign = { name: "AUDIT", isMarker: true, references: [], contains: () => true };

  expect(isMarker(foreign)).toBe(true);
  expect(isMarker(new Marker("AUDIT"))).toBe(true);
});
