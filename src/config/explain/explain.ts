import type { LoggingEventInit } from "../../core/logging-event.js";
import type { SurveyedConfiguration } from "../survey.js";
import { explainAppender, type ExplainedAppender } from "./appender.js";
import { explainDecisions, type ExplainedDecision } from "./decisions.js";
import { explainLoggers, type ExplainedLogger } from "./loggers.js";
import { explainProperties, type ExplainedProperty } from "./properties.js";

/** What a configuration comes to. */
export interface Explanation {
  readonly contextName: string;
  /** All files that were read, the main one first. */
  readonly files: readonly string[];
  /** `undefined` when the file is not looked at again. */
  readonly scanPeriodMs: number | undefined;
  readonly properties: readonly ExplainedProperty[];
  readonly decisions: readonly ExplainedDecision[];
  /** Class names. */
  readonly turboFilters: readonly string[];
  /** Those that the file says something of: `ROOT` first, the others by name. */
  readonly loggers: readonly ExplainedLogger[];
  readonly appenders: readonly ExplainedAppender[];
}

/** Says what a configuration comes to; `event` is what the examples show. */
export function explainConfiguration(configuration: SurveyedConfiguration, event: LoggingEventInit): Explanation {
  const { reading, context } = configuration;
  return {
    contextName: context.name,
    files: [...new Set([reading.file, ...reading.files.keys()])],
    scanPeriodMs: reading.draft.scanPeriodMs,
    properties: explainProperties(configuration),
    decisions: explainDecisions(configuration),
    turboFilters: context.turboFilters.map((filter) => filter.constructor.name),
    loggers: explainLoggers(configuration),
    appenders: [...configuration.appenders.values()].map(({ appender, behind }) => explainAppender(appender, behind, configuration, event)),
  };
}
