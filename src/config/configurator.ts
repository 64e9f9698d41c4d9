import path from "node:path";
import type { Appender } from "../core/appender.js";
import type { ComponentRegistry } from "../core/registry.js";
import type { ServiceKey } from "../core/component.js";
import type { ContextSettings, LoggerContext, LoggerSettings, SequenceNumberGenerator } from "../core/logger-context.js";
import type { Status, StatusLevel } from "../core/status.js";
import type { AllowedPackages } from "./allowed-packages.js";
import { AppenderBuilder, type BuiltAppender } from "./build-appenders.js";
import { changesBetween } from "./changes.js";
import { digestOf, NO_CONTENT } from "./digest.js";
import { readElements } from "./elements.js";
import { readConfiguration, readScan } from "./elements/configuration.js";
import { parseSource } from "./parse-source.js";
import { PropertyScope, type OuterProperties } from "./property-scope.js";
import { ConfigurationReading } from "./reading.js";
import { Recorder } from "./recorder.js";
import { reportTakenOff } from "./report-taken-off.js";
import { settleLoggers } from "./settle-loggers.js";
import { silencedLogger } from "./silenced-logger.js";
import { snapshotOf, type ConfigurationSnapshot } from "./snapshot.js";
import { profilesOf } from "./spring/profiles.js";
import { workingDirectory } from "./working-directory.js";
import type { XmlElement } from "./xml/parse.js";
import { rootTag } from "./xml/root-tag.js";

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
  /** Milliseconds between two looks at the file, where it can be read that it wants them; `undefined` when it is not to be watched. */
  readonly scanPeriodMs: number | undefined;
  /** Absolute paths of all files that were read, the main one first. */
  readonly files: readonly string[];
  /** By which a change of those files is noticed. @internal */
  readonly digests: ReadonlyMap<string, string>;
  /** What is different from the configuration before, such as `level of com.acme: INFO -> DEBUG`; empty for the first one. */
  readonly changes: readonly string[];
  /** Resolves when what was replaced has written its last byte. */
  readonly settled: Promise<void>;
}

export interface ConfiguratorOptions {
  readonly context: LoggerContext;
  readonly registry: ComponentRegistry;
  readonly services: ReadonlyMap<ServiceKey<unknown>, unknown>;
  /** Packages that a configuration may name components of; none unless given. */
  readonly packages?: AllowedPackages | undefined;
  /** Program properties: what Java gets by `-D`. */
  readonly programProperties: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Active profiles of Spring Boot's dialect, asked for at every configuration. Where it gives none: the program property
   * `spring.profiles.active`, else `SPRING_PROFILES_ACTIVE`, else `NODE_ENV`.
   */
  readonly profiles?: () => readonly string[] | undefined;
}

/** What the next configuration is compared with. */
interface ConfigurationInForce {
  readonly built: ReadonlyMap<string, BuiltAppender>;
  readonly snapshot: ConfigurationSnapshot;
  readonly digests: ReadonlyMap<string, string>;
}

/** A configuration with what it is made of. */
interface BuiltConfiguration {
  readonly builder: AppenderBuilder;
  readonly built: ReadonlyMap<string, BuiltAppender>;
  readonly loggers: ReadonlyMap<string, LoggerSettings>;
}

const EMPTY = digestOf(new Uint8Array());

/**
 * Builds configurations and puts them in force, one after the other, in one logger context.
 *
 * A new one is built and started beside the one in force, then exchanged in one turn; appenders that did not change
 * go on with their file. What cannot be parsed changes nothing.
 */
export class Configurator {
  readonly #options: ConfiguratorOptions;
  #inForce: ConfigurationInForce | undefined;

  constructor(options: ConfiguratorOptions) {
    this.#options = options;
  }

  /**
   * Never throws: whatever is wrong is a status.
   *
   * @param isReload - Whether the one in force has to stay when an included file is broken, or when a logger would be left
   * without output because its appenders cannot be started.
   */
  configure(source: ConfigurationSource, isReload = false): ConfigurationResult {
    const { context } = this.#options;
    const recorder = new Recorder();
    context.statusManager.addListener(recorder);
    try {
      return this.#configure(source, isReload, recorder);
    } catch (cause) {
      context.statusManager.error("The configuration could not be applied; the one in force stays.", { origin: source.file, cause });
      return recorder.result(false);
    } finally {
      context.statusManager.removeListener(recorder);
    }
  }

  /** The context was stopped: the next configuration is a first one. */
  forget(): void {
    this.#inForce = undefined;
  }

