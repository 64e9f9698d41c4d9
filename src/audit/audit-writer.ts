import { EOL } from "node:os";
import { resolve } from "node:path";
import { FileAppender } from "../appender/file-appender.js";
import { RollingFileAppender } from "../appender/rolling-file-appender.js";
import type { Appender } from "../core/appender.js";
import type { LoggerContext } from "../core/logger-context.js";
import { LoggingEvent } from "../core/logging-event.js";
import { newStatus } from "../core/status.js";
import { compilePattern, type CompiledPattern } from "../pattern/compiler.js";
import type { ConverterFactory } from "../pattern/converter.js";
import { learnOpenXchangeWords } from "../pattern/open-xchange-words.js";
import { neutralise } from "../util/neutralise.js";
import type { AuditFileSettings, AuditSettings } from "./audit-event.js";
import { AuditFile } from "./audit-file.js";
import type { AuditRecord } from "./audit-record.js";
import { DEFAULT_AUDIT_FILE, DEFAULT_AUDIT_SETTINGS } from "./audit-settings.js";
import { LoggerDelivery } from "./logger-delivery.js";

const ORIGIN = { origin: "audit" };
/** Of the standard mode. */
const STANDARD_LOGGER = "com.openexchange.log.audit.AuditLogService";
/** Of the dedicated mode. It is only a name: no level, no turbo filter and no reload of `logback.xml` can take records away. */
const DEDICATED_LOGGER = "Slf4jAuditLogger";
const REOPEN_MS = 1_000;
const UNOPENED = "audit-unopened";
const NO_APPENDERS: readonly Appender[] = [];

/** Takes records to where the settings say: to the dedicated file, or to a logger. */
export class AuditWriter {
  readonly #context: LoggerContext;
  readonly #words: ReadonlyMap<string, ConverterFactory>;
  readonly #delivery: LoggerDelivery;
  #settings: AuditSettings = DEFAULT_AUDIT_SETTINGS;
  #file: AuditFile | undefined;
  /** The file before, while records wait for its disk; there is none beside {@link AuditWriter.#file}. */
  #leaving: AuditFile | undefined;
  #encode: CompiledPattern["convert"] = () => "";
  #reopenAt = Number.NEGATIVE_INFINITY;
  /** Those that were compared with the file that is open. */
  #compared: readonly Appender[] | undefined;
  /** Lost by files that are closed, or for want of one. */
  #lost = 0;

  constructor(context: LoggerContext, words: ReadonlyMap<string, ConverterFactory>) {
    this.#context = context;
    this.#words = words;
    this.#delivery = new LoggerDelivery(context.drains);
  }

  get queued(): number {
    return this.#delivery.queued + (this.#anyFile?.queued ?? 0);
  }

  /** Records that the filters of appenders kept out. */
  get refused(): number {
    return this.#delivery.refused;
  }

  get lost(): number {
    return this.#lost + this.#delivery.lost + (this.#anyFile?.lost ?? 0);
  }

  /**
   * Puts settings in force, between two records. What waits for a full disk goes on to another file; where there is none, it
   * goes on waiting.
   *
   * @returns Whether it could; where a file cannot be opened, and something else was in force, that goes on.
   */
  use(settings: AuditSettings): boolean {
    const { enabled, file } = settings;
    // Said once for each setting, and not at every attempt.
    this.#context.statusManager.resetOnce(UNOPENED);
    if (!enabled || file === undefined) {
      this.#leave();
    } else if (!this.#open(file) && this.#goesOn) {
      return false;
    }
    if (enabled && file === undefined) {
      // Who changes levels at run time cannot silence a logger that is there.
      this.#context.getLogger(STANDARD_LOGGER);
    }
    this.#settings = settings;
    return true;
  }

  /** Whether there is somewhere to write to; the reason otherwise. */
  refusal(): string | undefined {
    const { file, level } = this.#settings;
    if (file !== undefined || this.#context.getLogger(STANDARD_LOGGER).isEnabledFor(level)) {
      return undefined;
    }
    return `The level of the logger ${STANDARD_LOGGER} keeps audit records of level ${level.name} out of the log.`;
  }

