import { expect, test } from "vitest";
import { Marker } from "../../src/core/marker.js";
import { escapeSafely } from "../../src/json/json-text.js";
import { markerList, tags } from "../../src/json/markers.js";
import { anEvent } from "../support/events.js";

const event = anEvent({ markers: [new Marker("AUDIT"), new Marker("A").add(new Marker('B"').add(new Marker("C")))] });

test("markerList writes markers as SLF4J prints them", () => {
  expect(markerList("markers", escapeSafely).write(event)).toBe('"markers": ["AUDIT","A [ B\\" ]"]');
  expect(markerList("markers", escapeSafely).write(anEvent())).toBe("");
});

test("tags writes the names of markers and of those they refer to", () => {
  expect(tags("tags", escapeSafely).write(event)).toBe('"tags":["AUDIT","A","B\\"","C"]');
  expect(tags("tags", escapeSafely).write(anEvent())).toBe("");
});

test("a marker that several refer to is one tag", () => {
  const shared = new Marker("S");
  const markers = [new Marker("A").add(shared), new Marker("B").add(shared), shared];

  expect(tags("tags", escapeSafely).write(anEvent({ markers }))).toBe('"tags":["A","S","B"]');
});