  #configure(source: ConfigurationSource, isReload: boolean, recorder: Recorder): ConfigurationResult {
    const { statusManager } = this.#options.context;
    const { content, file } = source;
    const main: { bytes?: Uint8Array } = {};
    const root = parseSource({ file, content: typeof content === "function" ? () => (main.bytes = content()) : content }, statusManager);
    const reading = this.#newReading(source);
    const text = typeof content === "string" && !file.startsWith("<") ? Buffer.from(content) : main.bytes;
    if (text !== undefined) {
      reading.addFile(path.resolve(workingDirectory(), file), text);
    }
    const digests = reading.files;
    if (root === undefined || !readConfiguration(root, reading)) {
      return recorder.result(false, { digests, scanPeriodMs: this.#scanPeriodOfBroken(reading, text) });
    }
    const broken = isReload ? this.#brokenFile(reading) : undefined;
    if (broken !== undefined) {
      statusManager.error(`The included file [${broken}] is broken, so nothing of [${file}] is put in force; the configuration before goes on.`, { origin: "configuration" });
      return recorder.result(false, { digests, scanPeriodMs: reading.draft.scanPeriodMs });
    }
    return this.#putInForce(reading, source.appenders ?? new Map<string, Appender>(), isReload, recorder);
  }

  /** As Logback has it, a file that cannot be read asks for nothing. But whoever mends it expects that to be noticed. */
  #scanPeriodOfBroken(reading: ConfigurationReading, text: Uint8Array | undefined): number | undefined {
    const tag = text === undefined ? undefined : rootTag(text);
    if (tag !== undefined) {
      readScan(tag, reading);
    }
    const { scanPeriodMs } = reading.draft;
    if (scanPeriodMs !== undefined) {
      this.#options.context.statusManager.info("The file is watched, since its first tag asks for it: once it is mended it takes effect.", { origin: "configuration" });
    }
    return scanPeriodMs;
  }

  #newReading({ file, baseDir, resourceDirs = [baseDir] }: ConfigurationSource): ConfigurationReading {
    const { context, registry, services, packages, programProperties, environment } = this.#options;
    const ownBefore = this.#inForce?.snapshot.properties;
    const outer: OuterProperties = {
      // What the configuration before defined goes with it.
      context: new Map([...context.properties].filter(([key, value]) => ownBefore?.get(key) !== value)),
      program: programProperties,
      environment,
      contextName: () => reading.draft.contextName ?? context.name,
    };
    const profiles = this.#options.profiles?.() ?? profilesOf(outer);
    const reading: ConfigurationReading = new ConfigurationReading({ context, registry, services, packages, file, baseDir, resourceDirs, profiles, readElements }, new PropertyScope(outer));
    return reading;
  }

  #putInForce(reading: ConfigurationReading, given: ReadonlyMap<string, Appender>, isReload: boolean, recorder: Recorder): ConfigurationResult {
    const { context } = this.#options;
    const { files: digests } = reading;
    const { scanPeriodMs } = reading.draft;
    const before = this.#inForce?.built ?? new Map<string, BuiltAppender>();
    const configuration = build(reading, given, before);
    const { built } = configuration;
    drainReplaced(before, built, context);
    startAll(built, reading);
    if (isReload && silencesLogger(reading, built, before)) {
      return recorder.result(false, { digests, scanPeriodMs, settled: stopStarted(built, context) });
    }
    const snapshot = snapshotOf(reading, built);
    const changes = this.#inForce === undefined ? [] : changesBetween(this.#inForce.snapshot, snapshot, (name) => context.findLogger(name)?.level);
    reportTakenOff(context, new Set([...before.values()].map(({ appender }) => appender)));
    const settled = this.#exchange(reading, configuration, snapshot);
    if (this.#inForce !== undefined) {
      reportChanges(changes, context);
    }
    this.#inForce = { built, snapshot, digests };
    return recorder.result(true, { scanPeriodMs, digests, changes, settled });
  }

  /** @returns When what was replaced has written its last byte. */
  #exchange({ draft, scope }: ConfigurationReading, { builder, built, loggers }: BuiltConfiguration, snapshot: ConfigurationSnapshot): Promise<void> {
    const { context } = this.#options;
    const settings: ContextSettings = {
      name: draft.contextName,
      properties: scope.contextProperties,
      loggers,
      turboFilters: draft.turboFilters,
      statusListeners: draft.statusListeners,
      sequenceNumbers: this.#numberingKept(snapshot) ?? draft.sequenceNumbers,
      listeners: draft.contextListeners,
      hasShutdownHook: draft.hasShutdownHook,
      appenders: [...built.values()].map(({ appender }) => appender),
    };
    const replaced = context.apply(settings);
    builder.putInForce();
    const settled = context.stopAppenders(replaced);
    takeOver(built, context);
    return settled;
  }

  /** An included file that is no XML, or that held something and is empty now: somebody is still writing it. */
  #brokenFile({ brokenFile, files }: ConfigurationReading): string | undefined {
    const before = this.#inForce?.digests;
    const isEmptied = ([file, digest]: readonly [string, string]): boolean => digest === EMPTY && ![undefined, NO_CONTENT, EMPTY].includes(before?.get(file));
    return brokenFile ?? [...files].find(isEmptied)?.[0];
  }

  /** The numbers of events go on, unless the configuration wants them made in another way. */
  #numberingKept({ components }: ConfigurationSnapshot): SequenceNumberGenerator | undefined {
    const generatorIn = (all: ConfigurationSnapshot["components"] | undefined): string => JSON.stringify(all?.filter(({ kind }) => kind === "sequenceNumberGenerator"));
    return generatorIn(this.#inForce?.snapshot.components) === generatorIn(components) ? this.#options.context.sequenceNumbers : undefined;
  }
}

