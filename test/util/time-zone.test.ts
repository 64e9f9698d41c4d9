import { afterEach, expect, test, vi } from "vitest";
import { timeZone } from "../../src/util/time-zone.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const accepted = [
  { id: "Z", normal: "Z", offset: 0 },
  { id: "+2", normal: "+02:00", offset: 7200 },
  { id: "+02", normal: "+02:00", offset: 7200 },
  { id: "-0330", normal: "-03:30", offset: -12_600 },
  { id: "-03:30", normal: "-03:30", offset: -12_600 },
  { id: "+053015", normal: "+05:30:15", offset: 19_815 },
  { id: "+05:30:15", normal: "+05:30:15", offset: 19_815 },
  { id: "-00:00", normal: "Z", offset: 0 },
  { id: "-18:00", normal: "-18:00", offset: -64_800 },
  { id: "UTC", normal: "UTC", offset: 0 },
  { id: "GMT", normal: "GMT", offset: 0 },
  { id: "UT", normal: "UT", offset: 0 },
  { id: "UTC+2", normal: "UTC+02:00", offset: 7200 },
  { id: "GMT-02:30", normal: "GMT-02:30", offset: -9000 },
  { id: "UT+0", normal: "UT", offset: 0 },
  { id: "GMT0", normal: "GMT0", offset: 0 },
  { id: "Europe/Berlin", normal: "Europe/Berlin", offset: 3600 },
  { id: "US/Eastern", normal: "US/Eastern", offset: -18_000 },
  { id: "EST5EDT", normal: "EST5EDT", offset: -18_000 },
  { id: "Asia/Katmandu", normal: "Asia/Katmandu", offset: 20_700 },
] as const;

const JANUARY_2024 = Date.UTC(2024, 0, 1) / 1000;

for (const { id, normal, offset } of accepted) {
  test(`${id} is the zone ${normal}`, () => {
    const zone = timeZone(id);

    expect({ id: zone.id, offset: zone.offsetAt(JANUARY_2024) }).toEqual({ id: normal, offset });
  });
}

const refused = [
  "", "z", "+", "A", "utc", "Utc", "europe/berlin", "EUROPE/BERLIN", "EST", "MST", "HST", "PST", "SSS", "Bogus/Zone", "+19",
  "+18:00:01", "+02:60", "+2:00", "+02:0", "02:00", "UTC+", "UTC+Z", "UTCX", "GMT+25", " UTC", "Europe/Berlin ",
];

for (const id of refused) {
  test(`"${id}" is no zone, as in java.time`, () => {
    expect(() => timeZone(id)).toThrow(RangeError);
  });
}

test("offsets reach back to local mean time", () => {
  expect(timeZone("Europe/Berlin").offsetAt(-62_135_596_800)).toBe(3208);
});

test("instants beyond what Date can hold have the offset of its edge", () => {
  expect(timeZone("Asia/Kolkata").offsetAt(9e15)).toBe(19_800);
});

const systemZones = ["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Eucla", "Africa/Monrovia", "Australia/Lord_Howe"] as const;

for (const id of systemZones) {
  test(`the system's zone, where that is ${id}, has the offsets of the zone of that name`, () => {
    vi.stubEnv("TZ", id);
    const [system, named] = [timeZone(), timeZone(id)];
    // Seven hours and some seconds, so that all times of the day are met; from 1896 on, before and after 1973.
    const instants = Array.from({ length: 5_000 }, (_, index) => -2_334_000_000 + index * 907_201);

    expect({ id: system.id, fixedOffset: system.fixedOffset }).toEqual({ id, fixedOffset: named.fixedOffset });
    expect(instants.filter((instant) => !Object.is(system.offsetAt(instant), named.offsetAt(instant)))).toEqual([]);
    expect([-9e15, 9e15].map((instant) => system.offsetAt(instant))).toEqual([-9e15, 9e15].map((instant) => named.offsetAt(instant)));
  });
}

test("the offset of the system's zone is known without Intl, whose first use takes long", () => {
  vi.stubEnv("TZ", "Asia/Kolkata");
  const intl = vi.spyOn(Intl, "DateTimeFormat");

  expect(timeZone().offsetAt(JANUARY_2024)).toBe(19_800);
  expect(intl).not.toHaveBeenCalled();
});
