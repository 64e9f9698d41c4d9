import type { Level } from "../core/level.js";
import type { Logger } from "../core/logger.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { ControlMessage } from "./protocol.js";

/** Loggers of the audit log, and all below them: who can change levels must not be able to silence them. */
const AUDIT_LOGGERS = ["com.openexchange.log.audit", "com.openexchange.log.audit.AuditLogService", "Slf4jAuditLogger"];

/** What was done to one logger. */
interface Change {
  /** The level that was set. */
  readonly level: Level;
  /** What the configuration said of it then. */
  readonly configured: Level | undefined;
  /** What comes back when the time is over, and when that is; `undefined` for a change that stays. */
  readonly undo: { readonly level: Level | undefined; readonly wasChanged: boolean; readonly endsAt: number; readonly timer: NodeJS.Timeout } | undefined;
}

/** Levels that were set from outside while the process runs: which, and what there was before. */
export class LevelChanges {
  readonly #context: LoggerContext;
  readonly #say: (message: ControlMessage) => void;
  /** In the order of their first change. */
  readonly #changes = new Map<Logger, Change>();

  /** @param say - Is told of what happens by itself. */
  constructor(context: LoggerContext, say: (message: ControlMessage) => void) {
    this.#context = context;
    this.#say = say;
  }

  /** Loggers whose level was set, and not taken back. */
  get loggers(): readonly Logger[] {
    return [...this.#changes.keys()];
  }

  /** When the level of a logger goes back, in milliseconds since 1970-01-01 UTC; `undefined` for never. */
  endOf(name: string): number | undefined {
    const logger = this.#context.findLogger(name);
    const change = logger === undefined ? undefined : this.#changes.get(logger);
    return logger !== undefined && change !== undefined && stands(change, logger) ? change.undo?.endsAt : undefined;
  }

  /**
   * Sets the level of a logger. The audit log cannot be made quieter, neither now nor when the time of a change is over: a
   * level that would is refused or, where it is inherited, kept from the audit log.
   *
   * @param ttlMs - Milliseconds after which the level before is back; `undefined` for never.
   */
  set(name: string, level: Level, ttlMs: number | undefined): readonly ControlMessage[] {
    this.#context.ensureConfigured();
    const logger = this.#context.getLogger(name);
    if (AUDIT_LOGGERS.some((audit) => name === audit || name.startsWith(`${audit}.`)) && level.value > logger.effectiveLevel.value) {
      return [{ type: "WARNING", text: `The logger "${name}" belongs to the audit log, hence its level is not raised to "${level.name}".` }];
    }
    const audits = AUDIT_LOGGERS.map((audit) => this.#context.findLogger(audit)).filter((audit) => audit !== undefined);
    const before = audits.map((audit) => [audit, this.#quietest(audit)] as const);
    this.#change(logger, level, ttlMs);
    const messages = [setting(logger, level)];
    for (const [audit, quietest] of before) {
      if (this.#quietest(audit).value > quietest.value) {
        this.#change(audit, quietest, undefined);
        messages.push(setting(audit, quietest));
      }
    }
    return messages;
  }

  /** The highest effective level that a logger has, or may have once the time of some change, or of several, is over. */
  #quietest(logger: Logger): Level {
    const change = this.#changes.get(logger);
    const own = change?.undo !== undefined && stands(change, logger) ? [logger.level, change.undo.level] : [logger.level];
    const levels = own.map((level) => level ?? (logger.parent === undefined ? logger.effectiveLevel : this.#quietest(logger.parent)));
    return levels.reduce((one, other) => (one.value > other.value ? one : other));
  }

  #change(logger: Logger, level: Level, ttlMs: number | undefined): void {
    const last = this.#changes.get(logger);
    clearTimeout(last?.undo?.timer);
    const { level: current, configuredLevel: configured } = logger;
    // A time that was running is replaced, and what it would have brought back counts for the new one.
    const back = last?.undo !== undefined && stands(last, logger) ? last.undo : { level: current, wasChanged: last !== undefined };
    const undo = ttlMs === undefined ? undefined : { ...back, endsAt: this.#context.clock.now() + ttlMs, timer: setTimeout(() => { this.#undo(logger); }, ttlMs).unref() };
    logger.setLevel(level);
    this.#changes.set(logger, { level, configured, undo });
  }

  #undo(logger: Logger): void {
    const change = this.#changes.get(logger);
    if (change?.undo === undefined) {
      return;
    }
    const { level, wasChanged } = change.undo;
    if (wasChanged && level !== undefined) {
      this.#changes.set(logger, { level, configured: change.configured, undo: undefined });
    } else {
      this.#changes.delete(logger);
    }
    // What somebody else, or an edit of the configuration, has set since counts.
    if (stands(change, logger)) {
      const message: ControlMessage = { type: "INFO", text: `Setting log level for "${logger.name}" back to "${level?.name ?? "null"}", because its time is over` };
      const next = level ?? logger.parent?.effectiveLevel ?? logger.effectiveLevel;
      const isQuieter = next.value > logger.effectiveLevel.value;
      // It is said while the logger that says it can be heard, which its level may decide.
      if (isQuieter) {
        this.#say(message);
      }
      logger.setLevel(level);
      if (!isQuieter) {
        this.#say(message);
      }
    }
  }
}

/** Whether a change is still in force. */
function stands({ level, configured }: Change, logger: Logger): boolean {
  return logger.level?.value === level.value && logger.configuredLevel?.value === configured?.value;
}

function setting({ name }: Logger, level: Level): ControlMessage {
  return { type: "INFO", text: `Setting log level for "${name}" to "${level.name}"` };
}
