import { checkConfiguration, type CheckResult } from "../config/check.js";
import { UsageError, type Arguments } from "./arguments.js";
import { HAS_PROBLEMS, OK, type CommandEnvironment } from "./command.js";
import { countOf, printCheck } from "./print-check.js";
import { paintFor } from "./paint.js";
import { sourceOf, surveyOptions } from "./source.js";

/** `logback check <file...>`: prints what is wrong with configurations. */
export function checkCommand(files: readonly string[], given: Arguments, environment: CommandEnvironment): number {
  if (files.length === 0) {
    throw new UsageError("Expected a file to check, such as: logback check logback.xml.");
  }
  const results = files.map((file) => checkConfiguration(sourceOf(file, environment), surveyOptions(given, environment)));
  environment.out(given.json ? asJson(results) : printCheck(results, paintFor(environment.hasColours)));
  const worst = ["ERROR", ...(given.strict ? ["WARN"] : [])];
  return results.some(({ problems }) => problems.some(({ level }) => worst.includes(level))) ? HAS_PROBLEMS : OK;
}

function asJson(results: readonly CheckResult[]): string {
  const all = results.flatMap(({ problems }) => problems);
  const files = results.map(({ file, problems, configuration }) => ({ file, isUsable: configuration !== undefined, problems }));
  return `${JSON.stringify({ files, errors: countOf(all, "ERROR"), warnings: countOf(all, "WARN"), notes: countOf(all, "INFO") }, undefined, 2)}\n`;
}
