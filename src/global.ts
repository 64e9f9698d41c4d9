import path from "node:path";
import { isMainThread } from "node:worker_threads";
import { Auditor } from "./audit/auditor.js";
import { components, conversionWords } from "./builtins.js";
import { AllowedPackages } from "./config/allowed-packages.js";
import type { ConfigurationListener } from "./config/configuration-listener.js";
import type { ConfigurationResult } from "./config/configurator.js";
import { codeIn, type ConfigureOptions } from "./config/configure-options.js";
import { ContextConfiguration } from "./config/configure.js";
import { HangUp } from "./config/hangup.js";
import { packageFoldersOf } from "./config/locate.js";
import { loggerName, type ImportMetaLike, type NamedClass } from "./config/logger-name.js";
import { programProperties as standardProperties } from "./config/program-properties.js";
import { workingDirectory } from "./config/working-directory.js";
import { ProcessControl } from "./control/control-host.js";
import type { ComponentDefinition, ServiceKey } from "./core/component.js";
import type { Logger } from "./core/logger.js";
import { ExceptionIds } from "./core/exception-ids.js";
import { LoggerContext, type LoggerContextOptions } from "./core/logger-context.js";
import { createMarkerFactory, type MarkerFactory as MarkerFactoryType } from "./core/marker.js";
import { MdcStore } from "./core/mdc.js";
import { requireDefinition } from "./core/require-definition.js";
import { kindOf } from "./core/safe-access.js";
import { ComponentRegistry } from "./core/registry.js";
import { DefaultStatusPrinter } from "./core/status-listeners/default-status-printer.js";
import { STATUS_FILE } from "./core/status-listeners/on-file-status-listener.js";
import { STATUS_OUTPUT, type StatusOutput } from "./core/status-listeners/on-console-status-listener.js";
import { CONTROL_HOST, type ControlSettings } from "./core/control.js";
import { protectLoggers } from "./core/protected-loggers.js";
import { WATCH_PROPERTIES } from "./core/watched-properties.js";
import { watchProperties } from "./config/watch-properties.js";
import { ExceptionCategoryFilter } from "./turbo/exception-category-filter.js";
import { operate, type Operations } from "./turbo/operations.js";
import { CONVERSION_WORDS, type ConverterFactory } from "./pattern/converter.js";
import { wordMap } from "./pattern/word-map.js";
import { threadName } from "./core/thread-name.js";
import { mainModule } from "./util/main-module.js";
import { ExitDrain } from "./sink/exit-drain.js";
import { openStatusFile } from "./sink/status-file.js";
import { printStatusLine } from "./sink/status-line.js";

/** Copies of the library with the same key share one state; while the major version is 0, every minor may change it. */
const STATE_KEY: unique symbol = Symbol.for("logback-node/0.1");
const ANY_VERSION = /^logback-node\/\d/;

const STATUS_LINES: StatusOutput = { stdout: (line) => { printStatusLine(1, line); }, stderr: (line) => { printStatusLine(2, line); } };

/** What belongs to one context. */
interface ContextState {
  readonly configuration: ContextConfiguration;
  /** What operators change. */
  readonly operations: Operations;
}

