import { SystemClock, type Clock } from "../util/clock.js";
import type { Appender } from "./appender.js";
import { joinFamilies, ranked, type TurboFilter } from "./filter.js";
import type { FrameSuppression } from "./frame-suppression.js";
import type { DrainRegistry } from "./lifecycle.js";
import type { ContextView } from "./logging-event.js";
import { StackCache } from "./kept-frames.js";
import { Level } from "./level.js";
import { Logger } from "./logger.js";
import { MdcStore } from "./mdc.js";
import { TemplateCache } from "./message-format.js";
import { DEFAULT_PRINT_LIMITS, type PrintLimits } from "./printable.js";
import { newStatus, StatusManager, type StatusListener } from "./status.js";

/** Name of the logger at the top of the hierarchy. */
export const ROOT_NAME = "ROOT";

/**
 * Numbers events.
 *
 * @public
 */
export interface SequenceNumberGenerator {
  /** A number larger than the one before. */
  next(): number;
}

/**
 * Is told what happens to a logger context.
 *
 * Source: Logback, `ch.qos.logback.classic.spi.LoggerContextListener`.
 *
 * @public
 */
export interface ContextListener {
  /** A configuration was put in force. */
  onConfigured?(context: LoggerContext): void;
  /** The configuration was taken out of force. */
  onStopped?(context: LoggerContext): void;
}

/**
 * What the context needs from the process it lives in.
 *
 * @public
 */
export interface LoggerContextOptions {
  /** Empty for none. */
  readonly name?: string;
  /** The system's unless given. */
  readonly clock?: Clock;
  /** One of its own unless given. */
  readonly mdc?: MdcStore;
  /** Unless given, nothing is held back: every event is written through. */
  readonly drains?: DrainRegistry;
  /** Printed by `%thread`; `main` unless given. */
  readonly threadName?: string;
  /** How much of the values in a message is printed. */
  readonly printLimits?: PrintLimits;
  /** Called once, when a logger is used before {@link LoggerContext.apply}: configures the context. */
  readonly configureAtFirstUse?: () => void;
}

/** What a configuration says of one logger. */
export interface LoggerSettings {
  readonly level: Level | undefined;
  readonly additive: boolean;
  readonly appenders: readonly Appender[];
}

/** A configuration that is built and started, ready to be put in force. */
export interface ContextSettings {
  readonly name: string | undefined;
  readonly properties: ReadonlyMap<string, string>;
  /** By name, `ROOT` in any letter case; loggers that are not in it inherit everything. */
  readonly loggers: ReadonlyMap<string, LoggerSettings>;
  readonly turboFilters: readonly TurboFilter[];
  readonly statusListeners: readonly StatusListener[];
  readonly sequenceNumbers: SequenceNumberGenerator | undefined;
  readonly listeners: readonly ContextListener[];
  /** Whether the configuration asks for everything to be stopped at the end of the process; it is in any case. */
  readonly hasShutdownHook: boolean;
  /** Every appender of the configuration; those inside others stand before them. */
  readonly appenders: readonly Appender[];
}

/**
 * A hierarchy of loggers and all that belongs to it. A process has one; programs make further ones by `createLoggerContext`.
 *
 * Source: Logback manual, "Architecture", LoggerContext.
 *
 * @public
 */
export class LoggerContext implements ContextView {
  /** When it was made, in milliseconds since 1970-01-01 UTC: `%relative` counts from here. */
  readonly birthTime: number;
  readonly clock: Clock;
  readonly mdc: MdcStore;
  readonly drains: DrainRegistry;
  readonly threadName: string;
  readonly printLimits: PrintLimits;
  readonly statusManager: StatusManager = new StatusManager();
  readonly root: Logger;
  /** @internal */
  readonly templates: TemplateCache = new TemplateCache();
  /** @internal */
  readonly stacks: StackCache = new StackCache();
  /** Set by a part that prints below the millisecond; from then on every event reads the fine clock. */
  fineClock = false;
  sequenceNumbers: SequenceNumberGenerator | undefined = undefined;
  /** Decides whose stack traces have no frames; all have them without one. @internal */
  frameSuppression: FrameSuppression | undefined = undefined;
  /** Log calls that are on their way to appenders now. @internal */
  nestedCalls = 0;
  /** Whoever reads files for this context is told that there is no need any more. @internal */
  atStop: (() => void) | undefined = undefined;

  readonly #loggers = new Map<string, Logger>();
  #name: string;
  #properties = new Map<string, string>();
  #turboFilters: readonly TurboFilter[] = [];
  /** Joined when they are first asked, not at each of a thousand that are added. */
  #askedTurboFilters: readonly TurboFilter[] | undefined;
  #settings: ContextSettings | undefined;
  #configureAtFirstUse: (() => void) | undefined;

