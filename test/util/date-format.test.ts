import fc from "fast-check";
import { expect, test } from "vitest";
import { compileDateFormat } from "../../src/util/date-format.js";

const SPRING_BERLIN = Date.UTC(2024, 2, 31, 1);
const AUTUMN_BERLIN = Date.UTC(2024, 9, 27, 1);
const SPRING_NEW_YORK = Date.UTC(2024, 2, 10, 7);
const AUTUMN_NEW_YORK = Date.UTC(2024, 10, 3, 6);
const AUTUMN_LORD_HOWE = Date.UTC(2024, 3, 6, 15);
const CASEY_AT_ODD_MINUTE = Date.UTC(2020, 9, 3, 16, 1);
const LIBERIA_AT_ODD_SECOND = Date.UTC(1972, 0, 7, 0, 44, 30);
const LMT_BERLIN = Date.UTC(1893, 2, 31, 23, 6, 32);

const zones = [
  "UTC",
  "+05:30:15",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Antarctica/Casey",
  "Africa/Monrovia",
  "Asia/Kathmandu",
] as const;

const patterns = [
  "yyyy-MM-dd HH:mm:ss,SSS",
  "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXXXX",
  "HH:mm z",
  "ss",
  "SSS|SSS",
  "pppps n A N",
  "D EEEE",
] as const;

const turningPoints = [
  SPRING_BERLIN,
  AUTUMN_BERLIN,
  SPRING_NEW_YORK,
  AUTUMN_NEW_YORK,
  AUTUMN_LORD_HOWE,
  CASEY_AT_ODD_MINUTE,
  LIBERIA_AT_ODD_SECOND,
  LMT_BERLIN,
  0,
];

/** A walk through time: steps of all sizes around the moments at which clocks change. */
const sizes = fc.constantFrom(1, 7, 1000, 60_000, 900_000, 3_600_000, 86_400_000);
const steps = fc.array(fc.tuple(sizes, fc.integer({ min: -3, max: 3 })), { maxLength: 25 });
const instants = fc
  .tuple(fc.constantFrom(...turningPoints), steps)
  .map(([start, jumps]) => {
    let at = start;
    return [start, ...jumps.map(([size, times]) => (at += size * times))];
  });

for (const zone of zones) {
  test(`a kept format prints in ${zone} what a new one prints, wherever time jumps`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...patterns), instants, fc.integer({ min: 0, max: 999_999 }), (pattern, walk, nanos) => {
        const kept = compileDateFormat(pattern, { zone });
        for (const at of walk) {
          expect(kept.format(at, nanos)).toBe(compileDateFormat(pattern, { zone }).format(at, nanos));
        }
      }),
      { numRuns: 60 },
    );
  });
}

const changes = [
  { zone: "Europe/Berlin", at: SPRING_BERLIN, before: "01:59:59.999 +0100 CET", after: "03:00:00.000 +0200 CEST" },
  { zone: "Europe/Berlin", at: AUTUMN_BERLIN, before: "02:59:59.999 +0200 CEST", after: "02:00:00.000 +0100 CET" },
  { zone: "America/New_York", at: SPRING_NEW_YORK, before: "01:59:59.999 -0500 EST", after: "03:00:00.000 -0400 EDT" },
  { zone: "America/New_York", at: AUTUMN_NEW_YORK, before: "01:59:59.999 -0400 EDT", after: "01:00:00.000 -0500 EST" },
  { zone: "Australia/Lord_Howe", at: AUTUMN_LORD_HOWE, before: "01:59:59.999 +1100 LHDT", after: "01:30:00.000 +1030 LHST" },
  { zone: "Antarctica/Casey", at: CASEY_AT_ODD_MINUTE, before: "00:00:59.999 +0800 AWST", after: "03:01:00.000 +1100 AWST" },
  { zone: "Africa/Monrovia", at: LIBERIA_AT_ODD_SECOND, before: "23:59:59.999 -0044 GMT", after: "00:44:30.000 +0000 GMT" },
  { zone: "Europe/Berlin", at: LMT_BERLIN, before: "23:59:59.999 +0053 CET", after: "00:06:32.000 +0100 CET" },
] as const;

for (const { zone, at, before, after } of changes) {
  test(`the clock of ${zone} changes at ${new Date(at).toISOString()}, in both directions of time`, () => {
    const format = compileDateFormat("HH:mm:ss.SSS Z z", { zone });

    expect([at - 1, at, at - 1].map((instant) => format.format(instant))).toEqual([before, after, before]);
  });
}

test("nanoseconds count only where the pattern shows them", () => {
  const micros = compileDateFormat("SSSSSS", { zone: "UTC" });
  const millis = compileDateFormat("SSS", { zone: "UTC" });

  expect([micros.format(7, 1000), micros.format(7, 2000), micros.format(7)]).toEqual(["007001", "007002", "007000"]);
  expect([millis.format(7, 1000), millis.format(7, 2000)]).toEqual(["007", "007"]);
});

test("instants before 1970 print", () => {
  expect(compileDateFormat("yyyy-MM-dd HH:mm:ss,SSS", { zone: "UTC" }).format(-1)).toBe("1969-12-31 23:59:59,999");
});

test("a text wider than its padding throws, and the format works on", () => {
  const format = compileDateFormat("pM", { zone: "UTC" });

  expect(() => format.format(Date.UTC(2024, 11, 1))).toThrow(RangeError);
  expect(format.format(Date.UTC(2024, 0, 1))).toBe("1");
  expect(() => format.format(Date.UTC(2024, 11, 1))).toThrow(RangeError);
});

test("without a zone the system's is used", () => {
  const system = new Intl.DateTimeFormat().resolvedOptions().timeZone;

  expect(compileDateFormat("HH:mm").format(0)).toBe(compileDateFormat("HH:mm", { zone: system }).format(0));
});

test("an unknown zone throws RangeError", () => {
  expect(() => compileDateFormat("HH", { zone: "SSS" })).toThrow('Unknown time zone "SSS"');
});
