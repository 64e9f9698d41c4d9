import { Level } from "../../src/core/level.js";
import { LoggingEvent } from "../../src/core/logging-event.js";
import { Marker } from "../../src/core/marker.js";
import type { StatusLevel } from "../../src/core/status.js";
import type { ThrowableInit } from "../../src/core/throwable-info.js";
import { PatternLayout } from "../../src/encoder/pattern-layout.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import { conversionWords } from "../../src/builtins.js";
import { wordMap } from "../../src/pattern/word-map.js";

/** Input of the kinds `pattern` and `throwable`. */
export interface PatternInput {
  readonly pattern: string;
  readonly contextName?: string;
  readonly contextProperties?: Readonly<Record<string, string>>;
  readonly sysProps?: Readonly<Record<string, string>>;
  readonly contextBirthMillis?: number;
  readonly event: EventInput;
}

/** An event as the corpus writes it. */
export interface EventInput {
  readonly logger?: string;
  readonly level?: string;
  readonly message?: string | null;
  readonly args?: readonly unknown[];
  readonly timestampMillis?: number;
  readonly nanos?: number;
  readonly thread?: string;
  readonly mdc?: Readonly<Record<string, string>>;
  readonly markers?: readonly MarkerInput[];
  readonly keyValuePairs?: readonly { readonly key: string; readonly value: unknown }[];
  readonly sequenceNumber?: number;
  readonly throwable?: ThrowableInit;
}

type MarkerInput = string | { readonly name: string; readonly references?: readonly MarkerInput[] };

/** Input of the kind `date`. */
export interface DateInput {
  readonly pattern?: string | null;
  readonly timezone?: string;
  readonly locale?: string;
  readonly epochMillis: number;
}

export interface PatternAnswer {
  readonly output: string;
  readonly started: boolean;
  readonly statusWorst: StatusLevel;
}

const WORDS = wordMap(conversionWords);
const DEFAULT_TIME = 1_710_498_600_000;

/** What a pattern layout of this library makes of a case. */
export function answerPattern(input: PatternInput): PatternAnswer {
  const { event, contextName = "", contextProperties = {}, sysProps = {} } = input;
  const birthTime = input.contextBirthMillis ?? event.timestampMillis ?? DEFAULT_TIME;
  let worst: StatusLevel = "INFO";
  const layout = new PatternLayout(
    compilePattern(input.pattern, {
      words: WORDS,
      clock: { now: () => birthTime },
      property: (key) => sysProps[key],
      report: ({ level }) => {
        worst = worst === "ERROR" ? worst : level;
      },
    }),
  );
  const context = { name: contextName, birthTime, properties: new Map(Object.entries(contextProperties)) };
  const output = layout.doLayout(eventOf(event, context));
  return { output, started: layout.isStarted, statusWorst: worst };
}

/** What `%d` of this library makes of a case. */
export function answerDate({ timezone, locale, epochMillis, ...input }: DateInput): PatternAnswer {
  const pattern = input.pattern ?? undefined;
  const needsQuotes = pattern !== undefined && (/[,}]|^ | $/.test(pattern) || pattern.startsWith("'"));
  const options = [
    ...(pattern === undefined ? [] : [needsQuotes ? `"${pattern}"` : pattern]),
    ...(timezone !== undefined ? [timezone] : locale !== undefined ? ["UTC"] : []),
    ...(locale === undefined ? [] : [locale]),
  ];
  const conversion = options.length === 0 ? "%d" : `%d{${options.join(", ")}}`;
  return answerPattern({ pattern: conversion, event: { timestampMillis: epochMillis } });
}

/** An event of the corpus as this library builds it. */
export function eventOf(input: EventInput, context?: { name: string; birthTime: number; properties: ReadonlyMap<string, string> }): LoggingEvent {
  return LoggingEvent.of({
    loggerName: input.logger ?? "com.example.Main",
    level: Level.toLevel(input.level ?? "INFO"),
    message: input.message ?? null,
    args: (input.args ?? []).map(argumentOf),
    timestamp: input.timestampMillis ?? DEFAULT_TIME,
    nanos: input.nanos ?? 0,
    threadName: input.thread ?? "main",
    mdc: input.mdc ?? {},
    markers: (input.markers ?? []).map(markerOf),
    keyValuePairs: input.keyValuePairs ?? [],
    sequenceNumber: input.sequenceNumber ?? 0,
    ...(input.throwable === undefined ? {} : { throwableInit: input.throwable }),
    ...(context === undefined ? {} : { context }),
  });
}

export function markerOf(input: MarkerInput): Marker {
  if (typeof input === "string") {
    return new Marker(input);
  }
  const marker = new Marker(input.name);
  for (const reference of input.references ?? []) {
    marker.add(markerOf(reference));
  }
  return marker;
}

export function argumentOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(argumentOf);
  }
  const text = typeof value === "object" && value !== null ? (value as { readonly $error?: string }).$error : undefined;
  if (text === undefined) {
    return value;
  }
  const error = new Error(text);
  error.name = "java.lang.RuntimeException";
  return error;
}