  constructor(options: LoggerContextOptions = {}) {
    this.#name = options.name ?? "default";
    this.clock = options.clock ?? new SystemClock();
    this.mdc = options.mdc ?? new MdcStore();
    this.drains = options.drains ?? WRITE_THROUGH;
    this.threadName = options.threadName ?? "main";
    this.printLimits = options.printLimits ?? DEFAULT_PRINT_LIMITS;
    this.#configureAtFirstUse = options.configureAtFirstUse;
    this.birthTime = this.clock.now();
    this.root = new Logger(ROOT_NAME, this, undefined);
    this.#loggers.set(ROOT_NAME, this.root);
  }

  /** Whether the first use of a logger will configure the context. @internal */
  get awaitsConfiguration(): boolean {
    return this.#configureAtFirstUse !== undefined;
  }

  /** Configures the context if that is still to be done. @internal */
  ensureConfigured(): void {
    if (this.#configureAtFirstUse !== undefined) {
      const configure = this.#configureAtFirstUse;
      this.#configureAtFirstUse = undefined;
      try {
        configure();
      } catch (cause) {
        this.statusManager.error("The first use of a logger could not configure the context.", { origin: "configuration", cause });
      }
      this.root.refresh();
    }
  }

  get name(): string {
    return this.#name;
  }

  /** Sets what `%contextName` prints. */
  setName(name: string): void {
    this.#name = name;
  }

  /** Those of the configuration with the scope `context`, and those that `putProperty` set. */
  get properties(): ReadonlyMap<string, string> {
    return this.#properties;
  }

  /** Sets a property that `%property` prints and `${...}` in a configuration read later finds. */
  putProperty(key: string, value: string): void {
    this.#properties = new Map(this.#properties).set(key, value);
    if (this.#turboFilters.length > 0) {
      // Which calls a filter concerns may depend on the property.
      this.root.refresh();
    }
  }

  /** The property of that name; `undefined` when there is none. */
  getProperty(key: string): string | undefined {
    return this.#properties.get(key);
  }

  /**
   * The logger with that name, made with all above it at the first call. `ROOT`, in any letter case, is the top.
   *
   * Names part at `.` and, as in Logback, at `$`.
   */
  getLogger(name: string): Logger {
    const known = this.#loggers.get(name);
    if (known !== undefined) {
      return known;
    }
    if (name.toUpperCase() === ROOT_NAME) {
      return this.root;
    }
    let logger = this.root;
    for (let end = separatorFrom(name, 0); ; end = separatorFrom(name, end + 1)) {
      const part = end < 0 ? name : name.slice(0, end);
      let child = this.#loggers.get(part);
      if (child === undefined) {
        child = new Logger(part, this, logger);
        this.#loggers.set(part, child);
      }
      logger = child;
      if (end < 0) {
        return logger;
      }
    }
  }

  /** The logger with that name if it exists; looking does not make it. */
  findLogger(name: string): Logger | undefined {
    return this.#loggers.get(name) ?? (name.toUpperCase() === ROOT_NAME ? this.root : undefined);
  }

