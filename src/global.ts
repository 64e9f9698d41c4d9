import { readFileSync } from "node:fs";
import path from "node:path";
import { isMainThread, threadId } from "node:worker_threads";
import * as workerThreads from "node:worker_threads";
import { components, conversionWords } from "./builtins.js";
import { Configurator, type ConfigurationResult, type ConfigurationSource } from "./config/configurator.js";
import { elementsFromCode, type CodeConfiguration } from "./config/from-code.js";
import { locateConfiguration, packageFolderOf } from "./config/locate.js";
import { moduleName } from "./config/module-name.js";
import { programProperties as standardProperties } from "./config/program-properties.js";
import { ConfigurationWatcher } from "./config/watch.js";
import type { ComponentDefinition, ServiceKey } from "./core/component.js";
import type { Logger } from "./core/logger.js";
import { LoggerContext } from "./core/logger-context.js";
import { createMarkerFactory, type MarkerFactory as MarkerFactoryType } from "./core/marker.js";
import { MdcStore } from "./core/mdc.js";
import { ComponentRegistry } from "./core/registry.js";
import { kindOf } from "./core/safe-access.js";
import { DefaultStatusPrinter } from "./core/status-listeners/default-status-printer.js";
import { STATUS_FILE } from "./core/status-listeners/on-file-status-listener.js";
import { STATUS_OUTPUT, type StatusOutput } from "./core/status-listeners/on-console-status-listener.js";
import { CONVERSION_WORDS, type ConverterFactory } from "./pattern/converter.js";
import { wordMap } from "./pattern/word-map.js";
import { ExitDrain } from "./sink/exit-drain.js";
import { openStatusFile } from "./sink/status-file.js";
import { printStatusLine } from "./sink/status-line.js";

/** Copies of the library with the same key share one state; while the major version is 0, every minor may change it. */
const STATE_KEY: unique symbol = Symbol.for("logback-node/0.1") as never;
const ANY_VERSION = /^logback-node\/\d/;

/** What is printed when no configuration is found: Logback's own, on the console. */
const BASIC_CONFIGURATION: CodeConfiguration = {
  appenders: {
    console: {
      class: "ConsoleAppender",
      encoder: { class: "LayoutWrappingEncoder", layout: { class: "TTLLLayout", neutralise: true } },
    },
  },
  root: { level: "DEBUG", appenders: ["console"] },
};

/**
 * Options of {@link configure}. At most one of `file`, `xml` and the parts of {@link CodeConfiguration}; with none of
 * them, the configuration file is looked for as at the first use.
 *
 * @public
 */
export interface ConfigureOptions extends CodeConfiguration {
  /** Path of a `logback.xml`, relative to the working directory. */
  readonly file?: string;
  /** Text of a `logback.xml`. */
  readonly xml?: string;
  /** Relative paths in the configuration start here; the working directory unless given. */
  readonly baseDir?: string;
  /** Program properties, which `${name}` finds: what Java gets by `-D`. They stay for later configurations. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Spring profiles that are active, for `<springProfile>`; otherwise `SPRING_PROFILES_ACTIVE`, else `NODE_ENV`. They stay for later configurations. */
  readonly profiles?: readonly string[];
  /** `false`: unwritten lines are not saved when a signal ends the process. True unless given. */
  readonly signals?: boolean;
}

/** Everything of this library that outlives a call. */
interface ProcessState {
  readonly context: LoggerContext;
  readonly configurator: Configurator;
  readonly registry: ComponentRegistry;
  readonly conversionWords: Map<string, ConverterFactory>;
  readonly mdc: MdcStore;
  readonly drains: ExitDrain;
  readonly markers: MarkerFactoryType;
  readonly printer: DefaultStatusPrinter;
  readonly programProperties: Map<string, string>;
  profiles: readonly string[] | undefined;
  watcher: ConfigurationWatcher | undefined;
  shutdown: Promise<void> | undefined;
}

type Global = typeof globalThis & { [STATE_KEY]?: ProcessState | undefined };

/**
 * Gives out loggers.
 *
 * The first use of a logger, not its making, finds and reads the configuration.
 *
 * @public
 */
export const LoggerFactory: {
  /**
   * @param of - A name; a class, for its name; or `import.meta`, for the module's package and path.
   * @throws TypeError for a class without a name and for anything else.
   */
  getLogger(of: string | NamedClass | ImportMetaLike): Logger;
  /** The context all these loggers belong to. */
  getLoggerContext(): LoggerContext;
} = {
  getLogger: (of) => state().context.getLogger(loggerName(of)),
  getLoggerContext: () => state().context,
};

/**
 * A class, or any other function with a name.
 *
 * @public
 */
export type NamedClass = abstract new (...args: never[]) => unknown;

/**
 * What `import.meta` is in a module.
 *
 * @public
 */
export interface ImportMetaLike {
  readonly url: string;
}

