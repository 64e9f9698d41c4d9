import type { EventEvaluator } from "../core/event-evaluator.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { kindOf, unprintable } from "../core/safe-access.js";
import type { Clock } from "../util/clock.js";
import { closest } from "../util/did-you-mean.js";
import { thrownMessage } from "../util/thrown-message.js";
import { cachedRun } from "./cached-run.js";
import type { Convert, Converter, ConverterEnvironment, ConverterFactory, EventConverter, GroupConverter } from "./converter.js";
import { adviceForWord } from "./foreign-words.js";
import { formatterOf } from "./format-info.js";
import { joinParts } from "./join.js";
import { joinRuns } from "./part-runs.js";
import { BARE_GROUP, parsePattern, type GroupNode, type PatternNode, type WordNode } from "./parser.js";
import { textPart, Uses, usesOf, type Part } from "./part.js";
import type { PatternProblem } from "./problem.js";

/** What a pattern is compiled against. */
export interface PatternOptions {
  /** Conversion words, those of the configuration included. */
  readonly words: ReadonlyMap<string, ConverterFactory>;
  /** Told of each problem at once, also of those that show only while events are printed. */
  readonly report?: ((problem: PatternProblem) => void) | undefined;
  /** Where `%lsn` begins to count. */
  readonly clock?: Pick<Clock, "now"> | undefined;
  /** Evaluators of the configuration, by name. */
  readonly evaluator?: ((name: string) => EventEvaluator | undefined) | undefined;
  /** Properties of the program, for `%property`. */
  readonly property?: ((key: string) => string | undefined) | undefined;
  /** Whether events are numbered; `%sn` complains otherwise. */
  readonly hasSequenceNumbers?: boolean | undefined;
  /** Makes data harmless; nothing that the pattern itself wrote goes through it. */
  readonly neutralise?: ((text: string) => string) | undefined;
  /** Added at the end of a pattern that says nothing of the throwable; `%ex` unless given, the empty text for none. */
  readonly throwableWord?: string | undefined;
}

/** A pattern, ready to print events. */
export interface CompiledPattern {
  readonly pattern: string;
  /** The text of an event; empty when the pattern could not be used. */
  readonly convert: Convert;
  /** Whether the pattern could be used. */
  readonly started: boolean;
  /** What was found while compiling. */
  readonly problems: readonly PatternProblem[];
  /** Whether it prints parts of the millisecond, so that the context must read the fine clock. */
  readonly needsNanos: boolean;
}

/**
 * Compiles a pattern. Throws nothing: what is wrong is among the problems, and the rest is printed.
 *
 * Source: Logback manual, "Layouts"; `ch.qos.logback.core.pattern.PatternLayoutBase`.
 */
export function compilePattern(pattern: string, options: PatternOptions): CompiledPattern {
  const problems: PatternProblem[] = [];
  const report = (problem: PatternProblem): void => {
    problems.push(problem);
    options.report?.(problem);
  };
  const parsed = parsePattern(pattern);
  parsed.problems.forEach(report);
  if (parsed.nodes === undefined) {
    return { pattern, convert: () => "", started: false, problems, needsNanos: false };
  }
  const compiler = new Compiler(options, report);
  const parts = compiler.parts(parsed.nodes, false);
  const throwableWord = options.throwableWord ?? "ex";
  if (!compiler.handlesThrowable && throwableWord !== "") {
    parts.push(...compiler.parts([wordNode(throwableWord, pattern.length + 1)], false));
  }
  return { pattern, convert: failingPartByPart(joinParts(withRunsCached(parts)), parts, report), started: true, problems: [...problems], needsNanos: compiler.needsNanos };
}

/**
 * The words of applications may throw: then the event is printed part by part, with a mark in the place of what failed,
 * so that one word does not cost the line.
 */
function failingPartByPart(convert: Convert, parts: readonly Part[], report: (problem: PatternProblem) => void): Convert {
  let isReported = false;
  return (event) => {
    try {
      return convert(event);
    } catch {
      if (!isReported) {
        isReported = true;
        report({ level: "ERROR", message: "A conversion word failed to print an event; a mark stands in its place. Said once.", column: 1 });
      }
      return parts.map((part) => printedOrMarked(part, event)).join("");
    }
  };
}

