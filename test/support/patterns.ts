import type { LoggingEventInit } from "../../src/core/logging-event.js";
import { compilePattern, type PatternOptions } from "../../src/pattern/compiler.js";
import { conversionWords } from "../../src/builtins.js";
import { wordMap } from "../../src/pattern/word-map.js";
import type { ConverterFactory } from "../../src/pattern/converter.js";
import { anEvent } from "./events.js";

/** The words of Logback. */
export const WORDS: ReadonlyMap<string, ConverterFactory> = wordMap(conversionWords);

export interface Printed {
  readonly text: string;
  readonly started: boolean;
  /** `LEVEL column message`, those of printing included. */
  readonly problems: readonly string[];
}

/** What a pattern prints of an event. */
export function printed(pattern: string, init: LoggingEventInit = {}, options: Partial<PatternOptions> = {}): Printed {
  const problems: string[] = [];
  const compiled = compilePattern(pattern, {
    words: WORDS,
    report: ({ level, column, message }) => problems.push(`${level} ${String(column)} ${message}`),
    ...options,
  });
  return { text: compiled.convert(anEvent(init)), started: compiled.started, problems };
}

/** The same where only the text counts. */
export function textOf(pattern: string, init: LoggingEventInit = {}, options: Partial<PatternOptions> = {}): string {
  return printed(pattern, init, options).text;
}
