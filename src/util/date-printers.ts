import type { DateFields } from "./date-fields.js";
import type { DateNames } from "./date-locale.js";
import { printLocalizedOffset, printOffset } from "./date-offsets.js";
import type { DateElement, NumberLetter, SignStyle } from "./date-pattern.js";
import type { LanguageTag } from "./language-tag.js";
import type { TimeZone } from "./time-zone.js";
import { localDayOfWeek, weekOfMonth, weekOfYear, type WeekRules } from "./week-rules.js";
import { zoneNamer } from "./zone-names.js";

/** Prints one element of a pattern. */
export type DatePrinter = (fields: DateFields) => string;

/** What printers need besides the fields. */
export interface PrintContext {
  readonly zone: TimeZone;
  readonly locale: LanguageTag;
  readonly names: DateNames;
  readonly weeks: WeekRules;
}

/** The printer of an element. It throws RangeError where the text is wider than its padding, as Java does. */
export function datePrinter(element: DateElement, context: PrintContext): DatePrinter {
  const print = unpaddedPrinter(element, context);
  const { pad } = element;
  if (pad === undefined) {
    return print;
  }
  return (fields) => {
    const text = print(fields);
    if (text.length > pad) {
      throw new RangeError(`"${text}" is wider than its padding of ${pad}.`);
    }
    return text.padStart(pad);
  };
}

function unpaddedPrinter(element: DateElement, context: PrintContext): DatePrinter {
  const { zone, locale, names, weeks } = context;
  switch (element.kind) {
    case "literal":
      return () => element.text;
    case "number": {
      const { letter, width, sign } = element;
      if (width === 2 && sign === "notNegative") {
        return (fields) => twoDigits(numberValue(letter, fields, weeks));
      }
      return (fields) => signedNumber(numberValue(letter, fields, weeks), width, sign);
    }
    case "twoDigitYear":
      return (fields) => twoDigits(Math.abs(numberValue(element.letter, fields, weeks)) % 100);
    case "fraction":
      return (fields) => String(fields.nano).padStart(9, "0").slice(0, element.digits);
    case "text":
      return textPrinter(element.letter, element.width, names);
    case "dayPart":
      return (fields) => names.dayPart(element.width, fields.hour, fields.minute);
    case "offset":
      return (fields) => printOffset(fields.offset, element.style, element.zero);
    case "localizedOffset":
      return (fields) => printLocalizedOffset(fields.offset, names.gmt, element.full);
    case "zoneId":
      return () => zone.id;
    case "zoneName": {
      if (zone.isOffset) {
        return () => zone.id;
      }
      const name = zoneNamer(zone.id, element.long ? "long" : "short", element.generic, locale);
      return (fields) => name(fields.epochSecond, fields.offset);
    }
  }
}

function textPrinter(
  letter: (DateElement & { readonly kind: "text" })["letter"],
  width: 1 | 3 | 4 | 5,
  names: DateNames,
): DatePrinter {
  if (letter === "a") {
    return (fields) => names.text("a", fields.hour < 12 ? 0 : 1);
  }
  if (letter === "G") {
    const key = `G${width === 3 ? 1 : width}` as const;
    return ({ date }) => names.text(key, date.year >= 1 ? 1 : 0);
  }
  const key = `${letter}${width === 1 ? 3 : width}` as const;
  switch (letter) {
    case "M":
    case "L":
      return ({ date }) => names.text(key, date.month - 1);
    case "Q":
    case "q":
      return ({ date }) => names.text(key, Math.floor((date.month - 1) / 3));
    case "E":
    case "c":
      return ({ date }) => names.text(key, date.dayOfWeek - 1);
  }
}

function numberValue(letter: NumberLetter, fields: DateFields, weeks: WeekRules): number {
  const { date, hour } = fields;
  switch (letter) {
    case "u":
      return date.year;
    case "y":
      return date.year >= 1 ? date.year : 1 - date.year;
    case "Y":
      return weekOfYear(weeks, date).year;
    case "M":
    case "L":
      return date.month;
    case "Q":
    case "q":
      return Math.floor((date.month + 2) / 3);
    case "D":
      return date.dayOfYear;
    case "d":
      return date.day;
    case "F":
      // JDK 17 counts the day within the aligned week here; from JDK 19 on it is the week.
      return ((date.day - 1) % 7) + 1;
    case "e":
    case "c":
      return localDayOfWeek(weeks, date);
    case "w":
      return weekOfYear(weeks, date).week;
    case "W":
      return weekOfMonth(weeks, date);
    case "g":
      return fields.epochDay + 40_587;
    case "H":
      return hour;
    case "k":
      return hour === 0 ? 24 : hour;
    case "K":
      return hour % 12;
    case "h":
      return hour % 12 === 0 ? 12 : hour % 12;
    case "m":
      return fields.minute;
    case "s":
      return fields.second;
    case "A":
      return fields.secondOfDay * 1000 + Math.floor(fields.nano / 1e6);
    case "n":
      return fields.nano;
    case "N":
      return fields.secondOfDay * 1e9 + fields.nano;
  }
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function signedNumber(value: number, width: number, sign: SignStyle): string {
  const digits = String(Math.abs(value)).padStart(width, "0");
  if (value < 0) {
    return `-${digits}`;
  }
  return sign === "exceedsPad" && width < 19 && value >= 10 ** width ? `+${digits}` : digits;
}