  /** Every logger, `ROOT` first, the rest by name. */
  get loggers(): readonly Logger[] {
    const others = [...this.#loggers.values()].filter((logger) => logger !== this.root);
    return [this.root, ...others.sort((a, b) => (a.name < b.name ? -1 : 1))];
  }

  /** In the order in which they are asked. */
  get turboFilters(): readonly TurboFilter[] {
    return this.#turboFilters;
  }

  /** Those that a log call asks: the same, with families joined. @internal */
  get askedTurboFilters(): readonly TurboFilter[] {
    return (this.#askedTurboFilters ??= joinFamilies(this.#turboFilters));
  }

  /** Asked after those that were added before, unless it ranks higher. It stays when another configuration is put in force. */
  addTurboFilter(filter: TurboFilter): void {
    this.#useTurboFilters([...this.#turboFilters, filter]);
    this.root.refresh();
  }

  /** Takes a filter out without stopping it; one that is not there is no error. */
  removeTurboFilter(filter: TurboFilter): void {
    this.#useTurboFilters(this.#turboFilters.filter((known) => known !== filter));
    this.root.refresh();
  }

  /** The appender with that name, wherever the configuration attached it. */
  findAppender(name: string): Appender | undefined {
    this.ensureConfigured();
    return this.#settings?.appenders.find((appender) => appender.name === name);
  }

  /** Appenders of the configuration in force. One that hands events on comes after those it hands them to. */
  get appenders(): readonly Appender[] {
    this.ensureConfigured();
    return (this.#settings ?? NOTHING_CONFIGURED).appenders;
  }

  /** Listeners of the configuration in force. */
  get listeners(): readonly ContextListener[] {
    return (this.#settings ?? NOTHING_CONFIGURED).listeners;
  }

  /** Status listeners of the configuration in force. */
  get statusListeners(): readonly StatusListener[] {
    return (this.#settings ?? NOTHING_CONFIGURED).statusListeners;
  }

  /** Whether the configuration in force asks for everything to be stopped at the end of the process; it is in any case. */
  get hasShutdownHook(): boolean {
    return this.#settings?.hasShutdownHook ?? false;
  }

  /**
   * Puts a configuration in force, in one turn: no event meets half of it.
   *
   * A property of the configuration before goes with it, unless it was set anew since.
   *
   * @returns Appenders that were in force, or attached in code, and are no longer: the caller stops them, in this order.
   * Those that others write to come last.
   */
  apply(settings: ContextSettings): readonly Appender[] {
    const previous = this.#settings;
    this.#settings = settings;
    this.#configureAtFirstUse = undefined;
    this.#name = settings.name ?? this.#name;
    const kept = [...this.#properties].filter(([key, value]) => previous?.properties.get(key) !== value);
    this.#properties = new Map([...kept, ...settings.properties]);
    const replaced = new Set(previous?.turboFilters);
    this.#useTurboFilters([...settings.turboFilters, ...this.#turboFilters.filter((known) => !replaced.has(known))]);
    const hasAnnounced = (previous?.statusListeners.length ?? 0) > 0;
    for (const listener of previous?.statusListeners ?? []) {
      this.statusManager.removeListener(listener);
    }
    for (const listener of settings.statusListeners) {
      this.statusManager.addListener(listener, hasAnnounced ? [] : undefined);
    }
    this.sequenceNumbers = settings.sequenceNumbers;
    const configured = new Map([...settings.loggers].map(([name, loggerSettings]) => [this.getLogger(name), loggerSettings]));
    const builtBefore = previous?.appenders ?? [];
    const attachedInCode = [...this.#loggers.values()].flatMap((logger) => logger.appenders).filter((appender) => !builtBefore.includes(appender));
    for (const logger of this.#loggers.values()) {
      const { level, additive, appenders } = configured.get(logger) ?? INHERITS_ALL;
      logger.configure(logger === this.root ? (level ?? Level.DEBUG) : level, additive, appenders);
    }
    this.root.refresh();
    this.#tellListeners(previous, settings);
    const inForce = new Set([...attachedInCode, ...[...builtBefore].reverse()]);
    return [...inForce].filter((appender) => !settings.appenders.includes(appender));
  }

  #useTurboFilters(filters: readonly TurboFilter[]): void {
    this.#turboFilters = ranked(filters);
    this.#askedTurboFilters = undefined;
  }

  #tellListeners(previous: ContextSettings | undefined, settings: ContextSettings): void {
    const calls = [...(previous?.listeners ?? []).map((listener) => () => listener.onStopped?.(this)), ...settings.listeners.map((listener) => () => listener.onConfigured?.(this))];
    for (const call of calls) {
      try {
        call();
      } catch (cause) {
        this.statusManager.error("A context listener failed.", { origin: "configuration", cause });
      }
    }
  }

  /** Takes the configuration out of force and stops its appenders. Resolves when the last byte is out. */
  async stop(): Promise<void> {
    this.atStop?.();
    const replaced = this.apply({ ...NOTHING_CONFIGURED, name: this.#name });
    await this.stopAppenders(replaced);
  }

  /**
   * Stops appenders that {@link LoggerContext.apply} returned. Never rejects: one that fails does not keep the others from stopping.
   *
   * @internal
   */
  async stopAppenders(appenders: readonly Appender[]): Promise<void> {
    // Those that hand events on stand first, so that what they hold still has somewhere to go.
    const stopping = appenders.map(async (appender) => {
      try {
        await appender.stop();
      } catch (cause) {
        this.statusManager.error(`Appender [${appender.name}] could not be stopped; its last events may be missing.`, { origin: appender.name, cause });
      }
    });
    await Promise.all(stopping);
  }

  /** Tells that an event found no appender, once. @internal */
  reportNoAppender(logger: Logger): void {
    this.statusManager.addOnce("no-appender", newStatus("WARN", `No appenders present in context [${this.#name}] for logger [${logger.name}].`, { origin: logger.name }));
  }

  /** Tells of an error that would have left a log call. @internal */
  reportFailedCall(logger: Logger, cause: unknown): void {
    this.statusManager.addOnce(`log-call:${logger.name}`, newStatus("ERROR", "A log call failed; its event may be missing. Said once for this logger.", { origin: logger.name, cause }));
  }
}

const INHERITS_ALL: LoggerSettings = { level: undefined, additive: true, appenders: [] };

const NOTHING_CONFIGURED: ContextSettings = {
  name: undefined,
  properties: new Map(),
  loggers: new Map(),
  turboFilters: [],
  statusListeners: [],
  sequenceNumbers: undefined,
  listeners: [],
  hasShutdownHook: false,
  appenders: [],
};

/** Without a registry nobody would empty a buffer at the end, so nothing may be held back. */
const WRITE_THROUGH: DrainRegistry = {
  holds: () => {},
  released: () => {},
  writeThrough: true,
};

function separatorFrom(name: string, from: number): number {
  for (let index = from; index < name.length; index++) {
    const character = name[index];
    if (character === "." || character === "$") {
      return index;
    }
  }
  return -1;
}
