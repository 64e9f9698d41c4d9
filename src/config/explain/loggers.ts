import type { Logger } from "../../core/logger.js";
import { reachOf } from "../reach.js";
import type { SurveyedConfiguration } from "../survey.js";
import { levelSourceOf, type LevelSource } from "./level-source.js";

/** A logger with what it inherits. */
export interface ExplainedLogger extends LevelSource {
  readonly name: string;
  /** How many of these loggers it inherits from: 0 for the root. */
  readonly depth: number;
  readonly effectiveLevel: string;
  readonly additive: boolean;
  readonly appenders: readonly { readonly name: string; readonly from: string }[];
}

/** The loggers that the file says something of: `ROOT` first, the others by name. */
export function explainLoggers(configuration: SurveyedConfiguration): ExplainedLogger[] {
  return configuration.context.loggers.filter((logger) => isWritten(logger, configuration)).map((logger) => explainLogger(logger, configuration));
}

function explainLogger(logger: Logger, configuration: SurveyedConfiguration): ExplainedLogger {
  return {
    name: logger.name,
    depth: depthOf(logger, configuration),
    effectiveLevel: logger.effectiveLevel.name,
    ...levelSourceOf(logger, configuration),
    additive: logger.additive,
    appenders: reachOf(logger).map(({ appender, from: source }) => ({ name: appender.name, from: source.name })),
  };
}

function isWritten({ name, parent }: Logger, { loggers }: SurveyedConfiguration): boolean {
  return parent === undefined || loggers.has(name);
}

function depthOf({ parent }: Logger, configuration: SurveyedConfiguration): number {
  return parent === undefined ? 0 : depthOf(parent, configuration) + (isWritten(parent, configuration) ? 1 : 0);
}
