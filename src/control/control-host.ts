import type { ControlChange, ControlHost, ControlSettings } from "../core/control.js";
import type { SuppressedCategories } from "../core/frame-suppression.js";
import { Level } from "../core/level.js";
import type { LoggerContext } from "../core/logger-context.js";
import { LoggingEventBuilder } from "../core/logging-event-builder.js";
import type { TraceFilters } from "../core/trace-filters.js";
import { neutralise } from "../util/neutralise.js";
import { CategoryOverride } from "./category-override.js";
import type { ControlTarget } from "./command.js";
import type { Caller } from "./caller.js";
import { carryOut } from "./commands.js";
import { LevelChanges } from "./level-changes.js";
import type { ControlMessage, ControlReply, ControlRequest } from "./protocol.js";
import { ControlServer } from "./server.js";

const ORIGIN = { origin: "control" };
/** Logger that every change is logged by. */
const LOGGER = "logconf";

/** What belongs to a logger context and can be steered. */
export interface SteeredParts {
  readonly traces: TraceFilters;
  readonly categories: SuppressedCategories;
}

/** What a {@link ProcessControl} is made of. */
export interface ProcessControlOptions {
  readonly partsOf: (context: LoggerContext) => SteeredParts;
  /** Is told of every request to change something, when that is done. Must not throw. */
  readonly onChange: (change: ControlChange) => void;
  /** Is told when the process ends, so that no socket stays behind. */
  readonly process: Pick<NodeJS.Process, "on" | "off">;
}

/** How a context is to be steered. */
interface Wanted {
  byCode: ControlSettings | undefined;
  byConfiguration: ControlSettings | undefined;
}

/** A server that is open. */
interface OpenControl {
  readonly settings: string;
  readonly server: ControlServer;
}

/** Has the logger contexts of a process steered from outside. */
export class ProcessControl implements ControlHost {
  readonly #options: ProcessControlOptions;
  readonly #targets = new WeakMap<LoggerContext, ControlTarget>();
  readonly #wanted = new WeakMap<LoggerContext, Wanted>();
  readonly #open = new Map<LoggerContext, OpenControl>();
  readonly #atExit = (): void => {
    for (const { server } of this.#open.values()) {
      server.close();
    }
  };

  constructor(options: ProcessControlOptions) {
    this.#options = options;
  }

  open(context: LoggerContext, settings: ControlSettings): void {
    this.#want(context, { byConfiguration: settings });
  }

  close(context: LoggerContext): void {
    this.#want(context, { byConfiguration: undefined });
  }

  /** What a program asks for counts before what the configuration says. @returns Ends it. */
  enable(context: LoggerContext, settings: ControlSettings): () => void {
    // A copy, to know it by: what was asked for since stays.
    const own = { ...settings };
    this.#want(context, { byCode: own });
    return () => {
      if (this.#wanted.get(context)?.byCode === own) {
        this.#want(context, { byCode: undefined });
      }
    };
  }

  /** Ends all of it, in this turn. */
  dispose(): void {
    for (const context of [...this.#open.keys()]) {
      this.#wanted.delete(context);
      this.#settle(context, undefined);
    }
  }

  /** A reload closes and opens in one turn; what is wanted at its end counts, and clients that are there stay. */
  #want(context: LoggerContext, change: Partial<Wanted>): void {
    const wanted = this.#wanted.get(context) ?? { byCode: undefined, byConfiguration: undefined };
    this.#wanted.set(context, Object.assign(wanted, change));
    queueMicrotask(() => {
      this.#settle(context, wanted.byCode ?? wanted.byConfiguration);
    });
  }

  #settle(context: LoggerContext, wanted: ControlSettings | undefined): void {
    const settings = wanted === undefined ? undefined : JSON.stringify(wanted);
    const open = this.#open.get(context);
    if (open?.settings === settings) {
      void open?.server.refresh();
      return;
    }
    open?.server.close();
    this.#open.delete(context);
    this.#options.process.off("exit", this.#atExit);
    if (wanted !== undefined && settings !== undefined) {
      const server = this.#newServer(context);
      this.#open.set(context, { settings, server });
      void server.open(wanted);
    }
    if (this.#open.size > 0) {
      this.#options.process.on("exit", this.#atExit);
    }
  }

  #newServer(context: LoggerContext): ControlServer {
    const target = this.#targetOf(context);
    const { statusManager } = context;
    return new ControlServer({
      answer: (request, caller) => this.#answer(request, caller, target),
      report: {
        info: (message) => { statusManager.info(message, ORIGIN); },
        warn: (message) => { statusManager.warn(message, ORIGIN); },
        error: (message, cause) => { statusManager.error(message, { ...ORIGIN, cause }); },
      },
    });
  }

  /** Levels that were changed for a time come back also when nothing is answered any more. */
  #targetOf(context: LoggerContext): ControlTarget {
    let target = this.#targets.get(context);
    if (target === undefined) {
      const { traces, categories } = this.#options.partsOf(context);
      const say = ({ type, text }: ControlMessage): void => {
        const message = { type, text: neutralise(text) };
        log(context, message, {}, false);
        context.statusManager.info(message.text, ORIGIN);
      };
      target = { context, traceFilters: traces, categories, levelChanges: new LevelChanges(context, say), categoryOverride: new CategoryOverride(categories, say), say };
      this.#targets.set(context, target);
    }
    return target;
  }

  #answer(request: ControlRequest, caller: Caller, target: ControlTarget): ControlReply {
    const { context } = target;
    // What configured the process may have been a request with an MDC of its own, which everything here would inherit.
    return context.mdc.run(() => {
      context.mdc.clear();
      const wasLogged = context.getLogger(LOGGER).isInfoEnabled();
      const reply = carryOut(request, target);
      if (reply.type === "messages") {
        this.#putOnRecord(reply.messages, request, caller, context, wasLogged);
      }
      return reply;
    });
  }

  /** In the log, in the statuses and in the audit log. @param wasLogged - Whether it would have been logged before it was carried out. */
  #putOnRecord(messages: readonly ControlMessage[], request: ControlRequest, { via, ip, login }: Caller, context: LoggerContext, wasLogged: boolean): void {
    const { op: operation } = request;
    const operator = request.operator === undefined ? undefined : neutralise(request.operator);
    for (const message of messages) {
      log(context, message, { operator: operator ?? "somebody", via }, wasLogged);
      // What the other operations change says so by itself.
      if (operation === "modifyLogLevels") {
        context.statusManager.info(message.text, ORIGIN);
      }
    }
    const textsOf = (isChange: boolean): readonly string[] => messages.filter(({ type }) => (type === "INFO") === isChange).map(({ text }) => text);
    this.#options.onChange({ operation, login, ip, operator, changes: textsOf(true), refusals: textsOf(false) });
  }
}

/** @param wasLogged - A change that takes the logger's own level away is logged all the same: it is the last that is. */
function log(context: LoggerContext, { text }: ControlMessage, by: Readonly<Record<string, string>>, wasLogged: boolean): void {
  const logger = context.getLogger(LOGGER);
  let builder = wasLogged ? new LoggingEventBuilder(logger, Level.INFO) : logger.atInfo();
  for (const [key, value] of Object.entries(by)) {
    builder = builder.addKeyValue(key, value);
  }
  builder.log(text);
}
