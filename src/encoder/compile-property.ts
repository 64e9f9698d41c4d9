import { booleanProperty, optionalBooleanProperty, stringProperty, type ComponentEnvironment, type TextProperty } from "../core/component.js";
import type { EventEvaluator } from "../core/event-evaluator.js";
import { CONVERSION_WORDS, type ConverterFactory } from "../pattern/converter.js";
import { compilePattern, type CompiledPattern, type PatternOptions } from "../pattern/compiler.js";
import { neutralise as neutralised } from "../util/neutralise.js";

/** The properties that everything with a pattern has. */
export const PATTERN_PROPERTIES: {
  readonly pattern: TextProperty<string>;
  readonly outputPatternAsHeader: TextProperty<boolean>;
  readonly neutralise: TextProperty<boolean | undefined>;
} = {
  pattern: stringProperty({ fallback: "" }),
  outputPatternAsHeader: booleanProperty(false),
  neutralise: optionalBooleanProperty("what <configuration> says is used"),
};

/**
 * Compiles a component's pattern with the words and settings of its configuration.
 * Each problem becomes a status at its place in the pattern.
 *
 * @param neutralise - Whether logged data is made harmless; as the configuration says when `undefined`.
 */
export function compileFor(pattern: string, neutralise: boolean | undefined, environment: ComponentEnvironment): CompiledPattern {
  const compiled = compilePattern(pattern, patternOptionsFor(neutralise, environment));
  environment.context.fineClock ||= compiled.needsNanos;
  return compiled;
}

/** What {@link compileFor} compiles against; problems are placed in the property `pattern`. */
export function patternOptionsFor(neutralise: boolean | undefined, environment: ComponentEnvironment): PatternOptions {
  const evaluators = environment.named("evaluator");
  const ownWords = environment.named("converter") as ReadonlyMap<string, ConverterFactory>;
  return {
    words: new Map([...(environment.service(CONVERSION_WORDS) ?? []), ...ownWords]),
    clock: environment.context.clock,
    hasSequenceNumbers: environment.numbersEvents,
    evaluator: (name) => evaluators.get(name) as EventEvaluator | undefined,
    property: (key) => environment.programProperty(key),
    neutralise: (neutralise ?? environment.neutralise) ? neutralised : undefined,
    report: ({ level, message, column }) => {
      const report = environment.reportOn("pattern", column - 1);
      if (level === "ERROR") {
        report.error(message);
      } else {
        report.warn(message);
      }
    },
  };
}
