import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { componentProperty, defineComponent, type ComponentDefinition, type ComponentEnvironment, type Report } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { reportTo } from "../core/report-to.js";
import type { RollingPolicy } from "../rolling/rolling-policy.js";
import type { TriggeringPolicy } from "../rolling/triggering-policy.js";
import { DEFAULT_DIR_MODE, FileSink } from "../sink/file-sink.js";
import { FILE_PROPERTIES, isTaken, type FileAppenderOptions } from "./file-appender.js";
import { charsetOf, DEFAULT_BUFFER_SIZE, footerOf, headerOf, NOTHING_DELIVERED, OUTPUT_PROPERTIES, outputOptions, requiredEncoder } from "./output.js";
import { RollingAttempts, type RollingTarget } from "./rolling-attempts.js";

/**
 * What a {@link RollingFileAppender} is made of.
 *
 * @public
 */
export interface RollingFileAppenderOptions extends FileAppenderOptions {
  /** Without one the appender cannot be started. */
  readonly rollingPolicy: RollingPolicy | undefined;
  /** When the file rolls; unless given the rolling policy, which then must be able to tell. */
  readonly triggeringPolicy?: TriggeringPolicy | undefined;
  /** Absolute folder of relative archives; the working directory unless given. */
  readonly folder?: string;
}

/**
 * Writes events to a file that is put aside, by time or by size, for a new one.
 *
 * It rolls between two events, within the log call that finds it due, so no event is written to the wrong file and none is
 * lost. When that fails (the folder is gone, a rename is refused) events go on to the old file, a status says so, and it is
 * tried again with growing pauses. Archives are never overwritten.
 *
 * Source: Logback manual, "Appenders", RollingFileAppender.
 *
 * @public
 */
export class RollingFileAppender extends BaseAppender {
  readonly prudent: boolean;
  readonly bufferSize: number;
  readonly encoder: Encoder | undefined;
  readonly immediateFlush: boolean;
  readonly rollingPolicy: RollingPolicy | undefined;
  readonly triggeringPolicy: TriggeringPolicy | undefined;
  readonly #options: RollingFileAppenderOptions;
  readonly #report: Report;
  readonly #attempts: RollingAttempts;
  readonly #trigger: TriggeringPolicy | undefined;
  #sink: FileSink | undefined;
  #target: RollingTarget | undefined;

  constructor(name: string, context: LoggerContext, options: RollingFileAppenderOptions) {
    super(name, context, options.filters ?? []);
    this.prudent = options.prudent ?? false;
    this.bufferSize = options.bufferSize ?? DEFAULT_BUFFER_SIZE;
    this.encoder = options.encoder;
    this.immediateFlush = options.immediateFlush ?? true;
    this.rollingPolicy = options.rollingPolicy;
    const own = ownTrigger(options.rollingPolicy);
    this.triggeringPolicy = options.triggeringPolicy ?? own;
    this.#trigger = own === undefined || options.triggeringPolicy === undefined ? this.triggeringPolicy : either(own, options.triggeringPolicy);
    this.#options = options;
    this.#report = reportTo(context.statusManager, { origin: name });
    this.#attempts = new RollingAttempts(name, context.statusManager);
  }

  /** As the configuration has it; `undefined` where the archive being written is the file. */
  get file(): string | undefined {
    return this.prudent ? undefined : this.#options.file;
  }

  /** Absolute path of the file that is written now; `undefined` before the first start. */
  get activeFile(): string | undefined {
    return this.#sink?.path;
  }

  /** Always true: what the file holds at the start is kept, or rolls. */
  get appending(): boolean {
    return true;
  }

  /** Writes what is held back, now. */
  drain(): void {
    this.#sink?.drain();
  }

  /** Closes the file and opens its path anew: for a rotation from outside that cannot wait a second to be noticed. */
  reopen(): void {
    if (this.isStarted) {
      this.#sink?.reopen();
    }
  }

  /** Rolls now, whatever the policy says: for a program that wants a file of its own for what follows. */
  rollover(): void {
    if (this.isStarted && this.#target !== undefined) {
      this.#attempts.roll(this.#target);
    }
  }