/** Everything of this library that outlives a call. */
interface ProcessState {
  readonly context: LoggerContext;
  /** Of all that have been asked about. */
  readonly contexts: WeakMap<LoggerContext, ContextState>;
  readonly control: ProcessControl;
  readonly audit: Auditor;
  /** Those that were not shut down. */
  readonly inUse: Set<ContextConfiguration>;
  readonly registry: ComponentRegistry;
  readonly packages: AllowedPackages;
  readonly conversionWords: Map<string, ConverterFactory>;
  /** What components may ask the process for. */
  readonly services: ReadonlyMap<ServiceKey<unknown>, unknown>;
  readonly mdc: MdcStore;
  readonly drains: ExitDrain;
  readonly hangUp: HangUp;
  readonly markers: MarkerFactoryType;
  readonly exceptionIds: ExceptionIds;
  readonly programProperties: Map<string, string>;
  profiles: readonly string[] | undefined;
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
 * Configures a logger context, in this turn: from a file, from text, from code, or from the file that is found.
 *
 * Never throws for what is in a configuration: that becomes statuses.
 *
 * @throws TypeError when more than one source is given, or something else than an object.
 * @public
 */
export function configure(options: ConfigureOptions = {}): ConfigurationResult {
  const code = codeIn(options);
  const { context, file, xml, baseDir = workingDirectory(), properties = {}, profiles, packages, packagesFrom, signals, reloadOnSighup } = options;
  const current = state();
  if (packages !== undefined) {
    current.packages.allow(packages, packagesFrom ?? path.join(packageFoldersOf(mainModule())[0] ?? workingDirectory(), "package.json"));
  }
  current.profiles = profiles ?? current.profiles;
  for (const [key, value] of Object.entries(properties)) {
    current.programProperties.set(key, value);
  }
  if (signals !== undefined) {
    current.drains.useSignals(signals);
  }
  if (reloadOnSighup !== undefined) {
    current.hangUp.watch(reloadOnSighup);
  }
  const configuration = configurationOf(context);
  if (file !== undefined) {
    return configuration.fromFile(file, baseDir);
  }
  if (xml !== undefined) {
    return configuration.fromXml(xml, baseDir);
  }
  return code === undefined ? configuration.fromSurroundings() : configuration.fromCode(code, baseDir);
}

/**
 * Configures from a `logback.xml`.
 *
 * @param file - Relative to the working directory.
 * @param baseDir - Relative paths in the file start here; the working directory unless given.
 * @public
 */
export function configureFromFile(file: string | URL, baseDir: string = workingDirectory()): ConfigurationResult {
  return configurationOf().fromFile(file, baseDir);
}

/**
 * Configures from the text of a `logback.xml`.
 *
 * @public
 */
export function configureFromXml(text: string, { baseDir = workingDirectory() }: { readonly baseDir?: string } = {}): ConfigurationResult {
  return configurationOf().fromXml(text, baseDir);
}

/**
 * Makes a logger context beside the process's own, with the same MDC. `configure({ context, file })` configures it.
 *
 * @public
 */
export function createLoggerContext(options: LoggerContextOptions = {}): LoggerContext {
  const { mdc, drains } = state();
  const context = new LoggerContext({ mdc, drains, threadName: threadName(), ...options });
  // Also where appenders are only attached in code: what a configuration or an operator says comes with another one.
  context.frameSuppression = new ExceptionCategoryFilter(context);
  return context;
}

/**
 * Reads the configuration of a context again, with every file that belongs to it. As after an edit that was noticed, what
 * did not change goes on, and a configuration that is refused leaves everything as it is. Never rejects.
 *
 * @param context - The process's own unless given.
 * @public
 */
export function reload(context?: LoggerContext): Promise<ConfigurationResult> {
  return configurationOf(context).reload("because the program asks for it");
}

/**
 * Has a listener told of every configuration that is put in force, or refused, from now on.
 *
 * @param context - The process's own unless given.
 * @returns Removes the listener.
 * @public
 */
export function addConfigurationListener(listener: ConfigurationListener, context?: LoggerContext): () => void {
  return configurationOf(context).addListener(listener);
}

/**
 * Writes out everything, stops all appenders and takes the configuration out of force. Calling it again waits for the same end.
 *
 * @param context - All that were configured unless given.
 * @public
 */
export async function shutdown(context?: LoggerContext): Promise<void> {
  const { inUse, audit } = state();
  const ending = async (configuration: ContextConfiguration): Promise<void> => {
    await configuration.shutdown();
    if (!configuration.isInForce) {
      inUse.delete(configuration);
    }
  };
  const given = configurationOf(context);
  await Promise.all([...new Set([given, ...(context === undefined ? inUse : [])])].map(ending));
  if (context === undefined || context === state().context) {
    await audit.close();
  }
}

/**
 * Makes a component known to configurations, under the names that its definition lists.
 *
 * @throws RangeError when one of the names is taken, TypeError when it is no definition.
 * @public
 */
export function registerComponent(definition: ComponentDefinition<unknown>): void {
  requireDefinition("registerComponent", definition);
  state().registry.register(definition);
}

/**
 * Makes a conversion word known to patterns of configurations that are read from now on.
 *
 * @param word - As it stands behind the `%`.
 * @param factory - Called once for each place a pattern uses the word.
 * @throws RangeError when the word is taken, TypeError when it is no word, or the factory no function.
 * @public
 */
export function registerConversionWord(word: string, factory: ConverterFactory): void {
  const words = state().conversionWords;
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(word)) {
    throw new TypeError(`registerConversionWord: expected a word of letters, digits, "_" and "$", got "${word}".`);
  }
  if (typeof factory !== "function") {
    throw new TypeError(`registerConversionWord: expected a function that returns the converter of %${word}, such as () => (event) => "text", got ${kindOf(factory)}.`);
  }
  if (words.has(word)) {
    throw new RangeError(`registerConversionWord: %${word} is registered already.`);
  }
  words.set(word, factory);
}