  /** Writes a record, and settles it as soon as it is known what became of it. */
  write(message: string, record: AuditRecord): void {
    const { file, level } = this.#settings;
    const context = this.#context;
    const mdc = context.mdc.current;
    const event = LoggingEvent.of({
      loggerName: file === undefined ? STANDARD_LOGGER : DEDICATED_LOGGER,
      level,
      // What a value cannot do in the file, it cannot do elsewhere: begin a line that looks like another record.
      message: file === undefined ? neutralise(message) : message,
      timestamp: context.clock.now(),
      threadName: mdc.threadName ?? context.threadName,
      mdc,
      sequenceNumber: record.sequenceNumber,
      context,
    });
    if (file === undefined) {
      const logger = context.getLogger(STANDARD_LOGGER);
      const reach = this.#delivery.reachOf(logger);
      logger.callAppenders(event);
      if (!this.#delivery.handedOver(record, reach)) {
        context.statusManager.addOnce("audit-filtered", newStatus("WARN", `The filters of all appenders of the logger ${STANDARD_LOGGER} kept an audit record out of the log. Said once.`, ORIGIN));
      }
    } else if (this.#file !== undefined || this.#openAgain(file)) {
      this.#reportSharers(file);
      this.#file?.write(this.#encode(event), record);
    } else {
      this.#lost++;
      record.fail(`is lost: ${file.location} could not be opened.`);
    }
  }

  /** Waits, within bounds, until a disk that is full has taken what waits for it. */
  async finish(): Promise<void> {
    await this.#anyFile?.finish();
  }

  /** The appenders of the configuration were stopped; what is held for the file is written. */
  close(): void {
    this.#leave();
    this.#leaving?.close();
    this.#delivery.end();
  }

  get #anyFile(): AuditFile | undefined {
    return this.#file ?? this.#leaving;
  }

  /** Nothing more goes to the file, but what waits for its disk. */
  #leave(): void {
    const file = this.#file;
    if (file !== undefined) {
      this.#file = undefined;
      this.#leaving = file;
      file.closeWhenDone(() => {
        this.#leaving = undefined;
        this.#lost += file.lost;
      });
    }
  }

  /** Whether what is in force has somewhere to write to, so that it can stay where something else cannot be opened. */
  get #goesOn(): boolean {
    const { enabled, file } = this.#settings;
    return enabled && (file === undefined || this.#file !== undefined);
  }

  #openAgain(file: AuditFileSettings): boolean {
    return performance.now() >= this.#reopenAt && this.#open(file);
  }

  #open(file: AuditFileSettings): boolean {
    const { statusManager } = this.#context;
    try {
      this.#anyFile?.change(file);
      this.#file = this.#anyFile ?? new AuditFile(this.#context, file);
      this.#leaving = undefined;
    } catch (cause) {
      this.#reopenAt = performance.now() + REOPEN_MS;
      const next = this.#goesOn ? "what was in force goes on" : "its records are lost, and their callers told, until it can be";
      statusManager.addOnce(UNOPENED, newStatus("ERROR", `The audit log ${file.location} could not be opened; ${next}.`, { ...ORIGIN, cause }));
      return false;
    }
    statusManager.resetOnce(UNOPENED);
    this.#encode = this.#compiled(file.pattern);
    this.#compared = undefined;
    this.#reportSharers(file);
    return true;
  }

  /** Says which appenders have the same file. Asked at every record, because a configuration may come later, and is not asked for here. */
  #reportSharers({ location }: AuditFileSettings): void {
    const context = this.#context;
    const appenders = context.awaitsConfiguration ? NO_APPENDERS : context.appenders;
    if (appenders === this.#compared) {
      return;
    }
    this.#compared = appenders;
    const path = resolve(location);
    for (const appender of appenders) {
      const isFile = appender instanceof FileAppender || appender instanceof RollingFileAppender;
      if (isFile && appender.file !== undefined && resolve(appender.file) === path) {
        const text = `${path} is the file of the appender [${appender.name}] too: its events stand between the audit records, and it does not notice when the audit log rolls. Give one of them another file.`;
        context.statusManager.addOnce(text, newStatus("WARN", text, ORIGIN));
      }
    }
  }

  #compiled(pattern: string): CompiledPattern["convert"] {
    const { clock, statusManager } = this.#context;
    const words = new Map(this.#words);
    learnOpenXchangeWords(words);
    let isBroken = pattern.trim() === "";
    const { started, convert } = compilePattern(pattern, {
      words,
      clock,
      hasSequenceNumbers: true,
      property: (key) => this.#context.getProperty(key),
      // Whatever the pattern: a record that could begin a second line would be worth nothing.
      neutralise,
      throwableWord: "",
      report: ({ level, message, column }) => {
        isBroken ||= level === "ERROR";
        statusManager.add(newStatus(level, `file.pattern, character ${column}: ${message}`, ORIGIN));
      },
    });
    // A line that says %PARSER_ERROR[...] in place of what happened would be no record.
    if (isBroken || !started) {
      statusManager.error(`file.pattern: "${pattern}" cannot be used; ${DEFAULT_AUDIT_FILE.pattern} is.`, ORIGIN);
      return this.#compiled(DEFAULT_AUDIT_FILE.pattern);
    }
    return (event) => {
      const text = convert(event);
      return text.endsWith("\n") ? text : text + EOL;
    };
  }
}
