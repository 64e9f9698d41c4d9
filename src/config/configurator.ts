import type { Appender } from "../core/appender.js";
import type { ComponentRegistry } from "../core/registry.js";
import type { ServiceKey } from "../core/component.js";
import type { ContextSettings, LoggerContext, LoggerSettings } from "../core/logger-context.js";
import { worstLevel, type Status, type StatusLevel, type StatusListener } from "../core/status.js";
import { AppenderBuilder, type BuiltAppender } from "./build-appenders.js";
import { readElements } from "./elements.js";
import { readConfiguration } from "./elements/configuration.js";
import { originOf, ConfigurationReading } from "./reading.js";
import { PropertyScope, type OuterProperties } from "./property-scope.js";
import { profilesOf } from "./spring/profiles.js";
import { parseXml, type XmlElement } from "./xml.js";
import { XmlError } from "./xml-error.js";

/** Where a configuration comes from. */
export interface ConfigurationSource {
  /** Path of the file; a name such as `<text>` where there is none. */
  readonly file: string;
  /** Relative paths in it start here. */
  readonly baseDir: string;
  /** Folders in which `resource` attributes are looked up; `baseDir` unless given. */
  readonly resourceDirs?: readonly string[];
  /** Text, a function that reads a file's bytes (and may throw), or a tree that code made. */
  readonly content: string | (() => Uint8Array) | XmlElement;
  /** Appenders that code made itself, by the names by which loggers refer to them. */
  readonly appenders?: ReadonlyMap<string, Appender>;
}

/**
 * What came of a configuration.
 *
 * @public
 */
export interface ConfigurationResult {
  /** False when the text could not be read at all; what was in force before still is. */
  readonly applied: boolean;
  readonly statuses: readonly Status[];
  readonly worstStatus: StatusLevel;
  /** Milliseconds between two looks at the file; `undefined` when it is not to be watched. */
  readonly scanPeriodMs: number | undefined;
  /** Absolute paths of all files that were read, the main one first. */
  readonly files: readonly string[];
  /** Resolves when what was replaced has written its last byte. */
  readonly settled: Promise<void>;
}

export interface ConfiguratorOptions {
  readonly context: LoggerContext;
  readonly registry: ComponentRegistry;
  readonly services: ReadonlyMap<ServiceKey<unknown>, unknown>;
  /** Program properties: what Java gets by `-D`. */
  readonly programProperties: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Active profiles of Spring Boot's dialect, asked for at every configuration. Where it gives none: the program property
   * `spring.profiles.active`, else `SPRING_PROFILES_ACTIVE`, else `NODE_ENV`.
   */
  readonly profiles?: () => readonly string[] | undefined;
}

/**
 * Builds configurations and puts them in force, one after the other, in one logger context.
 *
 * A new one is built and started beside the one in force, then exchanged in one turn; appenders that did not change
 * go on with their file. What cannot be parsed changes nothing.
 */
export class Configurator {
  readonly #options: ConfiguratorOptions;
  #built: ReadonlyMap<string, BuiltAppender> = new Map();

  constructor(options: ConfiguratorOptions) {
    this.#options = options;
  }

  /** Never throws: whatever is wrong is a status. */
  configure(source: ConfigurationSource): ConfigurationResult {
    const { context } = this.#options;
    const recorder = new Recorder();
    context.statusManager.addListener(recorder);
    try {
      return this.#configure(source, recorder);
    } catch (cause) {
      context.statusManager.error("The configuration could not be applied; the one in force stays.", { origin: source.file, cause });
      return recorder.result(false);
    } finally {
      context.statusManager.removeListener(recorder);
    }
  }