function printedOrMarked({ convert }: Part, event: LoggingEvent): string {
  try {
    return convert(event);
  } catch (cause) {
    return unprintable(cause);
  }
}

/** A piece of a pattern by itself, as tables have it in their cells. */
export interface CompiledColumn {
  /** The conversion word, or `undefined` for literal text and for what could not be made. */
  readonly word: string | undefined;
  readonly options: readonly string[];
  readonly convert: Convert;
}

/**
 * Compiles a pattern piece by piece. Padding and truncation are left out, and nothing is added for the throwable.
 * Throws nothing: what is wrong is reported. Empty when the pattern could not be used.
 *
 * Source: Logback, `ch.qos.logback.core.html.HTMLLayoutBase`.
 */
export function compileColumns(pattern: string, options: PatternOptions): { readonly columns: readonly CompiledColumn[]; readonly needsNanos: boolean } {
  const report = (problem: PatternProblem): void => {
    options.report?.(problem);
  };
  const parsed = parsePattern(pattern);
  parsed.problems.forEach(report);
  const compiler = new Compiler(options, report);
  const columns = (parsed.nodes ?? []).map((node): CompiledColumn => {
    if (node.kind === "text") {
      return { word: undefined, options: [], convert: () => node.text };
    }
    const [part] = compiler.parts([{ ...node, format: undefined }], false) as [Part];
    return { word: options.words.has(node.word) ? node.word : undefined, options: node.options, convert: part.convert };
  });
  return { columns, needsNanos: compiler.needsNanos };
}

class Compiler {
  readonly #options: PatternOptions;
  readonly #report: (problem: PatternProblem) => void;
  handlesThrowable = false;
  needsNanos = false;

  constructor(options: PatternOptions, report: (problem: PatternProblem) => void) {
    this.#options = options;
    this.#report = report;
  }

  /** @param areLabelled - The parts stand in a group that labels them and ignores their formats. */
  parts(nodes: readonly PatternNode[], areLabelled: boolean): Part[] {
    return nodes.flatMap((node) => {
      const part = this.#part(node, areLabelled);
      return areLabelled && part.label !== undefined ? [textPart(`${part.label}=`), part] : [part];
    });
  }

  #part(node: PatternNode, isLabelled: boolean): Part {
    if (node.kind === "text") {
      return textPart(node.text);
    }
    const formatter = node.format === undefined || isLabelled ? undefined : formatterOf(node.format);
    const converter = this.#converter(node, node.format !== undefined && !isLabelled);
    if (converter === undefined) {
      return textPart(`%PARSER_ERROR[${node.word}]`);
    }
    return formatted(this.#unformatted(node, converter), formatter);
  }

