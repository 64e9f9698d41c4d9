import { expect, test } from "vitest";
import { epochTimestamp, epochTimestampText, formattedTimestamp } from "../../src/json/timestamp.js";
import { compileDateFormat } from "../../src/util/date-format.js";
import { anEvent } from "../support/events.js";

const event = anEvent({ timestamp: 1_710_498_600_123, nanos: 456_789 });

test("a timestamp is a number, a number as text, or text by a pattern", () => {
  const format = compileDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", { zone: "+01:00" });

  expect(epochTimestamp("t").write(event)).toBe('"t":1710498600123');
  expect(epochTimestampText("t").write(event)).toBe('"t":"1710498600123"');
  expect(formattedTimestamp("t", format).write(event)).toBe('"t":"2024-03-15T11:30:00.123+01:00"');
});

test("a pattern below the millisecond prints the nanoseconds, and its text is not kept for the millisecond", () => {
  const field = formattedTimestamp("t", compileDateFormat("ss.SSSSSSSSS", { zone: "UTC" }));

  expect(field.write(event)).toBe('"t":"00.123456789"');
  expect(field.dependsOn).toEqual(["event"]);
});

test("quotes that a pattern writes are escaped", () => {
  expect(formattedTimestamp("t", compileDateFormat("'\"'HH'\"'", { zone: "UTC" })).write(event)).toBe('"t":"\\"10\\""');
});

test("a time that is none still gives valid JSON", () => {
  const broken = anEvent({ timestamp: Number.NaN });

  expect(epochTimestamp("t").write(broken)).toBe('"t":null');
  expect(JSON.parse(`{${epochTimestampText("t").write(broken)}}`)).toEqual({ t: "NaN" });
});

test("a format that throws gives the milliseconds", () => {
  const format = { precision: "milli", format: () => { throw new RangeError("too wide"); } } as const;

  expect(formattedTimestamp("t", format).write(event)).toBe('"t":"1710498600123"');
});
