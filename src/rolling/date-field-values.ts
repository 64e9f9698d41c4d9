import { compileDateFormat } from "../util/date-format.js";
import { epochDay } from "../util/epoch-day.js";
import type { DateElement } from "../util/date-pattern.js";

const DAY_MS = 86_400_000;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The fields of a date as a name shows them; what it does not show is `undefined`. A field that comes twice keeps its first value. */
export class DateFieldValues {
  year: number | undefined;
  /** Of the week's year, `Y`. */
  weekYear: number | undefined;
  /** More than one where a letter alone stands for it, as `J` does. */
  months: readonly number[] | undefined;
  dayOfMonth: number | undefined;
  dayOfYear: number | undefined;
  weekOfYear: number | undefined;
  /** Something else depends on the day: its name, the week of the month. */
  showsDay = false;
  /** 0 to 23. */
  hour: number | undefined;
  /** 0 to 11, before or after noon. */
  halfDayHour: number | undefined;
  minute: number | undefined;
  second: number | undefined;
  /** Within the second. */
  millis: number | undefined;

  /** Takes one element as it is printed; what tells no time (a zone's name) is left to the comparison. */
  read(element: DateElement, text: string): void {
    const value = Number(text.trim());
    switch (element.kind) {
      case "twoDigitYear":
        this.#readYear(element.letter, 2000 + value);
        break;
      case "fraction":
        this.millis ??= Number(text.trim().padEnd(3, "0").slice(0, 3));
        break;
      case "text":
        if (element.letter === "M" || element.letter === "L") {
          this.months ??= monthsCalled(text, element.letter.repeat(element.width));
        } else if (element.letter === "E" || element.letter === "c") {
          this.showsDay = true;
        }
        break;
      case "number":
        this.#readNumber(element.letter, value);
        break;
      default:
    }
  }

  #readYear(letter: "u" | "y" | "Y", year: number): void {
    if (letter === "Y") {
      this.weekYear ??= year;
    } else {
      this.year ??= year;
    }
  }

  #readNumber(letter: string, value: number): void {
    switch (letter) {
      case "u":
      case "y":
      case "Y":
        this.#readYear(letter, value);
        break;
      case "M":
      case "L":
        this.months ??= [value];
        break;
      case "d":
        this.dayOfMonth ??= value;
        break;
      case "D":
        this.dayOfYear ??= value;
        break;
      case "w":
        this.weekOfYear ??= value;
        break;
      case "H":
        this.hour ??= value;
        break;
      case "k":
        this.hour ??= value % 24;
        break;
      case "h":
      case "K":
        this.halfDayHour ??= value % 12;
        break;
      case "m":
        this.minute ??= value;
        break;
      case "s":
        this.second ??= value;
        break;
      default:
        this.showsDay ||= "WFec".includes(letter);
    }
  }
}

function monthsCalled(name: string, pattern: string): readonly number[] {
  const format = compileDateFormat(pattern, { zone: "UTC" });
  return MONTHS.filter((month) => format.format(epochDay(1970, month, 1) * DAY_MS) === name.trim());
}