/** Nothing of it is started or in force yet. What it has in common with the configuration before is taken over. */
function build(reading: ConfigurationReading, given: ReadonlyMap<string, Appender>, before: ReadonlyMap<string, BuiltAppender>): BuiltConfiguration {
  const builder = new AppenderBuilder(reading, before);
  for (const [name, appender] of given) {
    builder.give(name, appender);
  }
  const loggers = settleLoggers(reading, builder);
  builder.reportUnreferenced();
  const { built } = builder;
  builder.forgetPrevious();
  return { builder, built, loggers };
}

/** What goes on in a file of theirs should find in it all that came before. */
function drainReplaced(before: ReadonlyMap<string, BuiltAppender>, built: ReadonlyMap<string, BuiltAppender>, context: LoggerContext): void {
  for (const [name, { appender }] of [...before].reverse()) {
    if (built.get(name)?.appender !== appender) {
      attempt("write out what it holds", appender, context, () => appender.drain?.());
    }
  }
}

function startAll(built: ReadonlyMap<string, BuiltAppender>, reading: ConfigurationReading): void {
  const { context, draft } = reading;
  for (const [name, { appender }] of built) {
    const element = draft.appenders.get(name)?.element;
    context.statusManager.at(element && reading.placeOf(element.position), () => {
      attempt("start", appender, context, () => {
        appender.awaitTakeOver?.();
        appender.start();
      });
    });
  }
}

/** Whether it would leave a logger without output because an appender of it could not be started; that is reported. */
function silencesLogger(reading: ConfigurationReading, built: ReadonlyMap<string, BuiltAppender>, before: ReadonlyMap<string, BuiltAppender>): boolean {
  const { context, draft, file } = reading;
  const silenced = silencedLogger(draft.loggers, built, before, context);
  if (silenced === undefined) {
    return false;
  }
  const { logger, reference } = silenced;
  reading
    .report("configuration", (draft.appenders.get(reference.name)?.element ?? reference.element).position)
    .error(`Without the appender [${reference.name}], which could not be started, logger [${logger}] would have no output; so nothing of [${file}] is put in force, and the configuration before goes on.`);
  return true;
}

/** Those that run since the configuration before go on. */
function stopStarted(built: ReadonlyMap<string, BuiltAppender>, context: LoggerContext): Promise<void> {
  const started = [...built.values()].filter(({ adopted }) => !adopted).map(({ appender }) => appender);
  return context.stopAppenders(started.reverse());
}

/** Not sooner than what was replaced is told to stop: the head of an output comes behind the foot of the one that was written to the same place. */
function takeOver(built: ReadonlyMap<string, BuiltAppender>, context: LoggerContext): void {
  for (const { appender } of built.values()) {
    attempt("begin", appender, context, () => appender.takeOver?.());
  }
}

function reportChanges(changes: readonly string[], context: LoggerContext): void {
  for (const change of changes.length === 0 ? ["Nothing changed."] : changes) {
    context.statusManager.info(change, { origin: "configuration" });
  }
}

/** An appender of the application's own may do anything; it costs only itself. */
function attempt(what: string, { name }: Appender, context: LoggerContext, act: () => void): void {
  try {
    act();
  } catch (cause) {
    context.statusManager.error(`The appender [${name}] failed to ${what}.`, { origin: "configuration", cause });
  }
}
