import { resolve } from "node:path";
import types from "node:util/types";
import type { Report } from "../core/component.js";
import type { ControlChange } from "../core/control.js";
import type { LoggerContext } from "../core/logger-context.js";
import { reportTo } from "../core/report-to.js";
import { kindOf } from "../core/safe-access.js";
import { newStatus } from "../core/status.js";
import type { WatchProperties } from "../core/watched-properties.js";
import type { ConverterFactory } from "../pattern/converter.js";
import type { AuditAttributes, AuditCounters, AuditEvent, AuditFilter, AuditReceipt, AuditSettings, AuditValue } from "./audit-event.js";
import { auditLine, type AuditLine } from "./audit-line.js";
import { isPropertiesFile, settingsFromCode, type AuditOptions, type AuditPropertiesFile } from "./audit-options.js";
import { AUDIT_PREFIX, readAuditProperties } from "./audit-properties.js";
import { AuditRecord } from "./audit-record.js";
import { DEFAULT_AUDIT_SETTINGS } from "./audit-settings.js";
import { AuditWriter } from "./audit-writer.js";
import { controlEvent } from "./control-event.js";

const ORIGIN = { origin: "audit" };
/** Records within records, by a `toString` of the application that logs one. */
const MAX_NESTED_CALLS = 8;
/** A process begins with the microsecond of its start, so that numbers go on rising when it is started again. */
const MICROS_A_MILLI = 1_000;

/** What an {@link Auditor} needs from the process. */
export interface AuditorParts {
  readonly context: LoggerContext;
  /** Conversion words for the pattern of the file. */
  readonly words: ReadonlyMap<string, ConverterFactory>;
  readonly watch: WatchProperties;
}

/**
 * Keeps on record who did what.
 *
 * Source: Open-Xchange, `com.openexchange.log.audit.slf4j`.
 */
export class Auditor {
  readonly #context: LoggerContext;
  readonly #report: Report;
  readonly #watch: WatchProperties;
  readonly #writer: AuditWriter;
  readonly #filters = new Set<AuditFilter>();
  #settings: AuditSettings = DEFAULT_AUDIT_SETTINGS;
  #line: AuditLine;
  #state: "unconfigured" | "configured" | "closed" = "unconfigured";
  #stopWatching: (() => void) | undefined;
  #sequenceNumber: number;
  #logged = 0;
  #refused = 0;
  #failed = 0;
  #nestedCalls = 0;

  constructor({ context, words, watch }: AuditorParts) {
    this.#context = context;
    this.#report = reportTo(context.statusManager, ORIGIN);
    this.#watch = watch;
    this.#writer = new AuditWriter(context, words);
    this.#line = auditLine(this.#settings, context.statusManager);
    this.#sequenceNumber = Math.floor(context.clock.now() * MICROS_A_MILLI);
  }

