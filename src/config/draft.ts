import type { ComponentKind } from "../core/component.js";
import type { StatusListener } from "../core/status.js";
import { ROOT_NAME, type ContextListener, type SequenceNumberGenerator } from "../core/logger-context.js";
import type { TurboFilter } from "../core/filter.js";
import type { ElementDescription } from "./element-description.js";
import type { Level } from "../core/level.js";
import type { PropertyScope } from "./property-scope.js";
import type { XmlElement } from "./xml/parse.js";

/** An `appender-ref`, not yet looked up. */
export interface AppenderReference {
  readonly name: string;
  /** The element, for statuses. */
  readonly element: XmlElement;
}

/** What the elements of one logger add up to; the last level wins, references add up. */
export interface LoggerDraft {
  level: Level | undefined;
  additive: boolean;
  readonly references: AppenderReference[];
}

/** An `appender` element with the properties that were known where it begins, and where it ends. */
export interface AppenderDraft {
  readonly name: string;
  readonly className: string;
  readonly element: XmlElement;
  readonly startScope: PropertyScope;
  readonly scope: PropertyScope;
}

/** A component that belongs to no appender, as a reload compares it. */
export interface ComponentDescription {
  readonly kind: ComponentKind | "control";
  readonly element: ElementDescription;
}

/** What the elements of a file add up to, before any appender is built. */
export interface ConfigurationDraft {
  contextName: string | undefined;
  readonly loggers: Map<string, LoggerDraft>;
  readonly appenders: Map<string, AppenderDraft>;
  readonly statusListeners: StatusListener[];
  readonly turboFilters: TurboFilter[];
  sequenceNumbers: SequenceNumberGenerator | undefined;
  readonly contextListeners: ContextListener[];
  hasShutdownHook: boolean;
  /** Milliseconds between two looks at the files; `undefined` when they are not watched. */
  scanPeriodMs: number | undefined;
  neutralise: boolean;
  /** Components with a name of their own, such as evaluators. */
  readonly named: Map<ComponentKind, Map<string, unknown>>;
  /** Texts of their elements. */
  readonly namedSignatures: string[];
  /** Every component that belongs to no appender. */
  readonly components: ComponentDescription[];
}

/** What a file without any element adds up to. */
export function newDraft(): ConfigurationDraft {
  return {
    contextName: undefined,
    loggers: new Map(),
    appenders: new Map(),
    statusListeners: [],
    turboFilters: [],
    sequenceNumbers: undefined,
    contextListeners: [],
    hasShutdownHook: false,
    scanPeriodMs: undefined,
    neutralise: false,
    named: new Map(),
    namedSignatures: [],
    components: [],
  };
}

/** The draft of a logger, made at its first element; `root` in any letter case is the one at the top. */
export function loggerDraft(draft: ConfigurationDraft, loggerName: string): LoggerDraft {
  const name = loggerName.toUpperCase() === ROOT_NAME ? ROOT_NAME : loggerName;
  let logger = draft.loggers.get(name);
  if (logger === undefined) {
    logger = { level: undefined, additive: true, references: [] };
    draft.loggers.set(name, logger);
  }
  return logger;
}
