import type { StatusLevel } from "../core/status.js";
import { CHECKS } from "./checks.js";
import type { ConfigurationSource } from "./configurator.js";
import { withoutSecrets } from "./secrets.js";
import { surveyConfiguration, type SurveyedConfiguration, type SurveyOptions } from "./survey.js";

/** Something that a reader of a configuration should know. */
export interface Problem {
  /** INFO is a note: worth a look, and often meant. */
  readonly level: StatusLevel;
  /** What was expected, what came, and what happens. */
  readonly message: string;
  /** Path of the element. */
  readonly origin: string;
  /** Path as it was given, or that of an included file. */
  readonly file: string;
  /** From 1; `undefined` where the problem is with the whole file. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Name of the check that found it; `undefined` for what a running program would say too. */
  readonly check: string | undefined;
  /** Text of the error behind it. */
  readonly cause: string | undefined;
}

/** What there is to say about a configuration. */
export interface CheckResult {
  readonly file: string;
  /** In the order of the lines; what is about the whole file comes first, included files last. */
  readonly problems: readonly Problem[];
  /** `undefined` when nothing of the file can be used. */
  readonly configuration: SurveyedConfiguration | undefined;
}

/** A program goes on as Logback does and warns of it; a build should not pass. */
const GRAVE = /^(?:".*" is not a level; DEBUG is used\.|Expected a number of periods, )/s;
/** That depends on where the program runs, and is warned of by a check. */
const UNDEFINED = "_IS_UNDEFINED";

/**
 * Everything that is wrong with a configuration, and what Logback takes silently although hardly anybody means it.
 *
 * Nothing is started, opened for writing or made.
 */
export function checkConfiguration(source: ConfigurationSource, options: SurveyOptions): CheckResult {
  const { statuses, configuration } = surveyConfiguration(source, options);
  const said = statuses.flatMap(({ level, message, origin, position, cause }): Problem[] =>
    level === "INFO" ? [] : [{ level: GRAVE.test(message) && !message.includes(UNDEFINED) ? "ERROR" : level, message, origin, file: position?.file ?? source.file, line: position?.line, column: position?.column, check: undefined, cause: textOf(cause) }],
  );
  const found = configuration === undefined ? [] : problemsFound(configuration);
  const shown = configuration === undefined ? (text: string) => text : withoutSecrets(configuration);
  const problems = inOrder([...said, ...found], source.file).map((problem) => ({ ...problem, message: shown(problem.message) }));
  return { file: source.file, problems, configuration };
}

function problemsFound(configuration: SurveyedConfiguration): Problem[] {
  const { file } = configuration.reading;
  return CHECKS.flatMap(({ name, find }) =>
    find(configuration).map(({ level = "WARN", message, element, at }): Problem => {
      const position = at ?? element.position;
      return { level, message, origin: element.name, file: position.file ?? file, line: position.line, column: position.column, check: name, cause: undefined };
    }),
  );
}

function inOrder(problems: readonly Problem[], main: string): Problem[] {
  const rank = ({ file }: Problem): string => (file === main ? "" : file);
  return [...problems].sort((a, b) => rank(a).localeCompare(rank(b)) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function textOf(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}
