import fc from "fast-check";
import { expect, test } from "vitest";
import type { LoggingEventInit } from "../../../src/core/logging-event.js";
import { isStructuredDataName, structuredData, type StructuredDataOptions } from "../../../src/pattern/converters/structured-data.js";
import { anyEvent } from "../../json/any-event.js";
import { anEvent } from "../../support/events.js";
import { parseSyslog } from "../../support/syslog-parser.js";

function dataOf(init: LoggingEventInit, options: Partial<StructuredDataOptions> = {}): string {
  return structuredData({ mdcId: "mdc@32473", keyValueId: "kvp@32473", messageId: () => "", clean: (text) => text, ...options }).convert(anEvent(init));
}

test("without data a hyphen stands in its place", () => {
  expect(dataOf({})).toBe("- - ");
});

test("MDC and key-value pairs are an element each", () => {
  const event = { mdc: { user: "joe", room: "4" }, keyValuePairs: [{ key: "orderId", value: 17 }] };

  expect(dataOf(event, { messageId: () => "ORDER" })).toBe('ORDER [mdc@32473 user="joe" room="4"][kvp@32473 orderId="17"] ');
});

test("an element without an id is left out", () => {
  const event = { mdc: { user: "joe" }, keyValuePairs: [{ key: "orderId", value: 17 }] };

  expect(dataOf(event, { mdcId: "" })).toBe('- [kvp@32473 orderId="17"] ');
  expect(dataOf(event, { keyValueId: "" })).toBe('- [mdc@32473 user="joe"] ');
});

test("T13: a value cannot end its quotes, its element or the message", () => {
  expect(dataOf({ mdc: { user: 'x"][evil@1 a="\\' } })).toBe(String.raw`- [mdc@32473 user="x\"\][evil@1 a=\"\\"] `);
});

test("T13: a name cannot end itself", () => {
  expect(dataOf({ mdc: { 'a="b"]\n é': "1" } })).toBe('- [mdc@32473 a__b_____="1"] ');
});

test("a name that is too long keeps its end, and one of nothing is an underscore", () => {
  expect(dataOf({ mdc: { "com.openexchange.request.trackingId": "1", "": "2" } })).toBe('- [mdc@32473 .openexchange.request.trackingId="1" _="2"] ');
});

test("a half of a surrogate pair becomes U+FFFD", () => {
  expect(dataOf({ mdc: { user: "\ud83d" } })).toBe('- [mdc@32473 user="\ufffd"] ');
});

test("values are cleaned before they are escaped", () => {
  expect(dataOf({ mdc: { user: "a\nb" } }, { clean: (text) => text.replace("\n", "\\n") })).toBe(String.raw`- [mdc@32473 user="a\\nb"] `);
});

test("the message id has visible ASCII only, 32 characters of it", () => {
  expect(dataOf({}, { messageId: () => "ORDER [ AUDIT, MONEY ] and something more" })).toBe("ORDER_[_AUDIT,_MONEY_]_and_somet - ");
});

test("ids are names of RFC 5424", () => {
  expect(["mdc@32473", "a", "x".repeat(32)].every(isStructuredDataName)).toBe(true);
  expect(["", "a b", "a=b", "a]", 'a"', "é", "x".repeat(33)].some(isStructuredDataName)).toBe(false);
});

test("whatever is logged, another parser reads back every value", () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const { convert } = structuredData({ mdcId: "mdc@32473", keyValueId: "kvp@32473", messageId: () => "", clean: (text) => text });
      const { data, message } = parseSyslog(`<14>1 - host app - ${convert(event)}text`);

      expect(message).toBe("text");
      const mdc = data.find(({ id }) => id === "mdc@32473")?.parameters ?? [];
      expect(mdc.map(([, value]) => value)).toEqual([...event.mdc].map(([, value]) => value.toWellFormed()));
      expect(data.find(({ id }) => id === "kvp@32473")?.parameters.length ?? 0).toBe(event.keyValuePairs.length);
    }),
  );
});
