import { booleanProperty, componentsProperty, defineComponent, integerProperty, stringProperty, stringsProperty, type ComponentDefinition } from "../../core/component.js";
import type { EventEvaluator } from "../../core/event-evaluator.js";
import { lineSeparatorNamed } from "../../util/line-separator.js";
import { abbreviatorOf } from "../abbreviator.js";
import type { Converter, ConverterEnvironment, ConverterFactory } from "../converter.js";
import { anyEvaluator } from "../evaluator-list.js";
import { frameFinder, listed, type FrameTest } from "../frame-finder.js";
import { shortenedStackTrace, type ShortenedStyle } from "../shortened-stack-trace.js";

/** As the properties and the options of the pattern set it; -1 stands for no limit. */
interface Settings {
  maxDepthPerThrowable: number;
  shortenedClassNameLength: number;
  maxLength: number;
  rootCauseFirst: boolean;
  inlineHash: boolean;
  omitCommonFrames: boolean;
  lineSeparator: string;
  readonly exclusions: string[];
  readonly truncateAfters: string[];
  readonly evaluators: (readonly [name: string, test: EventEvaluator])[];
}

const SHORT: Readonly<Record<"maxDepthPerThrowable" | "shortenedClassNameLength" | "maxLength", number>> = {
  maxDepthPerThrowable: 3,
  shortenedClassNameLength: 10,
  maxLength: 1024,
};
const NUMBERS = ["maxDepthPerThrowable", "shortenedClassNameLength", "maxLength"] as const;

/** A marker of this name keeps the messages of throwables out of the log. */
const OMIT_MESSAGE = "OMIT_THROWABLE_MESSAGE";

/**
 * `<throwableConverter class="net.logstash.logback.stacktrace.ShortenedThrowableConverter">`, and by `<conversionRule>` a
 * word for patterns: the throwable, shortened.
 *
 * - `<maxDepthPerThrowable>`: frames of each throwable; `<maxLength>`: characters of the whole; -1 (default) for all.
 * - `<shortenedClassNameLength>`: as that of `%logger`; -1 (default) for the whole name.
 * - `<exclude>`, any number: regular expressions for `class.method`, or for the whole of a frame of JavaScript, that are
 *   left out where several stand together; `<exclusions>`: with commas between.
 * - `<truncateAfter>`, any number, and `<truncateAfters>`: what stands below such a frame is left out.
 * - `<rootCauseFirst>`, `<inlineHash>`: false unless given; `<omitCommonFrames>`: true unless given.
 * - `<lineSeparator>`: `SYSTEM`, `UNIX` (default), `WINDOWS` or any text.
 * - `<evaluator>`, any number: events for which one says yes have no stack trace.
 *
 * In a pattern, `%stack{5, 20, 1024, rootFirst, inlineHash, inline, omitCommonFrames, keepCommonFrames, ...}`: depth, length of
 * class names, length, each a number, `full` or `short`; then these words, names of evaluators, and expressions to exclude.
 *
 * Events with the marker `OMIT_THROWABLE_MESSAGE` show no messages of throwables.
 * Status ERROR for an expression that cannot be used, which is left out, and for a number below 1 that is not -1.
 *
 * Source: logstash-logback-encoder, "Customizing Stack Traces".
 */
