import { explainConfiguration } from "../config/explain/explain.js";
import { explainEvent } from "../config/explain/event.js";
import { surveyConfiguration, type SurveyedConfiguration } from "../config/survey.js";
import { Level } from "../core/level.js";
import { formatStatus } from "../core/status.js";
import { pair, UsageError, type Arguments } from "./arguments.js";
import { HAS_PROBLEMS, OK, type CommandEnvironment } from "./command.js";
import { paintFor } from "./paint.js";
import { printEvent } from "./print-event.js";
import { printExplanation } from "./print-explanation.js";
import { sourceOf, surveyOptions } from "./source.js";

const EXAMPLE = { loggerName: "com.acme.Orders", message: "Order {} was paid", args: [4711] };

/** `logback explain <file> [logger [level] [key=value...]]`: shows what is in force, or what becomes of one event. */
export function explainCommand([file, loggerName, ...rest]: readonly string[], given: Arguments, environment: CommandEnvironment): number {
  if (file === undefined) {
    throw new UsageError("Expected a file to explain, such as: logback explain logback.xml.");
  }
  const event = readEvent(rest);
  const { statuses, configuration } = surveyConfiguration(sourceOf(file, environment), surveyOptions(given, environment));
  const errors = statuses.filter(({ level }) => level === "ERROR");
  if (configuration === undefined) {
    environment.complain(errors.map((status) => `${formatStatus(status)}\n`).join(""));
    return HAS_PROBLEMS;
  }
  const timestamp = environment.now();
  environment.out(loggerName === undefined ? whole(configuration, { ...EXAMPLE, timestamp }, given, environment) : one(configuration, { ...EXAMPLE, ...event, loggerName, timestamp }, given, environment));
  if (errors.length > 0) {
    environment.complain(`${file} has ${errors.length} ${errors.length === 1 ? "error" : "errors"}; "logback check ${file}" says which.\n`);
  }
  return errors.length > 0 ? HAS_PROBLEMS : OK;
}

type Event = typeof EXAMPLE & { readonly timestamp: number };

function whole(configuration: SurveyedConfiguration, event: Event, { json }: Arguments, { hasColours }: CommandEnvironment): string {
  const explanation = explainConfiguration(configuration, event);
  return json ? inJson(explanation) : printExplanation(explanation, paintFor(hasColours));
}

function one(configuration: SurveyedConfiguration, event: Event & EventWords, { json }: Arguments, { hasColours }: CommandEnvironment): string {
  const explanation = explainEvent(configuration, event);
  return json ? inJson(explanation) : printEvent(explanation, paintFor(hasColours));
}

function inJson(explanation: object): string {
  return `${JSON.stringify(explanation, undefined, 2)}\n`;
}

interface EventWords {
  readonly level: Level;
  readonly mdc: Readonly<Record<string, string>>;
}

/** A level, if one is there, and values of the MDC. */
function readEvent(words: readonly string[]): EventWords {
  const [first = "", ...others] = words;
  if (first === "" || first.includes("=")) {
    return { level: Level.INFO, mdc: Object.fromEntries(words.map(pair)) };
  }
  const level = Level.parse(first);
  if (level === undefined || level === Level.ALL || level === Level.OFF) {
    throw new UsageError(`Expected TRACE, DEBUG, INFO, WARN or ERROR, got "${first}".`);
  }
  return { level, mdc: Object.fromEntries(others.map(pair)) };
}