  #unformatted(node: WordNode | GroupNode, converter: Converter): Part {
    if (typeof converter === "function") {
      return this.#eventPart({ kind: "event", convert: converter });
    }
    switch (converter.kind) {
      case "text":
        return textPart(converter.text);
      case "event":
        return this.#eventPart(converter);
      case "group":
        return groupPart(this.parts(node.kind === "group" ? node.parts : [], converter.labelsParts === true), converter);
    }
  }

  #eventPart(converter: EventConverter): Part {
    const { neutralise } = this.#options;
    const { convert, dependsOn = ["event"], timeStepMs = 1, label } = converter;
    this.handlesThrowable ||= converter.handlesThrowable === true;
    this.needsNanos ||= converter.needsNanos === true;
    return {
      text: undefined,
      convert: neutralise === undefined || converter.isNeutral === true ? convert : (event) => neutralise(convert(event)),
      uses: bitsOf(dependsOn),
      timeStepMs: dependsOn.includes("time") ? timeStepMs : Number.POSITIVE_INFINITY,
      label,
    };
  }

  /** `undefined` when the word cannot be printed; the reason is reported. */
  #converter(node: WordNode | GroupNode, hasFormat: boolean): Converter | undefined {
    const { words } = this.#options;
    const { word, column } = node;
    const refuse = (message: string): void => {
      this.#report({ level: "ERROR", message: `${message} It is printed as an error.`, column });
    };
    const factory = words.get(word);
    if (factory === undefined) {
      const near = closest(word, [...words.keys()].filter((known) => known !== BARE_GROUP));
      const advice = adviceForWord(word);
      refuse(`There is no conversion word "%${word}"${advice !== undefined ? `. ${advice}` : near === undefined ? "." : `; did you mean "%${near}"?`}`);
      return undefined;
    }
    const factorySaid = { why: false };
    try {
      const converter: unknown = factory(node.options, this.#environment(node, hasFormat, (problem) => {
        factorySaid.why = true;
        this.#report(problem);
      }));
      if (!isConverter(converter)) {
        if (converter !== undefined || !factorySaid.why) {
          refuse(`"%${word}" could not be made: its factory must return a function (event) => text, got ${kindOf(converter)}.`);
        }
        return undefined;
      }
      if (node.kind === "group" && (typeof converter === "function" || converter.kind !== "group")) {
        refuse(`"%${word}" takes no parentheses. Write \\( for a parenthesis behind it.`);
        return undefined;
      }
      return converter;
    } catch (cause) {
      refuse(`"%${word}" could not be made: ${thrownMessage(cause)}.`);
      return undefined;
    }
  }

  #environment({ optionText, optionColumns, column }: WordNode | GroupNode, hasFormat: boolean, report: (problem: PatternProblem) => void): ConverterEnvironment {
    const { hasSequenceNumbers, evaluator, property, neutralise, clock } = this.#options;
    return {
      optionText,
      optionColumns,
      hasFormat,
      hasSequenceNumbers: hasSequenceNumbers === true,
      report: (level, message, place = column) => {
        report({ level, message, column: place });
      },
      evaluator: (name) => evaluator?.(name),
      property: (key) => property?.(key),
      neutralise: neutralise ?? ((text) => text),
      now: () => (clock ?? Date).now(),
    };
  }
}

/** Factories in JavaScript may return anything. */
function isConverter(value: unknown): value is Converter {
  const { kind, text, convert, transform } = Object(value) as Partial<Record<"kind" | "text" | "convert" | "transform", unknown>>;
  return (
    typeof value === "function" ||
    (kind === "text" && typeof text === "string") ||
    (kind === "event" && typeof convert === "function") ||
    (kind === "group" && typeof transform === "function")
  );
}

function groupPart(parts: readonly Part[], converter: GroupConverter): Part {
  const make = joinParts(withRunsCached(parts));
  return {
    text: undefined,
    convert: (event) => converter.transform(make(event), event),
    uses: usesOf(parts) | bitsOf(converter.dependsOn ?? []),
    timeStepMs: Math.min(1000, ...parts.map(({ timeStepMs }) => timeStepMs)),
    label: undefined,
  };
}

function formatted(part: Part, format: ((text: string) => string) | undefined): Part {
  if (format === undefined) {
    return part;
  }
  const { text, convert } = part;
  return text === undefined ? { ...part, convert: (event) => format(convert(event)) } : textPart(format(text));
}

/** Neighbours that depend on nothing but time and names become one part each. */
function withRunsCached(parts: readonly Part[]): Part[] {
  return joinRuns(parts, {
    belongs: ({ uses }) => (uses & Uses.event) === 0,
    join: (run) => (run.every(({ text }) => text !== undefined) ? undefined : { ...(run[0] as Part), text: undefined, convert: cachedRun(run) }),
  });
}

function bitsOf(dependencies: readonly (keyof typeof Uses)[]): number {
  return dependencies.reduce((bits, dependency) => bits | Uses[dependency], 0);
}

function wordNode(word: string, column: number): WordNode {
  return { kind: "word", word, format: undefined, options: [], optionText: undefined, optionColumns: [], column };
}