  get counters(): AuditCounters {
    const queued = this.#writer.queued;
    const dropped = this.#writer.lost + this.#failed;
    const refused = this.#writer.refused + this.#refused;
    return { logged: this.#logged, written: this.#logged - queued - dropped - refused, queued, dropped, refused };
  }

  /** @throws TypeError or RangeError for what is no setting; nothing is changed then. */
  configure(options: AuditOptions | AuditPropertiesFile): void {
    if (isPropertiesFile(options)) {
      this.#unfollow();
      this.#follow(resolve(options.propertiesFile));
      return;
    }
    const settings = settingsFromCode(options);
    this.#unfollow();
    this.#use(settings);
  }

  /**
   * @returns Removes it.
   * @throws TypeError for what is no function.
   */
  addFilter(filter: AuditFilter): () => void {
    if (typeof filter !== "function") {
      throw new TypeError(`audit.addFilter: expected a function, got ${kindOf(filter)}.`);
    }
    this.#filters.add(filter);
    return () => {
      this.#filters.delete(filter);
    };
  }

  /** Never throws. The promise is rejected with an `AuditError` when the record is lost. */
  log(event: string | AuditEvent, attributes?: AuditAttributes): Promise<AuditReceipt> {
    this.#logged++;
    if (this.#nestedCalls >= MAX_NESTED_CALLS) {
      return this.#lose(`is lost: audit records within audit records, more than ${MAX_NESTED_CALLS} deep.`);
    }
    this.#nestedCalls++;
    try {
      return this.#record(event, attributes);
    } catch (cause) {
      return this.#lose("is lost: it could not be made.", cause);
    } finally {
      this.#nestedCalls--;
    }
  }

  /** Puts on record what an operator changed by `logconf`, unless no audit log was asked for. */
  logChange(change: ControlChange): void {
    if (this.#state !== "unconfigured") {
      void this.log(controlEvent(change, new Date(this.#context.clock.now())));
    }
  }

  /**
   * Writes what is held, and closes. What is logged from now on is rejected until it is configured again.
   *
   * @returns Resolves when everything is written, or a disk that is full has had its time. Never rejects.
   */
  async close(): Promise<void> {
    if (this.#state !== "configured") {
      return;
    }
    this.#state = "closed";
    this.#unfollow();
    await this.#writer.finish();
    if (this.#isClosed()) {
      this.#writer.close();
      this.#writer.use(DEFAULT_AUDIT_SETTINGS);
      this.#settings = DEFAULT_AUDIT_SETTINGS;
    }
  }

  /** Unless it was configured again meanwhile. */
  #isClosed(): boolean {
    return this.#state === "closed";
  }

  #record(event: string | AuditEvent, given: AuditAttributes | undefined): Promise<AuditReceipt> {
    const { eventId, attributes } = typeof event === "string" ? { eventId: event, attributes: given } : event;
    if (this.#state === "closed") {
      return this.#lose("is lost: the audit log was shut down.");
    }
    if (!this.#settings.enabled) {
      if (this.#state === "unconfigured") {
        this.#once("WARN", "audit.log() is called, but audit.configure() was not: records are written nowhere.");
      }
      return this.#refuse("disabled");
    }
    const pairs = pairsOf(attributes ?? []);
    const refusal = this.#writer.refusal();
    if (refusal !== undefined) {
      this.#once("WARN", refusal);
    }
    if (refusal !== undefined || !this.#isWanted(eventId, pairs)) {
      return this.#refuse("refused");
    }
    const message = this.#line(eventId, pairs);
    const record = new AuditRecord(++this.#sequenceNumber);
    this.#writer.write(message, record);
    return record.receipt;
  }

  #isWanted(eventId: string, attributes: Pairs): boolean {
    for (const filter of this.#filters) {
      try {
        const answer: unknown = filter(eventId, attributes);
        if (answer === false) {
          return false;
        }
        if (types.isPromise(answer)) {
          this.#once("WARN", "A filter of the audit log returns a promise, which comes too late; it counts as one that agrees.");
          // What becomes of it is nobody's business, and must not end the process.
          answer.catch(() => {});
        }
      } catch (cause) {
        this.#once("WARN", "A filter of the audit log failed; that counts as a record that it wants.", cause);
      }
    }
    return true;
  }

  #refuse(state: "refused" | "disabled"): Promise<AuditReceipt> {
    this.#refused++;
    return Promise.resolve({ state, sequenceNumber: 0 });
  }

  #lose(reason: string, cause?: unknown): Promise<AuditReceipt> {
    this.#failed++;
    this.#once("ERROR", `An audit record ${reason}`, cause);
    const record = new AuditRecord(0);
    record.fail(reason, cause);
    return record.receipt;
  }

  #follow(file: string): void {
    const report = this.#report;
    let isKnown = false;
    const holdsNow = (until: string): string => (isKnown ? "what it said last still holds" : `the audit log is off until it ${until}`);
    const keep = (): void => {
      if (!isKnown) {
        this.#use(DEFAULT_AUDIT_SETTINGS);
      }
    };
    this.#stopWatching = this.#watch(file, {
      onProperties: (properties) => {
        const settings = properties === undefined ? undefined : readAuditProperties(properties, report, isKnown ? this.#settings.enabled : undefined);
        if (settings !== undefined) {
          isKnown = true;
          this.#use(settings);
          return;
        }
        if (properties === undefined) {
          report.warn(`The properties file [${file}] is not there; ${holdsNow("is")}.`);
        } else {
          // It may be half saved, on a disk that is full. Whoever wants the audit log off says so.
          report.error(`The properties file [${file}] has no property that begins with ${AUDIT_PREFIX}; ${holdsNow("has")}.`);
        }
        keep();
      },
      onRefused: (reason) => {
        report.error(`The properties file [${file}] is not used; ${holdsNow("can be")}. ${reason}`);
        keep();
      },
    });
  }

  #unfollow(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  #use(settings: AuditSettings): void {
    const before = this.#settings;
    this.#state = "configured";
    if (!this.#writer.use(settings)) {
      return;
    }
    this.#settings = settings;
    this.#line = auditLine(settings, this.#context.statusManager);
    const { enabled, file } = settings;
    if (enabled && file === undefined && before.enabled && before.file !== undefined) {
      this.#report.warn(`The audit log has no file any more: records no longer go to ${resolve(before.file.location)}, but to the appenders of the configuration.`);
    } else if (enabled) {
      this.#report.info(`The audit log is on: ${file === undefined ? "records go to the appenders of the configuration" : `its file is ${resolve(file.location)}`}.`);
    } else if (before.enabled) {
      this.#report.warn("The audit log is off: it was switched off, and records are written nowhere.");
    } else {
      this.#report.info("The audit log is off.");
    }
  }

  #once(level: "WARN" | "ERROR", message: string, cause?: unknown): void {
    this.#context.statusManager.addOnce(`audit:${message}`, newStatus(level, `${message} Said once.`, { ...ORIGIN, cause }));
  }
}

type Pairs = readonly (readonly [name: string, value: AuditValue])[];

function pairsOf(attributes: AuditAttributes): Pairs {
  return Symbol.iterator in attributes ? [...(attributes as Iterable<Pairs[number]>)] : Object.entries(attributes);
}