export const shortenedThrowable: ComponentDefinition<ConverterFactory> = defineComponent({
  kind: "converter",
  classNames: ["net.logstash.logback.stacktrace.ShortenedThrowableConverter"],
  properties: {
    maxDepthPerThrowable: integerProperty(-1),
    shortenedClassNameLength: integerProperty(-1),
    maxLength: integerProperty(-1),
    exclude: stringsProperty(),
    exclusions: stringsProperty(),
    truncateAfter: stringsProperty(),
    truncateAfters: stringsProperty(),
    rootCauseFirst: booleanProperty(false),
    inlineHash: booleanProperty(false),
    omitCommonFrames: booleanProperty(true),
    lineSeparator: stringProperty({ fallback: "UNIX" }),
    evaluator: componentsProperty<EventEvaluator>("evaluator"),
  },
  create: ({ exclude, exclusions, truncateAfter, truncateAfters, lineSeparator, evaluator, ...values }, component) => {
    const settings: Settings = {
      ...values,
      lineSeparator: lineSeparatorNamed(lineSeparator),
      exclusions: [...exclude, ...exclusions.flatMap(listed)],
      truncateAfters: [...truncateAfter, ...truncateAfters.flatMap(listed)],
      evaluators: evaluator.map((test) => ["", test]),
    };
    for (const key of ["maxDepthPerThrowable", "maxLength"] as const) {
      if (settings[key] <= 0 && settings[key] !== -1) {
        component.reportOn(key).error(`Expected a number above 0, or -1 for no limit, got ${String(settings[key])}; there is no limit.`);
        settings[key] = -1;
      }
    }
    const excludes = frameFinder(settings.exclusions, component.reportOn(exclude.length > 0 ? "exclude" : "exclusions"));
    const truncatesAfter = frameFinder(settings.truncateAfters, component.reportOn(truncateAfter.length > 0 ? "truncateAfter" : "truncateAfters")) ?? (() => false);
    return (options, environment) => converterOf(withOptions(settings, options, environment), { excludes, truncatesAfter }, environment);
  },
});

/** The settings as the options of a word change them; those without a meaning become expressions to exclude. */
function withOptions(settings: Settings, options: readonly string[], environment: ConverterEnvironment): Settings {
  const changed: Settings = { ...settings, exclusions: [], evaluators: [...settings.evaluators] };
  for (const [index, option] of options.entries()) {
    const key = NUMBERS[index];
    if (key === undefined) {
      applyOption(changed, option, environment);
      continue;
    }
    const value = option === "full" ? -1 : option === "short" ? SHORT[key] : /^-?\d{1,9}$/.test(option) ? Number(option) : undefined;
    if (value === undefined) {
      environment.report("ERROR", `"${option}" is no number, "full" or "short"; there is no limit.`, environment.optionColumns[index] ?? 1);
    }
    changed[key] = value ?? -1;
  }
  return changed;
}

function applyOption(settings: Settings, option: string, environment: ConverterEnvironment): void {
  switch (option) {
    case "rootFirst":
      settings.rootCauseFirst = true;
      break;
    case "inlineHash":
      settings.inlineHash = true;
      break;
    case "inline":
      settings.lineSeparator = "\\n";
      break;
    case "omitCommonFrames":
      settings.omitCommonFrames = true;
      break;
    case "keepCommonFrames":
      settings.omitCommonFrames = false;
      break;
    default: {
      const evaluator = environment.evaluator(option);
      if (evaluator === undefined) {
        settings.exclusions.push(option);
      } else {
        settings.evaluators.push([option, evaluator]);
      }
    }
  }
}

function converterOf(settings: Settings, ofProperties: { readonly excludes: FrameTest | undefined; readonly truncatesAfter: FrameTest }, environment: ConverterEnvironment): Converter {
  const { maxDepthPerThrowable, maxLength, shortenedClassNameLength, evaluators } = settings;
  const { excludes } = ofProperties;
  const ofOptions = frameFinder(settings.exclusions, { error: (message) => { environment.report("ERROR", message); } });
  const isSilenced = anyEvaluator(evaluators, environment);
  const style: ShortenedStyle = {
    ...settings,
    maxDepthPerThrowable: limit(maxDepthPerThrowable),
    maxLength: limit(maxLength),
    abbreviate: abbreviatorOf(shortenedClassNameLength),
    excludes: excludes === undefined || ofOptions === undefined ? (excludes ?? ofOptions) : (frame) => excludes(frame) || ofOptions(frame),
    truncatesAfter: ofProperties.truncatesAfter,
    neutralise: (text) => environment.neutralise(text),
  };
  return {
    kind: "event",
    convert: (event) => {
      const info = event.throwable === undefined ? undefined : event.throwableInfo;
      const omitsMessages = event.markers.some((marker) => marker.name === OMIT_MESSAGE);
      return info === undefined || isSilenced(event) ? "" : shortenedStackTrace(info, style, omitsMessages);
    },
    handlesThrowable: true,
    isNeutral: true,
  };
}

function limit(value: number): number {
  return value <= 0 ? Number.POSITIVE_INFINITY : value;
}
