/** A length of time that was read from a text. */
export interface ParsedDuration {
  /** Whole milliseconds; what is finer is cut off. Can be negative. At most `Number.MAX_SAFE_INTEGER`. */
  readonly millis: number;
  /** The text said `s`, which Logback reads as milliseconds. Worth a warning. */
  readonly secondsFromS?: true;
}

const SHAPE = /^([0-9]*(?:[^\n\r\u0085\u2028\u2029][0-9]+)?)[ \t\n\v\f\r]*((?:milli(?:second)?|seconde?|minute|hour|day)?)(s?)$/i;
/** A number as Java reads it; blanks and control characters around it are dropped. */
const NUMBER = /^[\0-\x20]*([+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:e[0-9]+)?)$/i;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["milli", 1],
  ["millisecond", 1],
  ["second", SECOND],
  ["seconde", SECOND],
  ["minute", MINUTE],
  ["hour", HOUR],
  ["day", DAY],
]);

/**
 * Reads `30 seconds`, `1.5 hours`, `500` (milliseconds): a number, then perhaps a unit in any letter case, in the
 * singular or plural. Units: milli, millisecond, second, minute, hour, day. One blank may stand before the number, none
 * behind the unit.
 *
 * `10 s` is ten seconds and says so; Logback takes it for ten milliseconds (deviation 7).
 * Gives undefined for anything else, `unbounded`, `ms` and `1e-3 seconds` included.
 * Source: Logback 1.6, `ch.qos.logback.core.util.Duration`.
 */
export function parseDuration(text: string): ParsedDuration | undefined {
  const match = SHAPE.exec(text);
  const digits = NUMBER.exec(match?.[1] ?? "")?.[1];
  const unit = match?.[2]?.toLowerCase() ?? "";
  const coefficient = UNITS.get(unit);
  if (digits === undefined || coefficient === undefined) {
    return undefined;
  }
  const onlyS = unit === "" && match?.[3] !== "";
  const exact = Math.trunc(Number(digits) * (onlyS ? SECOND : coefficient));
  const millis = Math.max(-Number.MAX_SAFE_INTEGER, Math.min(exact, Number.MAX_SAFE_INTEGER)) + 0;
  return onlyS ? { millis, secondsFromS: true } : { millis };
}

/** What was expected of a text that is no duration, for a message. */
export const DURATION_EXPECTED = 'a duration such as "30 seconds", "5 minutes", "1.5 hours" or "500" (milliseconds)';

/** A duration in Logback's words, cut down to whole units: `500 milliseconds`, `45 seconds`, `1 minutes`, `48 hours`. */
export function formatDuration(millis: number): string {
  if (millis < SECOND) {
    return `${millis} milliseconds`;
  }
  if (millis < MINUTE) {
    return `${Math.floor(millis / SECOND)} seconds`;
  }
  if (millis < HOUR) {
    return `${Math.floor(millis / MINUTE)} minutes`;
  }
  return `${Math.floor(millis / HOUR)} hours`;
}
