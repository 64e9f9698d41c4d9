import type { EventEvaluator } from "../../core/event-evaluator.js";
import type { Converter, ConverterEnvironment, ConverterFactory } from "../converter.js";
import { anyEvaluator } from "../evaluator-list.js";
import { parseJavaInt } from "../java-int.js";
import { printThrowable, type StackTraceStyle } from "../stack-trace.js";

/**
 * `%ex`, `%exception`, `%throwable`: the throwable with its stack trace, causes and suppressed ones; nothing without one.
 * Own properties of an error that hold text, a number or a truth value stand below its message where that does not tell them.
 *
 * Options: how many frames of each throwable (`full`, `short` for one, or a number); behind it any number of evaluators by name,
 * of which none may say yes, and texts: frames that contain one are left out and counted.
 * Status ERROR when the first option is no number: all frames are printed.
 *
 * Source: Logback manual, "Layouts", conversion word `exception`.
 */
export const throwable: ConverterFactory = (options, environment) => throwableConverter(options, environment, false, (text) => text);

/**
 * `%xEx`, `%xException`, `%xThrowable`: as `%ex`. Logback adds the JAR file of each frame where `packagingData` is set;
 * there are none here.
 *
 * Source: Logback manual, "Layouts", conversion word `xException`.
 */
export const extendedThrowable: ConverterFactory = throwable;

/**
 * `%rEx`, `%rootException`: as `%ex`, the root cause first.
 *
 * Source: Logback manual, "Layouts", conversion word `rootException`.
 */
export const rootCauseFirstThrowable: ConverterFactory = (options, environment) => throwableConverter(options, environment, true, (text) => text);

/**
 * Spring Boot's `%wex` and `%wEx`: as `%ex`, with an empty line before and behind it.
 *
 * Source: Spring Boot, `org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter`.
 */
export const whitespaceThrowable: ConverterFactory = (options, environment) => throwableConverter(options, environment, false, (text) => `\n${text}\n`);

/**
 * `%nopex`, `%nopexception`: prints nothing, and keeps the throwable from being added at the end of the pattern.
 *
 * Source: Logback manual, "Layouts", conversion word `nopexception`.
 */
export function noThrowable(): Converter {
  return { kind: "event", convert: () => "", dependsOn: [], handlesThrowable: true, isNeutral: true };
}

function throwableConverter(
  [length, ...others]: readonly string[],
  environment: ConverterEnvironment,
  rootCauseFirst: boolean,
  around: (text: string) => string,
): Converter {
  const found = others.map((name) => [name, environment.evaluator(name)] as const);
  const evaluators = found.filter((entry): entry is readonly [string, EventEvaluator] => entry[1] !== undefined);
  const isSilenced = anyEvaluator(evaluators, environment);
  const style: StackTraceStyle = {
    maxFrames: frameCount(length, environment),
    ignored: found.filter(([, test]) => test === undefined).map(([text]) => text),
    rootCauseFirst,
    neutralise: (text) => environment.neutralise(text),
    lineEnd: "\n",
    tab: "\t",
  };
  return {
    kind: "event",
    convert: (event) => {
      if (event.throwable === undefined) {
        return "";
      }
      const info = event.throwableInfo;
      return info === undefined || isSilenced(event) ? "" : around(printThrowable(info, style));
    },
    handlesThrowable: true,
    isNeutral: true,
  };
}

function frameCount(option: string | undefined, environment: ConverterEnvironment): number {
  const text = option?.toLowerCase() ?? "full";
  const count = text === "full" ? Number.POSITIVE_INFINITY : text === "short" ? 1 : parseJavaInt(text);
  if (count === undefined) {
    environment.report("ERROR", `"${text}" is no number of stack frames; all are printed.`);
  }
  return count ?? Number.POSITIVE_INFINITY;
}
