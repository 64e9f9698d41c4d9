import type { ConverterFactory } from "./converter.js";
import { caller, callerClass, callerFile, callerLine, callerMethod } from "./converters/caller.js";
import { color, COLORS, highlight } from "./converters/color.js";
import { contextName } from "./converters/context-name.js";
import { date } from "./converters/date.js";
import { group, prefix } from "./converters/group.js";
import { keyValuePairs, maskedKeyValuePairs } from "./converters/key-value-pairs.js";
import { level } from "./converters/level.js";
import { lineSeparator } from "./converters/line-separator.js";
import { logger } from "./converters/logger.js";
import { marker } from "./converters/marker.js";
import { mdc } from "./converters/mdc.js";
import { message } from "./converters/message.js";
import { property } from "./converters/property.js";
import { replace } from "./converters/replace.js";
import { localSequenceNumber, sequenceNumber } from "./converters/sequence-number.js";
import { thread } from "./converters/thread.js";
import { extendedThrowable, noThrowable, rootCauseFirstThrowable, throwable } from "./converters/throwable.js";
import { epoch, micros, relative } from "./converters/time-of-event.js";
import { BARE_GROUP } from "./parser.js";

/** Words of Logback's own patterns; those of one row are aliases. */
export const conversionWords: readonly (readonly [words: readonly string[], factory: ConverterFactory])[] = [
  [[BARE_GROUP], group],
  [["C", "class"], callerClass],
  [["F", "file"], callerFile],
  [["L", "line"], callerLine],
  [["M", "method"], callerMethod],
  [["X", "mdc"], mdc],
  [["c", "lo", "logger"], logger],
  [["caller"], caller],
  [["cn", "contextName"], contextName],
  [["d", "date"], date],
  [["ep", "epoch"], epoch],
  [["ex", "exception", "throwable"], throwable],
  [["highlight"], highlight],
  [["kvp"], keyValuePairs],
  [["lsn"], localSequenceNumber],
  [["m", "msg", "message"], message],
  [["marker"], marker],
  [["maskedKvp"], maskedKeyValuePairs],
  [["ms", "micros"], micros],
  [["n"], lineSeparator],
  [["nopex", "nopexception"], noThrowable],
  [["p", "le", "level"], level],
  [["prefix"], prefix],
  [["property"], property],
  [["r", "relative"], relative],
  [["rEx", "rootException"], rootCauseFirstThrowable],
  [["replace"], replace],
  [["sn", "sequenceNumber"], sequenceNumber],
  [["t", "thread"], thread],
  [["xEx", "xException", "xThrowable"], extendedThrowable],
  ...COLORS.map(([word, code]) => [[word], color(code)] as const),
];

/**
 * A look-up for a table of words.
 *
 * @throws RangeError when a word stands in it twice, so that nothing is ever replaced silently.
 */
export function wordMap(table: typeof conversionWords): ReadonlyMap<string, ConverterFactory> {
  const words = new Map<string, ConverterFactory>();
  for (const [names, factory] of table) {
    for (const name of names) {
      if (words.has(name)) {
        throw new RangeError(`Conversion words: "%${name}" is there twice.`);
      }
      words.set(name, factory);
    }
  }
  return words;
}