/**
 * Lets `logconf` change a logger context while the process runs, as `<control/>` in its configuration does. This counts
 * before such an element.
 *
 * @param context - The process's own unless given.
 * @returns Ends it.
 * @public
 */
export function enableControl(settings: ControlSettings = {}, context: LoggerContext = state().context): () => void {
  const { control } = state();
  configurationOf(context);
  return control.enable(context, settings);
}

/** What operators change in a context while it runs; in the process's own unless given. */
export function operationsOf(context?: LoggerContext): Operations {
  return contextStateOf(context).operations;
}

/** Numbers the exceptions of the process. */
export function exceptionIds(): ExceptionIds {
  return state().exceptionIds;
}

/** The audit log of the process; from now on the end of the process is watched for it. */
export function auditor(): Auditor {
  const { audit, drains } = state();
  drains.watchExit();
  return audit;
}

/** What a configuration of this process can name, registered components included: for tools that only look at one. */
export function vocabulary(): Pick<ProcessState, "registry" | "services" | "programProperties"> {
  return state();
}

/** Begins anew, with a context that is not configured. `MDC` and `MarkerFactory` stay the objects they are. */
export async function resetForTests(): Promise<void> {
  const holder = globalThis as Global;
  const current = holder[STATE_KEY];
  if (current !== undefined) {
    await shutdown();
    current.control.dispose();
    current.drains.dispose();
    current.hangUp.watch(false);
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
  const words = new Map(wordMap(conversionWords));
  const context = new LoggerContext({ mdc, drains, threadName: threadName(), configureAtFirstUse: () => { configurationOf().fromSurroundings(); } });
  const inUse = new Set<ContextConfiguration>();
  const audit = new Auditor({ context, words, watch: watchProperties });
  const control = new ProcessControl({ partsOf: (of) => operationsOf(of), onChange: (change) => { audit.logChange(change); }, process });
  const made: ProcessState = {
    context,
    contexts: new WeakMap(),
    control,
    audit,
    inUse,
    registry: new ComponentRegistry(components),
    packages: new AllowedPackages(),
    conversionWords: words,
    services: new Map<ServiceKey<unknown>, unknown>([
      [STATUS_OUTPUT, STATUS_LINES],
      [STATUS_FILE, openStatusFile],
      [CONVERSION_WORDS, words],
      [WATCH_PROPERTIES, watchProperties],
      [CONTROL_HOST, control],
    ]),
    mdc,
    drains,
    hangUp: new HangUp(process, () => {
      for (const configuration of inUse) {
        void configuration.hangUp();
      }
    }),
    markers,
    exceptionIds: new ExceptionIds(),
    programProperties: standardProperties(),
    profiles: undefined,
  };
  contextStateIn(made, context);
  reportOtherVersions(context);
  return made;
}

function configurationOf(context?: LoggerContext): ContextConfiguration {
  return contextStateOf(context).configuration;
}

function contextStateOf(context?: LoggerContext): ContextState {
  const current = state();
  return contextStateIn(current, context ?? current.context);
}

/** Made when it is first wanted. */
function contextStateIn(current: ProcessState, context: LoggerContext): ContextState {
  const known = current.contexts.get(context);
  if (known !== undefined) {
    return known;
  }
  const { registry, packages, services, programProperties, drains, inUse } = current;
  const printer = new DefaultStatusPrinter(context.statusManager, STATUS_LINES.stderr);
  context.statusManager.addListener(printer);
  const beforehand = (): void => {
    inUse.add(configuration);
    drains.watchExit();
  };
  const configuration = new ContextConfiguration({ context, registry, packages, services, printer, programProperties, environment: process.env, profiles: () => current.profiles, beforehand });
  const made: ContextState = { configuration, operations: operate(context) };
  current.contexts.set(context, made);
  // Only at the start: what operators set later holds.
  const started = configuration.addListener({
    onChanged: () => {
      started();
      protectLoggers(context);
    },
  });
  return made;
}

/** Two versions whose state differs log side by side; somebody should know. */
function reportOtherVersions(context: LoggerContext): void {
  const others = Object.getOwnPropertySymbols(globalThis).filter((symbol) => symbol !== STATE_KEY && ANY_VERSION.test(symbol.description ?? ""));
  for (const { description } of others) {
    context.statusManager.warn(`Another copy of this library (${description ?? ""}) is in the process; it has a configuration of its own.`, { origin: "configuration" });
  }
}
