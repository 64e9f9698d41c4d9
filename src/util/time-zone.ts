import { once } from "./once.js";
import { zoneRow } from "./zone-names.js";
import { parseLongOffset } from "./zone-offset-text.js";

/** A time zone as `java.time.ZoneId` knows it. Instances keep the offset of the interval asked last. */
export interface TimeZone {
  /** Normalised as in Java: `+2` becomes `+02:00`, `GMT+2` becomes `GMT+02:00`, `+0` becomes `Z`. */
  readonly id: string;
  /** True for `Z` and `+02:00`, false for region ids, including `UTC` and `GMT+02:00`. */
  readonly isOffset: boolean;
  /** Seconds east of Greenwich, where it is known that it never changes. */
  readonly fixedOffset: number | undefined;
  /** @returns seconds east of Greenwich at an instant given in whole seconds since 1970. */
  offsetAt(epochSecond: number): number;
}

/** Ids of the time zone database that `java.time` leaves out. */
const REFUSED_REGIONS: ReadonlySet<string> = new Set(["EST", "HST", "MST"]);

const MAX_EPOCH_SECOND = 8_640_000_000_000;
const INTERVAL_SECONDS = 900;

/**
 * The zone for an id, by the rules of `ZoneId.of`: `Z`, `+h`, `+hh`, `+hh:mm`, `+hhmm`, `+hh:mm:ss`, `+hhmmss` (or `-`), these
 * after `UTC`, `GMT` or `UT`, and region ids, whose letter case counts. Logback 1.6 hands its ids to `ZoneId.of` unchanged.
 *
 * @param id - Omitted: the system's zone, or UTC when the system has none that is known.
 * @throws RangeError when there is no such zone.
 */
export function timeZone(id?: string): TimeZone {
  if (id === undefined) {
    return systemZone();
  }
  if (id.length <= 1 || id.startsWith("+") || id.startsWith("-")) {
    const offset = parseOffset(id, id);
    return fixedZone(offsetId(offset), true, offset);
  }
  const prefix = /^(?:UTC|GMT|UT)(?=$|[+-])/.exec(id)?.[0];
  if (prefix !== undefined) {
    const offset = id === prefix ? 0 : parseOffset(id.slice(prefix.length), id);
    return fixedZone(offset === 0 ? prefix : prefix + offsetId(offset), false, offset);
  }
  if (!isRegion(id)) {
    throw new RangeError(`Unknown time zone "${id}".`);
  }
  return regionZone(id);
}

/** No clock of a zone has been off by seconds since. */
const WHOLE_MINUTES_SINCE = Date.UTC(1973, 0, 1) / 1000;

/**
 * The system's zone. `Intl` is asked only for what `Date` does not know: its first use takes longer than everything else
 * that a start does.
 */
function systemZone(): TimeZone {
  if (process.env["TZ"] === "UTC") {
    return timeZone("UTC");
  }
  const named = once((): TimeZone => {
    try {
      return timeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    } catch {
      return timeZone("UTC");
    }
  });
  return {
    get id() {
      return named().id;
    },
    isOffset: false,
    fixedOffset: undefined,
    offsetAt: (epochSecond) => (epochSecond < WHOLE_MINUTES_SINCE ? named().offsetAt(epochSecond) : dateOffset(epochSecond)),
  };
}

function dateOffset(epochSecond: number): number {
  const offset = new Date(Math.min(MAX_EPOCH_SECOND, epochSecond) * 1000).getTimezoneOffset() * -60;
  // Not -0.
  return offset + 0;
}

function parseOffset(text: string, id: string): number {
  const match = text === "Z" ? ["", "+", "0"] : /^([+-])(?:(\d{1,2})|(\d\d)(\d\d)(\d\d)?|(\d\d):(\d\d)(?::(\d\d))?)$/.exec(text);
  if (match === null) {
    throw new RangeError(`Unknown time zone "${id}": expected an offset such as +02:00.`);
  }
  const hours = Number(match[2] ?? match[3] ?? match[6]);
  const minutes = Number(match[4] ?? match[7] ?? 0);
  const seconds = Number(match[5] ?? match[8] ?? 0);
  const total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > 18 * 3600) {
    throw new RangeError(`Time zone "${id}" is out of range: offsets go from -18:00 to +18:00.`);
  }
  return match[1] === "-" && total !== 0 ? -total : total;
}

function offsetId(offset: number): string {
  if (offset === 0) {
    return "Z";
  }
  const [hours, minutes, seconds] = [Math.floor(Math.abs(offset) / 3600), Math.floor(Math.abs(offset) / 60) % 60, Math.abs(offset) % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}${seconds === 0 ? "" : `:${two(seconds)}`}`;
}

const intlRegions = once((): ReadonlySet<string> => new Set(Intl.supportedValuesOf("timeZone")));

/** `Intl` takes any letter case and `EST`; Java does not. */
function isRegion(id: string): boolean {
  if (REFUSED_REGIONS.has(id) || (zoneRow(id) === undefined && !intlRegions().has(id))) {
    return false;
  }
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: id });
    return true;
  } catch {
    return false;
  }
}

function fixedZone(id: string, isOffset: boolean, offset: number): TimeZone {
  return { id, isOffset, fixedOffset: offset, offsetAt: () => offset };
}

function regionZone(id: string): TimeZone {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: id, timeZoneName: "longOffset" });
  let from = 0;
  let until = 0;
  let cached = 0;

  // Transitions fall on any second in the past and on xx:01 as late as 2022, so an interval counts only when both ends agree.
  function enter(epochSecond: number): number {
    const start = Math.floor(epochSecond / INTERVAL_SECONDS) * INTERVAL_SECONDS;
    const first = lookUp(format, start);
    const whole = first === lookUp(format, start + INTERVAL_SECONDS - 1);
    cached = whole ? first : lookUp(format, epochSecond);
    from = whole ? start : epochSecond;
    until = whole ? start + INTERVAL_SECONDS : epochSecond + 1;
    return cached;
  }

  return {
    id,
    isOffset: false,
    fixedOffset: undefined,
    offsetAt: (epochSecond) => (epochSecond >= from && epochSecond < until ? cached : enter(epochSecond)),
  };
}

function lookUp(format: Intl.DateTimeFormat, epochSecond: number): number {
  const clamped = Math.max(-MAX_EPOCH_SECOND, Math.min(MAX_EPOCH_SECOND, epochSecond));
  return parseLongOffset(format.format(clamped * 1000));
}
