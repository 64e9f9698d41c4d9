import type { ServiceKey } from "../core/component.js";
import { LoggerContext, type LoggerSettings } from "../core/logger-context.js";
import type { ComponentRegistry } from "../core/registry.js";
import type { Status } from "../core/status.js";
import type { AllowedPackages } from "./allowed-packages.js";
import { AppenderBuilder, type BuiltAppender } from "./build-appenders.js";
import type { ConfigurationSource } from "./configurator.js";
import type { AppenderDraft } from "./draft.js";
import { ElementRecorder, type Decision, type DefinedProperty } from "./element-recorder.js";
import { readElements } from "./elements.js";
import { readConfiguration } from "./elements/configuration.js";
import { parseSource } from "./parse-source.js";
import { PropertyScope, type OuterProperties } from "./property-scope.js";
import { ConfigurationReading } from "./reading.js";
import { settleLoggers } from "./settle-loggers.js";
import { profilesOf } from "./spring/profiles.js";
import type { XmlElement } from "./xml/parse.js";

/** What a configuration is looked at with; see `ConfiguratorOptions`. */
export interface SurveyOptions {
  readonly registry: ComponentRegistry;
  readonly services: ReadonlyMap<ServiceKey<unknown>, unknown>;
  readonly programProperties: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Active profiles of Spring Boot's dialect; looked for as in a running program unless given. */
  readonly profiles?: readonly string[] | undefined;
  /** Packages that the configuration may name components of; none unless given. */
  readonly packages?: AllowedPackages | undefined;
}

/** A configuration that was read and built, and of which nothing was started. */
export interface SurveyedConfiguration {
  readonly root: XmlElement;
  readonly reading: ConfigurationReading;
  /** With the levels and appenders of the configuration in force; nobody else knows it. */
  readonly context: LoggerContext;
  /** Children of `<configuration>` that count, those of includes and taken branches in their place. */
  readonly elements: readonly XmlElement[];
  readonly decisions: readonly Decision[];
  readonly properties: ReadonlyMap<string, DefinedProperty>;
  readonly loggers: ReadonlyMap<string, LoggerSettings>;
  /** By name, those inside others first. */
  readonly appenders: ReadonlyMap<string, BuiltAppender>;
  /** The elements of {@link SurveyedConfiguration.appenders}, in the order of the file. */
  readonly appenderDrafts: readonly AppenderDraft[];
}

/** What came of looking. */
export interface Survey {
  readonly statuses: readonly Status[];
  /** `undefined` when nothing of the file can be used. */
  readonly configuration: SurveyedConfiguration | undefined;
}

/**
 * Reads and builds a configuration as the configurator does, and stops there: nothing is started, no file opened for writing,
 * no folder made, no status printed. Files that it includes are read.
 *
 * Never throws for what is in the file.
 */
export function surveyConfiguration(source: ConfigurationSource, options: SurveyOptions): Survey {
  const context = new LoggerContext();
  const statuses: Status[] = [];
  context.statusManager.addListener({ onStatus: (status) => { statuses.push(status); } });
  const root = parseSource(source, context.statusManager);
  return { statuses, configuration: root === undefined ? undefined : surveyTree(root, source, context, options) };
}

function surveyTree(root: XmlElement, { file, baseDir, resourceDirs = [baseDir] }: ConfigurationSource, context: LoggerContext, options: SurveyOptions): SurveyedConfiguration | undefined {
  const { registry, services, programProperties, environment } = options;
  const outer: OuterProperties = {
    context: context.properties,
    program: programProperties,
    environment,
    contextName: () => reading.draft.contextName ?? context.name,
  };
  const recorder = new ElementRecorder(readElements);
  const profiles = options.profiles ?? profilesOf(outer);
  const reading: ConfigurationReading = new ConfigurationReading(
    { context, registry, services, packages: options.packages, file, baseDir, resourceDirs, profiles, readElements: recorder.read },
    new PropertyScope(outer),
  );
  if (!readConfiguration(root, reading)) {
    return undefined;
  }
  const builder = new AppenderBuilder(reading, new Map());
  const loggers = settleLoggers(reading, builder);
  const appenders = builder.built;
  const { draft } = reading;
  context.apply({
    name: draft.contextName,
    properties: reading.scope.contextProperties,
    loggers,
    turboFilters: draft.turboFilters,
    // Neither is told of a configuration that is only looked at.
    statusListeners: [],
    listeners: [],
    sequenceNumbers: draft.sequenceNumbers,
    hasShutdownHook: draft.hasShutdownHook,
    appenders: [...appenders.values()].map(({ appender }) => appender),
  });
  return {
    root,
    reading,
    context,
    elements: recorder.elements,
    decisions: recorder.decisions,
    properties: recorder.properties,
    loggers,
    appenders,
    appenderDrafts: [...draft.appenders.values()].filter(({ name }) => appenders.has(name)),
  };
}
