import type { AppenderCounters } from "../../src/core/appender.js";
import { BaseAppender } from "../../src/core/base-appender.js";
import type { Filter } from "../../src/core/filter.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext, type ContextSettings, type LoggerContextOptions, type LoggerSettings } from "../../src/core/logger-context.js";
import type { LoggingEvent } from "../../src/core/logging-event.js";

/** Keeps the events it is given. */
export class RecordingAppender extends BaseAppender {
  readonly events: LoggingEvent[] = [];
  /** Called with each event before it is kept. */
  onAppend: ((event: LoggingEvent) => unknown) | undefined;
  #isClosed = false;

  constructor(name: string, context: LoggerContext, filters: readonly Filter[] = []) {
    super(name, context, filters);
    this.start();
  }

  get messages(): string[] {
    return this.events.map((event) => event.formattedMessage);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  protected append(event: LoggingEvent): void {
    this.onAppend?.(event);
    this.events.push(event);
  }

  protected override close(): void {
    this.#isClosed = true;
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return { written: this.events.length, queued: 0, dropped: 0 };
  }
}

export interface Recording {
  readonly context: LoggerContext;
  /** Attached to `ROOT`, whose level is ALL. */
  readonly appender: RecordingAppender;
}

/** A context of its own that records every event. */
export function recording(options: LoggerContextOptions = {}): Recording {
  const context = new LoggerContext(options);
  const appender = new RecordingAppender("RECORD", context);
  context.root.setLevel(Level.ALL);
  context.root.addAppender(appender);
  return { context, appender };
}

/** What a context said about itself: `LEVEL message`, from WARN on. */
export function complaintsOf(context: LoggerContext): string[] {
  return context.statusManager.statuses.filter(({ level }) => level !== "INFO").map(({ level, message }) => `${level} ${message}`);
}

/** Settings as a configuration makes them; what is not given is empty. */
export function someSettings({ loggers = {}, ...rest }: Partial<Omit<ContextSettings, "loggers">> & { readonly loggers?: Readonly<Record<string, Partial<LoggerSettings>>> } = {}): ContextSettings {
  const complete = Object.entries(loggers).map(([name, settings]) => [name, { level: undefined, additive: true, appenders: [], ...settings }] as const);
  return {
    name: undefined,
    properties: new Map(),
    turboFilters: [],
    statusListeners: [],
    sequenceNumbers: undefined,
    listeners: [],
    hasShutdownHook: false,
    appenders: [...new Set(complete.flatMap(([, { appenders }]) => appenders))],
    ...rest,
    loggers: new Map(complete),
  };
}
