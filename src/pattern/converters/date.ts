import { compileDateFormat, type DateFormat } from "../../util/date-format.js";
import { resolveLogbackDatePattern } from "../../util/logback-date-pattern.js";
import { thrownMessage } from "../../util/thrown-message.js";
import type { Converter, ConverterEnvironment } from "../converter.js";
import { readDateOptions } from "./date-options.js";

/**
 * `%d`, `%date`: when the event happened.
 *
 * Options: a pattern of `java.time.format.DateTimeFormatter`, `ISO8601` (default) or `STRICT`; a time zone; a language tag.
 * A pattern with a comma needs quotes. The event's time has milliseconds here: finer letters print zeros, as in Logback.
 * Status WARN for a pattern that is none: `ISO8601` is used. Status ERROR for a zone that is none: the system's is used.
 * Unlike Logback, a time zone that reads like the rest of the pattern (`%d{HH:mm:ss,SSS}`) is taken as such, with an ERROR.
 *
 * Source: Logback manual, "Layouts", conversion word `date`.
 */
export function date(options: readonly string[], environment: ConverterEnvironment): Converter {
  const { pattern, zone, locale } = readDateOptions(options, environment);
  const format = compiled(resolveLogbackDatePattern(pattern), zone, locale, environment);
  const { precision } = format;
  const missing = environment.hasFormat ? "" : "null";
  let hasFailed = false;
  let hasPrinted = false;
  return {
    kind: "event",
    convert: (event) => {
      // Logback's cache begins with no text for this time, and prints that.
      if (!hasPrinted && event.timestamp === -1) {
        return missing;
      }
      hasPrinted = true;
      try {
        return format.format(Math.floor(event.timestamp));
      } catch (cause) {
        if (!hasFailed) {
          hasFailed = true;
          environment.report("ERROR", `The date pattern "${pattern ?? ""}" cannot print an event's time: ${messageOf(cause)}. The milliseconds are printed.`);
        }
        return String(event.timestamp);
      }
    },
    dependsOn: ["time"],
    // Nothing coarser than a second is worth telling apart.
    timeStepMs: precision === "nano" || precision === "milli" ? 1 : 1000,
    label: "date",
    isNeutral: true,
  };
}

function compiled(pattern: string, zone: string | undefined, locale: string | undefined, environment: ConverterEnvironment): DateFormat {
  const place = zone === undefined ? {} : { zone };
  try {
    return compileDateFormat(pattern, locale === undefined ? place : { ...place, locale });
  } catch (cause) {
    environment.report("WARN", `"${pattern}" is no date pattern: ${messageOf(cause)}. ISO8601 is used.`);
    return compileDateFormat(resolveLogbackDatePattern(), place);
  }
}

function messageOf(cause: unknown): string {
  return thrownMessage(cause).replace(/\.$/, "");
}
