import { DateFields } from "./date-fields.js";
import { dateNames } from "./date-locale.js";
import { parseDatePattern, type DateElement } from "./date-pattern.js";
import { elementPrecision, patternPrecision, type DatePrecision } from "./date-precision.js";
import { datePrinter, type DatePrinter, type PrintContext } from "./date-printers.js";
import { parseLanguageTag } from "./language-tag.js";
import { timeZone, type TimeZone } from "./time-zone.js";
import { weekRules } from "./week-rules.js";

/** A compiled date pattern. */
export interface DateFormat {
  /**
   * Prints an instant. Cheap while the millisecond, the second or the minute is that of the call before.
   *
   * @param epochMs - Whole milliseconds since 1970-01-01 UTC.
   * @param nanos - Nanoseconds within the millisecond, 0 to 999,999.
   * @throws RangeError when a text is wider than its padding (`pHH`), as in Java.
   */
  format(epochMs: number, nanos?: number): string;
  /**
   * Coarsest step within which two instants print the same; steps are counted from 1970-01-01 UTC.
   *
   * Minutes and coarser steps are promised for fixed offsets only: the clock of a region may jump within them.
   */
  readonly precision: DatePrecision;
}

/** Where `Locale.getDefault()` would stand: the same output on every machine. */
const DEFAULT_LOCALE = "en-US";

/**
 * Compiles a pattern of `java.time.format.DateTimeFormatter` (JDK 17, CLDR names).
 *
 * @param options - `zone`: an id for `ZoneId.of`, the system's zone when omitted. `locale`: an IETF language tag read as
 * `Locale.forLanguageTag` reads it, `en-US` when omitted.
 * @throws DatePatternError for a pattern Java refuses; RangeError for an unknown zone.
 */
export function compileDateFormat(pattern: string, options: { zone?: string; locale?: string } = {}): DateFormat {
  const elements = parseDatePattern(pattern);
  const zone = timeZone(options.zone);
  const locale = parseLanguageTag(options.locale ?? DEFAULT_LOCALE);
  return new CachedDateFormat(elements, { zone, locale, names: dateNames(locale), weeks: weekRules(locale) });
}

/** How long the text of an element lasts: until the minute, the second or the instant changes. */
type Level = 0 | 1 | 2;

interface Slot {
  readonly level: Level;
  readonly print: DatePrinter;
}

/**
 * Keeps the text in three stages, so that only what changed since the last call is printed again: the parts that last a
 * minute, those that last a second, the whole.
 */
class CachedDateFormat implements DateFormat {
  readonly precision: DatePrecision;
  readonly #slots: readonly Slot[];
  readonly #zone: TimeZone;
  readonly #fields = new DateFields();
  readonly #fractions: readonly DatePrinter[];
  /** The one fraction is plain `SSS`. */
  readonly #isPlainMillis: boolean;
  readonly #hasNanos: boolean;

  #minute = Number.NaN;
  #offset = Number.NaN;
  #second = Number.NaN;
  #millis = Number.NaN;
  #nanos = 0;
  /** Text that lasts the minute, between printers that do not. */
  #minuteParts: readonly (string | Slot)[] = [];
  /** Text that lasts the second, around the fractions: one more than there are fractions. */
  #secondParts: readonly string[] = [];
  #text = "";

  constructor(elements: readonly DateElement[], context: PrintContext) {
    this.#zone = context.zone;
    this.#slots = elements.map((element) => ({ level: levelOf(element), print: datePrinter(element, context) }));
    this.#fractions = this.#slots.filter(({ level }) => level === 2).map(({ print }) => print);
    const fractions = elements.filter((element) => levelOf(element) === 2);
    this.#isPlainMillis =
      fractions.length === 1 && fractions.every((it) => it.kind === "fraction" && it.digits === 3 && it.pad === undefined);
    this.#hasNanos = fractions.some((element) => elementPrecision(element) === "nano");
    this.precision = patternPrecision(elements, context.zone);
  }

  format(epochMs: number, nanos = 0): string {
    if (epochMs === this.#millis && (!this.#hasNanos || nanos === this.#nanos)) {
      return this.#text;
    }
    const second = Math.floor(epochMs / 1000);
    if (second !== this.#second) {
      this.#enterSecond(second);
    }
    this.#text = this.#withFractions(epochMs - second * 1000, nanos);
    this.#millis = epochMs;
    this.#nanos = nanos;
    return this.#text;
  }

  #withFractions(milli: number, nanos: number): string {
    const parts = this.#secondParts;
    let text = parts[0] ?? "";
    if (this.#isPlainMillis) {
      return text + (milli < 10 ? "00" : milli < 100 ? "0" : "") + String(milli) + (parts[1] ?? "");
    }
    if (this.#fractions.length === 0) {
      return text;
    }
    this.#fields.nano = milli * 1e6 + nanos;
    for (let i = 0; i < this.#fractions.length; i++) {
      text += (this.#fractions[i]?.(this.#fields) ?? "") + (parts[i + 1] ?? "");
    }
    return text;
  }

  #enterSecond(second: number): void {
    const offset = this.#zone.offsetAt(second);
    const local = second + offset;
    const minute = Math.floor(local / 60);
    if (minute !== this.#minute || offset !== this.#offset) {
      this.#enterMinute(minute, offset);
    }
    this.#second = Number.NaN;
    this.#millis = Number.NaN;
    this.#fields.epochSecond = second;
    this.#fields.second = local - minute * 60;
    const parts: string[] = [];
    let text = "";
    for (const part of this.#minuteParts) {
      if (typeof part === "string") {
        text += part;
      } else if (part.level === 1) {
        text += part.print(this.#fields);
      } else {
        parts.push(text);
        text = "";
      }
    }
    parts.push(text);
    this.#secondParts = parts;
    this.#second = second;
  }

  #enterMinute(minute: number, offset: number): void {
    this.#minute = Number.NaN;
    this.#fields.setMinute(minute, offset);
    const parts: (string | Slot)[] = [];
    let text = "";
    for (const slot of this.#slots) {
      if (slot.level === 0) {
        text += slot.print(this.#fields);
      } else {
        parts.push(text, slot);
        text = "";
      }
    }
    parts.push(text);
    this.#minuteParts = parts;
    this.#minute = minute;
    this.#offset = offset;
  }
}

function levelOf(element: DateElement): Level {
  // A region's standard offset may change at any second while its clock does not.
  if (element.kind === "zoneName") {
    return 1;
  }
  const precision = elementPrecision(element);
  if (precision === "nano" || precision === "milli") {
    return 2;
  }
  return precision === "second" ? 1 : 0;
}
