import type { CallerFrame } from "../../core/caller-data.js";
import type { EventEvaluator } from "../../core/event-evaluator.js";
import { nameAbbreviator } from "../abbreviator.js";
import type { Converter, ConverterEnvironment } from "../converter.js";
import { anyEvaluator } from "../evaluator-list.js";
import { parseJavaInt } from "../java-int.js";

const UNKNOWN = "?";
const UNKNOWN_CALLER = "?#?:?\n";
const DEFAULT_FRAMES = 5;
const RANGE = "..";

/**
 * `%caller`: the call site and who called it, a line each.
 *
 * Options: how many frames (5 unless given), or a range such as `1..3`, its end left out; behind it evaluators by name, of which
 * one must say yes, or nothing is printed. Status ERROR for what is no number or range.
 * Looking up the call site costs some ten microseconds an event.
 *
 * Source: Logback manual, "Layouts", conversion word `caller`.
 */
export function caller([depth, ...names]: readonly string[], environment: ConverterEnvironment): Converter {
  const { from, to } = frameRange(depth, environment);
  const evaluators = names.flatMap((name): (readonly [string, EventEvaluator])[] => {
    const test = environment.evaluator(name);
    return test === undefined ? [] : [[name, test]];
  });
  const isWanted = anyEvaluator(evaluators, environment);
  return {
    kind: "event",
    convert: (event) => {
      if (evaluators.length > 0 && !isWanted(event)) {
        return "";
      }
      const frames = event.callerFrames;
      if (frames.length <= from) {
        return UNKNOWN_CALLER;
      }
      let text = "";
      for (let index = from; index < Math.min(to, frames.length); index++) {
        text += `Caller+${String(index)}\t at ${environment.neutralise((frames[index] as CallerFrame).text)}\n`;
      }
      return text;
    },
    label: "caller",
    isNeutral: true,
  };
}

/**
 * `%C`, `%class`: type of the object whose method logged, else the module. Options: as those of `%logger`.
 *
 * Source: Logback manual, "Layouts", conversion word `class`.
 */
export function callerClass([length]: readonly string[], environment: ConverterEnvironment): Converter {
  const abbreviate = nameAbbreviator(length, environment) ?? ((name: string) => name);
  return ofFirstFrame("class", ({ className }) => abbreviate(className));
}

/** `%M`, `%method`: function that logged. Source: Logback manual, "Layouts", conversion word `method`. */
export function callerMethod(): Converter {
  return ofFirstFrame("method", ({ methodName }) => methodName);
}

/** `%F`, `%file`: base name of the file of the call site. Source: Logback manual, "Layouts", conversion word `file`. */
export function callerFile(): Converter {
  return ofFirstFrame("file", ({ fileName }) => fileName);
}

/** `%L`, `%line`: line of the call site. Source: Logback manual, "Layouts", conversion word `line`. */
export function callerLine(): Converter {
  return ofFirstFrame("line", ({ lineNumber }) => String(lineNumber));
}

function ofFirstFrame(label: string, print: (frame: CallerFrame) => string): Converter {
  return {
    kind: "event",
    convert: ({ callerFrames: [frame] }) => (frame === undefined ? UNKNOWN : print(frame)),
    label,
  };
}

function frameRange(depth: string | undefined, environment: ConverterEnvironment): { readonly from: number; readonly to: number } {
  const [first, last] = depth?.includes(RANGE) === true ? [depth.slice(0, depth.indexOf(RANGE)), depth.slice(depth.indexOf(RANGE) + RANGE.length)] : ["0", depth];
  const from = parseJavaInt(first);
  const to = last === undefined ? DEFAULT_FRAMES : parseJavaInt(last);
  if (from === undefined || to === undefined) {
    // The beginning of a range counts even where its end is missing.
    const start = Math.max(from ?? 0, 0);
    const frames = start === 0 ? `${DEFAULT_FRAMES} frames` : `frames ${start} to ${DEFAULT_FRAMES - 1}`;
    environment.report("ERROR", `"${depth ?? ""}" is no number of frames and no range such as 1..3; ${frames} are printed.`);
    return { from: start, to: DEFAULT_FRAMES };
  }
  if (depth !== undefined && depth.includes(RANGE) && (from < 0 || from >= to)) {
    environment.report("ERROR", `"${depth}" is no range of frames: it must begin at 0 or above and end behind its beginning.`);
  }
  return { from: Math.max(from, 0), to };
}