  /** Resolves when no archive is being compressed or removed. */
  async idle(): Promise<void> {
    await this.rollingPolicy?.idle();
  }

  protected override open(): void {
    const { context, name, rollingPolicy, triggeringPolicy } = this;
    if (rollingPolicy === undefined) {
      throw new Error(`No <rollingPolicy> is set for the appender [${name}].`);
    }
    if (triggeringPolicy === undefined) {
      throw new Error(`No <triggeringPolicy> is set for the appender [${name}], and its <rollingPolicy> needs one.`);
    }
    const { file, path = file, dirMode = DEFAULT_DIR_MODE, folder = process.cwd(), followSymlinks = false } = this.#options;
    const own = this.prudent || path === undefined ? undefined : realPath(resolve(folder, path), followSymlinks);
    const parent = { name, file: own, folder, prudent: this.prudent, dirMode, clock: context.clock, report: this.#report };
    const active = rollingPolicy.start(parent);
    if (triggeringPolicy !== (rollingPolicy as unknown)) {
      triggeringPolicy.start?.(parent);
    }
    this.#sink ??= this.#newSink(active);
    this.#sink.openBeside(active);
    if (this.encoder === undefined) {
      // As in Logback, the file is there although nothing is written to it.
      this.#sink.close();
    }
    const encoder = requiredEncoder(this.encoder, name);
    this.#target = { sink: this.#sink, policy: rollingPolicy, encoder, prudent: this.prudent, isRenamed: own !== undefined };
  }

  protected override begin(): void {
    this.#sink?.takeOver();
  }

  protected override end(): void {
    this.#sink?.writeExtra(footerOf(this.encoder));
  }

  override beginBatch(): void {
    this.#sink?.beginBatch();
  }

  override endBatch(): void {
    this.#sink?.endBatch();
  }

  protected append(event: LoggingEvent): void {
    const text = this.encoder?.encode(event) ?? "";
    const target = this.#target;
    // Both are there: an appender without them does not start.
    if (target !== undefined && (this.#trigger?.isTriggeringEvent(target.sink, event) || this.#attempts.isOverdue)) {
      this.#attempts.rollUnlessPaused(target);
    }
    target?.sink.write(text);
  }

  protected override close(): void | Promise<void> {
    this.#sink?.close();
    return this.rollingPolicy?.stop();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return this.#sink?.counters ?? NOTHING_DELIVERED;
  }

  #newSink(path: string): FileSink {
    const { context, name, encoder } = this;
    const { mode, dirMode, followSymlinks } = this.#options;
    return new FileSink({
      path,
      origin: name,
      drains: context.drains,
      statusManager: context.statusManager,
      bufferSize: this.immediateFlush || this.prudent ? 0 : this.bufferSize,
      ...(encoder === undefined ? {} : { charset: charsetOf(encoder) }),
      header: () => headerOf(encoder),
      ...(mode === undefined ? {} : { mode }),
      ...(dirMode === undefined ? {} : { dirMode }),
      ...(followSymlinks === undefined ? {} : { followSymlinks }),
    });
  }
}

/** What rolls is the file that a symbolic link means, not the link. */
function realPath(path: string, followSymlinks: boolean): string {
  return followSymlinks && existsSync(path) ? realpathSync(path) : path;
}

/** A rolling policy that can decide itself when to roll. */
function ownTrigger(policy: RollingPolicy | undefined): TriggeringPolicy | undefined {
  const { isTriggeringEvent } = (policy ?? {}) as Partial<TriggeringPolicy>;
  return isTriggeringEvent === undefined ? undefined : (policy as RollingPolicy & TriggeringPolicy);
}

function either(one: TriggeringPolicy, other: TriggeringPolicy): TriggeringPolicy {
  return { isTriggeringEvent: (file, event) => one.isTriggeringEvent(file, event) || other.isTriggeringEvent(file, event) };
}

const POLICIES: ReadonlySet<string> = new Set(["rollingPolicy", "triggeringPolicy"]);

/**
 * `<appender class="ch.qos.logback.core.rolling.RollingFileAppender">`
 *
 * - `<file>`: the file that is written. Without it events go straight to the archive of the present period.
 * - `<rollingPolicy>`: required: a TimeBasedRollingPolicy, a SizeAndTimeBasedRollingPolicy or a FixedWindowRollingPolicy.
 * - `<triggeringPolicy>`: for a FixedWindowRollingPolicy, a SizeBasedTriggeringPolicy; the other two decide themselves when to roll,
 *   and with a SizeBasedTriggeringPolicy beside them the file rolls when either says so.
 * - `<prudent>`: true lets several processes write: every event is one write at the end of the period's file. Then there is
 *   no `<file>`, and archives are not compressed.
 * - `<encoder>`, `<layout>`, `<immediateFlush>`, `<bufferSize>`, `<mode>`, `<dirMode>`, `<followSymlinks>`, `<filter>`: as those of FileAppender.
 *
 * Status ERROR, and the appender is left out, when another appender has the same `<file>` or `<fileNamePattern>`.
 * Status ERROR, and it is not started: a policy is missing or cannot be used, an archive could have the name of `<file>`,
 * `<prudent>` with compression or a FixedWindowRollingPolicy, and what keeps a FileAppender from starting.
 * Status ERROR, although it is started: `<file>` behind a policy, where Logback's FixedWindowRollingPolicy gives up.
 * Status WARN: `<append>` false, which would lose what is to be archived, is taken as true; `<file>` beside `<prudent>`; a
 * `<triggeringPolicy>` beside a policy that needs none; a second `<rollingPolicy>`.
 */
export const rollingFileAppender: ComponentDefinition<RollingFileAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.core.rolling.RollingFileAppender"],
  properties: {
    ...OUTPUT_PROPERTIES,
    ...FILE_PROPERTIES,
    rollingPolicy: componentProperty<RollingPolicy>("rollingPolicy"),
    triggeringPolicy: componentProperty<TriggeringPolicy>("triggeringPolicy"),
  },
  create: (values, environment) => {
    const { file, append, prudent, bufferSize, mode, dirMode, followSymlinks, rollingPolicy, triggeringPolicy } = values;
    const { name, context, resolvePath, order } = environment;
    if (order.filter((property) => property === "rollingPolicy").length > 1) {
      environment.reportOn("rollingPolicy").warn("There is a <rollingPolicy> already; this one takes its place.");
    }
    if (file !== undefined && order.some((property, at) => POLICIES.has(property) && at < order.lastIndexOf("file"))) {
      environment.reportOn("file").error("<file> stands behind a policy. It counts all the same, but Logback wants it before <rollingPolicy> and <triggeringPolicy>.");
    }
    if ((file !== undefined && isTaken(file, environment)) || (rollingPolicy !== undefined && isPatternTaken(rollingPolicy, environment))) {
      return undefined;
    }
    if (!append) {
      environment.reportOn("append").warn("<append> is taken as true: a file that is to be archived is never emptied.");
    }
    if (prudent && file !== undefined) {
      environment.reportOn("file").warn("<file> has no effect with <prudent>: events go straight to the archive of the present period.");
    }
    if (triggeringPolicy !== undefined && ownTrigger(rollingPolicy) !== undefined) {
      environment
        .reportOn("triggeringPolicy")
        .warn("This <rollingPolicy> already decides when to roll; the file rolls when either of the two policies says so. Archives have a limited size only with the <maxFileSize> of a SizeAndTimeBasedRollingPolicy.");
    }
    const options = { prudent, bufferSize, mode, dirMode, followSymlinks, rollingPolicy, triggeringPolicy, folder: resolvePath(".") };
    const path = file === undefined ? {} : { path: resolvePath(file) };
    return new RollingFileAppender(name, context, { ...outputOptions(values, environment), ...options, file, ...path });
  },
});

/** Whether another appender has archives of the same names. Logback compares the words of the configuration, and so does this. */
function isPatternTaken({ fileNamePattern }: RollingPolicy, environment: ComponentEnvironment): boolean {
  const holder = environment.claimFile(fileNamePattern);
  if (holder !== undefined) {
    environment.report.error(`The appender [${environment.name}] is left out: its fileNamePattern "${fileNamePattern}" is that of the appender [${holder}].`);
  }
  return holder !== undefined;
}
