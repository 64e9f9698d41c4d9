import type { Explanation } from "../config/explain/explain.js";
import type { ExplainedAppender } from "../config/explain/appender.js";
import type { ExplainedLogger } from "../config/explain/loggers.js";
import type { ExplainedProperty } from "../config/explain/properties.js";
import { HIDDEN } from "../util/secret-name.js";
import { formatPosition, type SourcePosition } from "../core/status.js";
import { formatDuration } from "../util/duration.js";
import { lastPart } from "../util/last-part.js";
import { neutralise } from "../util/neutralise.js";
import type { Paint } from "./paint.js";
import { reachInWords } from "./print-tree.js";

/** Where a property comes from, as far as the place in the file does not say it. */
const SCOPES: Readonly<Record<ExplainedProperty["scope"], string>> = {
  local: "",
  context: "  context",
  system: "  system",
  program: "  program property",
  environment: "  environment",
  nowhere: "",
};

/** What `logback explain <file>` prints: one block a subject, places in the file at the end of the lines. */
export function printExplanation(explanation: Explanation, paint: Paint): string {
  const { contextName, files, scanPeriodMs, turboFilters } = explanation;
  const scan = scanPeriodMs === undefined ? "read once" : `looked at every ${formatDuration(scanPeriodMs)}`;
  const blocks: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Context", [neutralise(contextName), ...files.map((file) => `${neutralise(file)}${paint.faint(`  ${scan}`)}`)]],
    ["Properties", properties(explanation, paint)],
    ["Conditions", explanation.decisions.map(({ what, outcome, position }) => `${neutralise(what)}: ${paint.bold(outcome)}${at(position, paint)}`)],
    ["Turbo filters", turboFilters],
    ["Loggers", loggers(explanation.loggers, paint)],
    ["Appenders", explanation.appenders.flatMap((appender) => printAppender(appender, paint))],
  ];
  return blocks
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${paint.bold(title)}\n${lines.map((line) => `  ${line}`.trimEnd() + "\n").join("")}`)
    .join("\n");
}

function properties({ properties: all }: Explanation, paint: Paint): string[] {
  const width = Math.max(0, ...all.map(({ name }) => name.length));
  return all.map(({ name, value, scope, position }) => {
    const shown = scope === "nowhere" ? paint.faint("(not defined)") : value === undefined ? paint.faint(HIDDEN) : neutralise(value);
    return `${neutralise(name).padEnd(width)} = ${shown}${paint.faint(SCOPES[scope])}${at(position, paint)}`;
  });
}

function loggers(all: readonly ExplainedLogger[], paint: Paint): string[] {
  const width = Math.max(...all.map(({ name, depth }) => name.length + 2 * depth));
  return all.map((logger) => {
    const { name, depth, effectiveLevel, levelFrom, levelPosition, additive } = logger;
    const level = levelFrom === name ? paint.bold(effectiveLevel) : paint.faint(effectiveLevel);
    const source = levelFrom === name ? at(levelPosition, paint) : paint.faint(`  level of ${neutralise(levelFrom)}`);
    return `${("  ".repeat(depth) + neutralise(name)).padEnd(width)}  ${level}${" ".repeat(5 - effectiveLevel.length)}  ${reachInWords(logger, paint)}${additive ? "" : "  additivity=false"}${source}`;
  });
}

function printAppender({ name, className, encoder, pattern, files, filters, behind, example, position }: ExplainedAppender, paint: Paint): string[] {
  const rows: readonly (readonly [label: string, values: readonly string[]])[] = [
    ["hands on to", behind.map((next) => `[${next}]`)],
    ["encoder", encoder === undefined ? [] : [encoder]],
    ["pattern", pattern === undefined || pattern === "" ? [] : [pattern]],
    ["filters", filters],
    ["files", files],
  ];
  return [
    `${paint.bold(neutralise(`[${name}]`))} ${lastPart(className)}${at(position, paint)}`,
    ...rows.flatMap(([label, values]) => values.map((value, index) => `  ${(index === 0 ? label : "").padEnd(11)}  ${neutralise(value)}`)),
    ...(example === undefined ? [] : example.split(/\r?\n/).map((line, index) => `  ${(index === 0 ? "prints" : "").padEnd(11)}  ${paint.asItComes(line)}`)),
  ];
}

function at(position: SourcePosition | undefined, { faint }: Paint): string {
  return position === undefined ? "" : faint(`  ${formatPosition(position)}`);
}
