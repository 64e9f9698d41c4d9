import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conversionWords } from "../../src/builtins.js";
import { Level } from "../../src/core/level.js";
import { LoggingEvent, type LoggingEventInit } from "../../src/core/logging-event.js";
import { createMarkerFactory } from "../../src/core/marker.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import { converterDefinitions } from "../../src/pattern/converter-definitions.js";
import type { ConverterFactory } from "../../src/pattern/converter.js";
import { COLORS } from "../../src/pattern/converters/color.js";
import { BARE_GROUP } from "../../src/pattern/parser.js";
import { buildFrom } from "../support/build.js";
import { complaints, configured } from "../support/configured.js";
import { WORDS } from "../support/patterns.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const section = /^## Patterns$(.*?)^## /ms.exec(readme)?.[1] ?? "";
const tables = section.split(/\n(?!\|)/).flatMap((block) => (block.includes("\n|") ? [tableOf(block)] : []));
const wordRows = tables.find(([row]) => row?.has("Words")) ?? [];
const exampleRows = tables.flat();

const EXCEPTION_WORDS = new Set(["ex", "rEx", "xEx", "nopex"]);
const { throwable, ...plain } = JSON.parse(block("json")) as EventOfReadme;

type Row = ReadonlyMap<string, string>;

interface EventOfReadme extends Omit<LoggingEventInit, "timestamp" | "level" | "markers" | "keyValuePairs" | "throwable" | "context"> {
  readonly timestamp: string;
  readonly level: string;
  readonly markers: readonly string[];
  readonly keyValuePairs: Readonly<Record<string, unknown>>;
  readonly throwable: NonNullable<LoggingEventInit["throwableInit"]>;
  readonly context: { readonly name: string; readonly birthTime: string; readonly properties: Readonly<Record<string, string>> };
}

/** Rows by the names of their columns. */
function tableOf(text: string): Row[] {
  const [head = [], , ...rows] = text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | "));
  return rows.map((cells) => new Map(cells.map((cell, index) => [head[index] ?? "", cell])));
}

/** The content of the section's code block in that language. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "ms").exec(section)?.[1] ?? "";
}

/** What stands between backticks; the empty text where nothing does. */
function code(cell: string | undefined): string {
  return /^`(.*)`$/.exec(cell ?? "")?.[1] ?? "";
}

/** The words of a row, without `%` and `(...)`. */
function wordsOf(row: Row): string[] {
  return (row.get("Words") ?? "").split(" ").map((cell) => code(cell).slice(1).replace("(...)", "") || BARE_GROUP);
}

function eventInit({ timestamp, level, markers, keyValuePairs, context, ...rest }: Omit<EventOfReadme, "throwable">): LoggingEventInit {
  const { getMarker } = createMarkerFactory();
  return {
    ...rest,
    timestamp: Date.parse(timestamp),
    level: Level.toLevel(level),
    markers: markers.map((name) => getMarker(name)),
    keyValuePairs: Object.entries(keyValuePairs).map(([key, value]) => ({ key, value })),
    context: { ...context, birthTime: Date.parse(context.birthTime), properties: new Map(Object.entries(context.properties)) },
  };
}

/** Logback's words and those that the section's rules bind. */
function wordsWithRules(): ReadonlyMap<string, ConverterFactory> {
  const words = new Map(WORDS);
  for (const [, word = "", className = ""] of block("xml").matchAll(/conversionWord="(\w+)" class="([\w.$]+)"/g)) {
    const definition = converterDefinitions.find(({ classNames }) => classNames.includes(className));
    const factory = definition === undefined ? undefined : buildFrom(definition, {}).built;
    if (factory !== undefined) {
      words.set(word, factory);
    }
  }
  return words;
}

function visibly(text: string): string {
  return text.replaceAll("\n", "⏎").replaceAll("\t", "⇥").replaceAll("\x1b", "␛");
}

/** What a pattern prints of the section's event, and the worst that is said of it. */
function printed(pattern: string, withThrowable: boolean): { readonly line: string; readonly worst: string } {
  const event = LoggingEvent.of({ ...eventInit(plain), ...(withThrowable ? { throwableInit: throwable } : {}) });
  const levels: string[] = [];
  const { convert } = compilePattern(pattern, {
    words: wordsWithRules(),
    hasSequenceNumbers: true,
    clock: { now: () => event.timestamp },
    report: ({ level }) => levels.push(level),
  });
  const line = visibly(convert(event));
  return { line, worst: levels.includes("ERROR") ? "ERROR" : (levels[0] ?? "") };
}

describe("the tables of patterns in the README", () => {
  test("are found, each with its columns", () => {
    expect(tables.map(([row]) => [...(row ?? new Map<string, string>()).keys()])).toEqual([
      ["Words", "What it prints; options in braces", "Pattern", "Line"],
      ["Pattern", "Line", "Why"],
      ["Pattern", "Line", "Why"],
      ["Pattern", "Line", "Status"],
    ]);
    expect(exampleRows.every((row) => code(row.get("Pattern")) !== "")).toBe(true);
  });

  test("name every conversion word in one row with its aliases, and no other", () => {
    const colors = new Set(COLORS.map(([word]) => word));
    const aliases = conversionWords.map(([words]) => words).filter(([word = ""]) => !colors.has(word));
    const rows = [...aliases, [...colors]].map((words) => [...words].sort().join(" "));

    expect(wordRows.map((row) => wordsOf(row).sort().join(" ")).sort()).toEqual(rows.sort());
  });

  for (const row of wordRows) {
    const pattern = code(row.get("Pattern"));

    test(`have an example in the row of %${wordsOf(row)[0] ?? ""} with a word of that row`, () => {
      const used = [...pattern.matchAll(/%[-\d.]*(\w*)/g)].map(([, word = ""]) => (word === "" ? BARE_GROUP : word));

      expect(wordsOf(row).some((word) => used.includes(word))).toBe(true);
    });
  }

  for (const row of exampleRows) {
    const pattern = code(row.get("Pattern"));

    test(`are right about ${pattern}`, () => {
      const withThrowable = row.has("Words") && wordsOf(row).some((word) => EXCEPTION_WORDS.has(word));

      expect(printed(pattern, withThrowable)).toEqual({
        line: code(row.get("Line")),
        worst: /^\w+/.exec(row.get("Status") ?? "")?.[0] ?? "",
      });
    });
  }

  test("name rules that a configuration takes without a complaint", () => {
    const { statuses } = configured().configure(`<configuration>${block("xml")}</configuration>`);

    expect(block("xml")).toContain("<conversionRule ");
    expect(complaints(statuses)).toEqual([]);
  });
});