/**
 * The mapped diagnostic context of the process.
 *
 * @public
 */
export const MDC: MdcStore = state().mdc;

/**
 * Markers, one a name.
 *
 * @public
 */
export const MarkerFactory: MarkerFactoryType = state().markers;

/**
 * Configures the process's logger context, in this turn: from a file, from text, from code, or from the file that is found.
 *
 * Never throws for what is in a configuration: that becomes statuses.
 *
 * @throws TypeError when more than one source is given, or something else than an object.
 * @public
 */
export function configure(options: ConfigureOptions = {}): ConfigurationResult {
  if (typeof options !== "object" || (options as unknown) === null) {
    throw new TypeError(`configure: expected an object, such as { file: "logback.xml" }, got ${kindOf(options)}.`);
  }
  const { file, xml, baseDir = process.cwd(), properties = {}, profiles, signals, ...code } = options;
  const hasCode = Object.keys(code).length > 0;
  if (Number(file !== undefined) + Number(xml !== undefined) + Number(hasCode) > 1) {
    throw new TypeError("configure: expected one of file, xml, or appenders and loggers; came more than one of them.");
  }
  const current = state();
  const { programProperties, drains } = current;
  current.profiles = profiles ?? current.profiles;
  for (const [key, value] of Object.entries(properties)) {
    programProperties.set(key, value);
  }
  if (signals !== undefined) {
    drains.useSignals(signals);
  }
  if (file !== undefined) {
    return configureFromFile(file, baseDir);
  }
  if (xml !== undefined) {
    return put({ file: "<text>", baseDir, content: xml });
  }
  if (hasCode) {
    const { root, given } = elementsFromCode(code);
    return put({ file: "<code>", baseDir, content: root, appenders: given });
  }
  return configureFromSurroundings();
}

/**
 * Configures from a `logback.xml`.
 *
 * @param file - Relative to the working directory.
 * @param baseDir - Relative paths in the file start here; the working directory unless given.
 * @public
 */
export function configureFromFile(file: string, baseDir: string = process.cwd()): ConfigurationResult {
  const absolute = path.resolve(file);
  const result = put({ file: displayName(absolute), baseDir, resourceDirs: resourceDirs(absolute), content: () => readFileSync(absolute) });
  watchFile(absolute, baseDir, result);
  return result;
}

/**
 * Configures from the text of a `logback.xml`.
 *
 * @public
 */
export function configureFromXml(text: string, { baseDir = process.cwd() }: { readonly baseDir?: string } = {}): ConfigurationResult {
  return put({ file: "<text>", baseDir, content: text });
}

/**
 * Writes out everything, stops all appenders and takes the configuration out of force. Calling it again gives the same promise.
 *
 * @public
 */
export function shutdown(): Promise<void> {
  const current = state();
  current.shutdown ??= Promise.all([current.watcher?.close(), current.context.stop()]).then(() => {});
  current.watcher = undefined;
  return current.shutdown;
}

/**
 * Makes a component known to configurations, under the names that its definition lists.
 *
 * @throws RangeError when one of the names is taken.
 * @public
 */
export function registerComponent(definition: ComponentDefinition<unknown>): void {
  state().registry.register(definition);
}

/**
 * Makes a conversion word known to patterns of configurations that are read from now on.
 *
 * @param word - As it stands behind the `%`.
 * @param factory - Called once for each place a pattern uses the word.
 * @throws RangeError when the word is taken, TypeError when it is no word.
 * @public
 */
export function registerConversionWord(word: string, factory: ConverterFactory): void {
  const words = state().conversionWords;
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(word)) {
    throw new TypeError(`registerConversionWord: expected a word of letters, digits, "_" and "$", got "${word}".`);
  }
  if (words.has(word)) {
    throw new RangeError(`registerConversionWord: %${word} is registered already.`);
  }
  words.set(word, factory);
}

/** Begins anew, with a context that is not configured. `MDC` and `MarkerFactory` stay the objects they are. */
export async function resetForTests(): Promise<void> {
  const holder = globalThis as Global;
  const current = holder[STATE_KEY];
  if (current !== undefined) {
    await shutdown();
    current.drains.dispose();
    holder[STATE_KEY] = newState(current.mdc, current.markers);
  }
}

function state(): ProcessState {
  const holder = globalThis as Global;
  return (holder[STATE_KEY] ??= newState());
}

