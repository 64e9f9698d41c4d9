import type { CheckResult, Problem } from "../config/check.js";
import { explainConfiguration } from "../config/explain/explain.js";
import type { SurveyedConfiguration } from "../config/survey.js";
import type { StatusLevel } from "../core/status.js";
import { neutralise } from "../util/neutralise.js";
import { appendersInShort, loggerTree } from "./print-tree.js";
import type { Colour, Paint } from "./paint.js";

const WORDS: Readonly<Record<StatusLevel, string>> = { ERROR: "error", WARN: "warning", INFO: "note" };

/** What `logback check` says: every problem, the loggers and appenders that come of the file, and a summary. */
export function printCheck(results: readonly CheckResult[], paint: Paint): string {
  const all = results.flatMap(({ problems }) => problems);
  return [...results.map((result) => printFile(result, paint)), `${summary(all, paint)}\n`].join("\n");
}

/** How many problems are of that level. */
export function countOf(problems: readonly Problem[], level: StatusLevel): number {
  return problems.filter((problem) => problem.level === level).length;
}

function printFile({ file, problems, configuration }: CheckResult, paint: Paint): string {
  const said = problems.map((problem) => printProblem(problem, paint)).join("");
  const tree = configuration === undefined ? "  nothing of this file can be used\n" : printTree(configuration, paint);
  return said === "" ? `${paint.bold(file)}\n${tree}` : `${said}\n${paint.bold(file)}\n${tree}`;
}

function printProblem({ level, file, line, column, message, check, cause }: Problem, paint: Paint): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const name = check === undefined ? "" : ` ${paint.faint(`[${check}]`)}`;
  const reason = cause === undefined ? "" : `    ${neutralise(cause)}\n`;
  return `${paint.bold(place)}: ${colourOf(level, paint)(WORDS[level])}: ${neutralise(message)}${name}\n${reason}`;
}

function printTree(configuration: SurveyedConfiguration, paint: Paint): string {
  const explanation = explainConfiguration(configuration, {});
  return [...loggerTree(explanation, paint), ...appendersInShort(explanation, paint)].map((line) => `  ${line}\n`).join("");
}

function summary(problems: readonly Problem[], paint: Paint): string {
  const parts = (["ERROR", "WARN", "INFO"] as const).flatMap((level) => {
    const count = countOf(problems, level);
    return count === 0 ? [] : [colourOf(level, paint)(`${count} ${WORDS[level]}${count === 1 ? "" : "s"}`)];
  });
  return parts.length === 0 ? paint.green("No problems.") : parts.join(", ");
}

function colourOf(level: StatusLevel, { red, yellow, blue }: Paint): Colour {
  return { ERROR: red, WARN: yellow, INFO: blue }[level];
}