  #configure(source: ConfigurationSource, recorder: Recorder): ConfigurationResult {
    const root = this.#parse(source);
    if (root === undefined) {
      return recorder.result(false);
    }
    const { context, registry, services, programProperties, environment } = this.#options;
    const { file, baseDir, resourceDirs = [baseDir] } = source;
    const outer: OuterProperties = {
      context: context.properties,
      program: programProperties,
      environment,
      contextName: () => reading.draft.contextName ?? context.name,
    };
    const profiles = this.#options.profiles?.() ?? profilesOf(outer);
    const reading: ConfigurationReading = new ConfigurationReading({ context, registry, services, file, baseDir, resourceDirs, profiles, readElements }, new PropertyScope(outer));
    if (!readConfiguration(root, reading)) {
      return recorder.result(false);
    }

    const builder = new AppenderBuilder(reading, this.#built);
    for (const [name, appender] of source.appenders ?? []) {
      builder.give(name, appender);
    }
    const loggers = settleLoggers(reading, builder);
    builder.reportUnreferenced();
    const built = builder.built;
    for (const [name, { appender }] of built) {
      const element = reading.draft.appenders.get(name)?.element;
      context.statusManager.at(element && reading.placeOf(element.position), () => {
        start(appender, context);
      });
    }
    const settings: ContextSettings = {
      name: reading.draft.contextName,
      properties: reading.scope.contextProperties,
      loggers,
      turboFilters: reading.draft.turboFilters,
      statusListeners: reading.draft.statusListeners,
      sequenceNumbers: reading.draft.sequenceNumbers,
      listeners: reading.draft.contextListeners,
      hasShutdownHook: reading.draft.hasShutdownHook,
      appenders: [...built.values()].map(({ appender }) => appender),
    };
    const replaced = context.apply(settings);
    this.#built = built;
    return recorder.result(true, { scanPeriodMs: reading.draft.scanPeriodMs, files: reading.files, settled: context.stopAppenders(replaced) });
  }

  #parse({ content, file }: ConfigurationSource): XmlElement | undefined {
    if (typeof content === "object") {
      return content;
    }
    const { statusManager } = this.#options.context;
    try {
      return parseXml(typeof content === "string" ? content : content());
    } catch (cause) {
      if (cause instanceof XmlError) {
        const { line, column } = cause.position;
        statusManager.error(`Not well-formed XML: ${cause.message}. Nothing of this file is used.`, { origin: "configuration", position: { file, line, column } });
      } else {
        statusManager.error(`Could not read the configuration file [${file}]. Nothing of it is used.`, { origin: "configuration", cause });
      }
      return undefined;
    }
  }
}

/** An appender of the application's own may do anything; it costs only itself. */
function start(appender: Appender, context: LoggerContext): void {
  try {
    appender.start();
  } catch (cause) {
    context.statusManager.error(`The appender [${appender.name}] failed to start.`, { origin: "configuration", cause });
  }
}

/** References become appenders; a reference to one that could not be made costs only that reference. */
function settleLoggers(reading: ConfigurationReading, builder: AppenderBuilder): Map<string, LoggerSettings> {
  const settled = new Map<string, LoggerSettings>();
  for (const [name, { level, additive, references }] of reading.draft.loggers) {
    const appenders: Appender[] = [];
    for (const reference of references) {
      const appender = builder.appenderNamed(reference.name, reference.element, originOf(reference.element, `configuration/${name}`));
      if (appender !== undefined && !appenders.includes(appender)) {
        appenders.push(appender);
      }
    }
    settled.set(name, { level, additive, appenders });
  }
  return settled;
}

/** Keeps the statuses of one configuration apart from those before it. */
class Recorder implements StatusListener {
  readonly #statuses: Status[] = [];

  onStatus(status: Status): void {
    this.#statuses.push(status);
  }

  result(applied: boolean, outcome: Partial<Pick<ConfigurationResult, "scanPeriodMs" | "files" | "settled">> = {}): ConfigurationResult {
    const { scanPeriodMs, files = [], settled = Promise.resolve() } = outcome;
    return { applied, statuses: this.#statuses, worstStatus: worstLevel(this.#statuses), scanPeriodMs, files, settled };
  }
}
