import { ROOT_NAME } from "../core/logger-context.js";
import type { BuiltAppender } from "./build-appenders.js";
import type { ComponentDescription } from "./draft.js";
import type { ElementDescription } from "./element-description.js";
import type { ConfigurationReading } from "./reading.js";

/** What a configuration says of one logger. */
export interface LoggerSnapshot {
  /** A level's name, or `inherited`. */
  readonly level: string;
  readonly additive: boolean;
  /** Names, as they are referred to. */
  readonly appenders: readonly string[];
}

/** An appender of a configuration. */
export interface AppenderSnapshot {
  /** `undefined` for one that the application made itself. */
  readonly description: ElementDescription | undefined;
  /** Whether it goes on from the configuration before. */
  readonly adopted: boolean;
  /** Whether it could be started. */
  readonly isStarted: boolean;
}

/** A configuration as it is compared with the next one. */
export interface ConfigurationSnapshot {
  readonly contextName: string | undefined;
  readonly scanPeriodMs: number | undefined;
  readonly neutralise: boolean;
  readonly properties: ReadonlyMap<string, string>;
  readonly loggers: ReadonlyMap<string, LoggerSnapshot>;
  readonly appenders: ReadonlyMap<string, AppenderSnapshot>;
  readonly components: readonly ComponentDescription[];
}

const INHERITED = "inherited";

/** What logger {@link ROOT_NAME} has unless a configuration says otherwise. */
const ROOT_LEVEL = "DEBUG";

/** What a reload compares the next configuration with; `built` are the appenders that were made of it. */
export function snapshotOf({ draft, scope }: ConfigurationReading, built: ReadonlyMap<string, BuiltAppender>): ConfigurationSnapshot {
  const loggers = [...draft.loggers].map(([name, { level, additive, references }]): readonly [string, LoggerSnapshot] => {
    const fallback = name === ROOT_NAME ? ROOT_LEVEL : INHERITED;
    return [name, { level: level?.name ?? fallback, additive, appenders: references.map((reference) => reference.name) }];
  });
  return {
    contextName: draft.contextName,
    scanPeriodMs: draft.scanPeriodMs,
    neutralise: draft.neutralise,
    properties: scope.contextProperties,
    loggers: new Map(loggers),
    appenders: new Map([...built].map(([name, { appender, description, adopted }]) => [name, { description, adopted, isStarted: appender.isStarted }])),
    components: draft.components,
  };
}

/** What {@link ConfigurationSnapshot.loggers} would say of a logger that the configuration does not name. */
export function unnamedLogger(name: string): LoggerSnapshot {
  return { level: name === ROOT_NAME ? ROOT_LEVEL : INHERITED, additive: true, appenders: [] };
}