function newState(mdc: MdcStore = new MdcStore(), markers: MarkerFactoryType = createMarkerFactory()): ProcessState {
  // Under Jest, `process` is a copy that never says "exit", so nothing may be held back there either.
  const drains = new ExitDrain({ process, isMainThread: isMainThread && process.env["JEST_WORKER_ID"] === undefined });
  const output: StatusOutput = { stdout: (line) => { printStatusLine(1, line); }, stderr: (line) => { printStatusLine(2, line); } };
  const words = new Map(wordMap(conversionWords));
  const registry = new ComponentRegistry(components);
  const programProperties = standardProperties();
  const context = new LoggerContext({ mdc, drains, threadName: threadName(), configureAtFirstUse: () => { configureFromSurroundings(); } });
  const printer = new DefaultStatusPrinter(context.statusManager, output.stderr);
  context.statusManager.addListener(printer);
  const services = new Map<ServiceKey<unknown>, unknown>([
    [STATUS_OUTPUT, output],
    [STATUS_FILE, openStatusFile],
    [CONVERSION_WORDS, words],
  ]);
  const configurator = new Configurator({ context, registry, services, programProperties, environment: process.env, profiles: () => state().profiles });
  reportOtherVersions(context);
  return {
    context,
    configurator,
    registry,
    conversionWords: words,
    mdc,
    drains,
    markers,
    printer,
    programProperties,
    profiles: undefined,
    watcher: undefined,
    shutdown: undefined,
  };
}

/** Puts a configuration in force and prints what is wrong with it. */
function put(source: ConfigurationSource): ConfigurationResult {
  const current = state();
  void current.watcher?.close();
  current.watcher = undefined;
  current.shutdown = undefined;
  current.drains.watchExit();
  return current.printer.during(() => current.configurator.configure(source));
}

function configureFromSurroundings(): ConfigurationResult {
  const { context } = state();
  const located = locateConfiguration({ environment: process.env, mainModule: process.argv[1], workingDirectory: process.cwd() });
  if (located === undefined) {
    context.statusManager.info("No configuration file was found; events go to the console.", { origin: "configuration" });
    return configureBasically();
  }
  context.statusManager.info(`Configuration file ${located.file}, found by ${located.reason}.`, { origin: "configuration" });
  const result = configureFromFile(located.file);
  if (!result.applied) {
    // Without any configuration every event would be lost for a typing mistake.
    configureBasically();
  }
  return result;
}

function configureBasically(): ConfigurationResult {
  const { root, given } = elementsFromCode(BASIC_CONFIGURATION);
  return put({ file: "<basic configuration>", baseDir: process.cwd(), content: root, appenders: given });
}

/** Has the files looked at as the `scan` attribute asks; an edit is put in force, a broken one only reported. */
function watchFile(file: string, baseDir: string, { scanPeriodMs, files }: ConfigurationResult): void {
  if (scanPeriodMs === undefined) {
    return;
  }
  const current = state();
  const name = displayName(file);
  const watched = new Set([file, ...files]);
  const watcher = new ConfigurationWatcher([...watched], scanPeriodMs, () => {
    const { statusManager } = current.context;
    statusManager.info(`Configuration file ${name} changed; it is read again.`, { origin: "configuration" });
    const result = current.printer.during(() => current.configurator.configure({ file: name, baseDir, resourceDirs: resourceDirs(file), content: () => readFileSync(file) }));
    const isWatchedTheSame = result.scanPeriodMs === scanPeriodMs && new Set([file, ...result.files]).size === watched.size && result.files.every((one) => watched.has(one));
    if (result.applied && !isWatchedTheSame) {
      void watcher.close();
      current.watcher = undefined;
      watchFile(file, baseDir, result);
    }
  });
  current.watcher = watcher;
}

/** As short as an operator would write it. */
function displayName(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === "" || relative.startsWith("..") ? file : relative;
}

/** Where `resource` attributes are looked up: beside the file, then in the main module's package. */
function resourceDirs(file: string): string[] {
  return [path.dirname(file), packageFolderOf(process.argv[1])].filter((folder) => folder !== undefined);
}

function loggerName(of: string | NamedClass | ImportMetaLike): string {
  if (typeof of === "string") {
    return of;
  }
  if (typeof of === "function") {
    if (of.name === "") {
      throw new TypeError("getLogger: expected a class with a name, got an anonymous one.");
    }
    return of.name;
  }
  // JavaScript callers pass anything.
  const { url }: { readonly url?: unknown } = Object(of) as object;
  if (typeof url !== "string") {
    throw new TypeError(`getLogger: expected a name, a class or import.meta, got ${kindOf(of)}.`);
  }
  return moduleName(url);
}

function threadName(): string {
  if (isMainThread) {
    return "main";
  }
  // Known from Node.js 22.20 and 24.6 on.
  const { threadName: given } = workerThreads as { readonly threadName?: string };
  return given === undefined || given === "" ? `worker-${threadId}` : given;
}

/** Two versions whose state differs log side by side; somebody should know. */
function reportOtherVersions(context: LoggerContext): void {
  const others = Object.getOwnPropertySymbols(globalThis).filter((symbol) => symbol !== STATE_KEY && ANY_VERSION.test(symbol.description ?? ""));
  for (const { description } of others) {
    context.statusManager.warn(`Another copy of this library (${description ?? ""}) is in the process; it has a configuration of its own.`, { origin: "configuration" });
  }
}
