import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { CyclicBufferAppender } from "../../src/appender/cyclic-buffer-appender.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import { SiftingAppender } from "../../src/appender/sifting-appender.js";
import type { Appender } from "../../src/core/appender.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import type { LoggingEvent } from "../../src/core/logging-event.js";
import { worstLevel, type Status } from "../../src/core/status.js";
import type { Clock } from "../../src/util/clock.js";
import { captureConsole, type ConsoleText } from "./captured-console.js";
import { CASE_CLOCK, configureIn, writeFiles, type ConfigInput } from "./configured-case.js";
import { childrenOf } from "./describe-appender.js";
import { FileTimes, filesLeft } from "./files-left.js";
import { beNobody, logEvent, type RunEvent } from "./log-event.js";

/** Input of the kind `run`: a configuration and what happens to it. */
export interface RunInput extends ConfigInput {
  readonly events: readonly RunStep[];
}

type RunStep = (RunEvent & { readonly step?: undefined }) | { readonly step: "clock" | "restart"; readonly timestampMillis?: number };

export interface RunAnswer {
  readonly files: Readonly<Record<string, unknown>>;
  readonly console: ConsoleText;
  readonly listAppenders: Readonly<Record<string, readonly object[]>>;
  readonly cyclicBuffers?: Readonly<Record<string, readonly object[]>>;
  readonly threwOnEvents: readonly number[];
  readonly statusWorst: string;
  readonly statuses: readonly { readonly level: string; readonly message: string }[];
}

/** The clock of a case, which only its events move. */
class CaseClock implements Clock {
  epochMs: number;
  nanos = 0;

  constructor(epochMs: number) {
    this.epochMs = epochMs;
  }

  now(): number {
    return this.epochMs;
  }

  nanosWithin(): number {
    return this.nanos;
  }
}

/** Answers a case of kind `run`: configures a context, logs the events and tells what is left. */
export async function answerRun(input: RunInput): Promise<RunAnswer> {
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  try {
    writeFiles(folder, input);
    writeFileSync(path.join(folder, "logback.xml"), input.xml);
    const runs: Run[] = [];
    // A header is written to the console as soon as its appender starts.
    const console = await captureConsole(async () => {
      const run = new Run(folder, input);
      runs.push(run);
      await run.play();
    });
    return (runs[0] as Run).answer(console);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Run {
  readonly #folder: string;
  readonly #input: RunInput;
  readonly #clock: CaseClock;
  readonly #times: FileTimes;
  readonly #statuses: Status[] = [];
  readonly #lists = new Map<string, Set<ListAppender>>();
  readonly #buffers = new Map<string, readonly LoggingEvent[]>();
  readonly #rolling = new Set<RollingFileAppender>();
  readonly #threw: number[] = [];
  #context: LoggerContext;

  constructor(folder: string, input: RunInput) {
    this.#folder = folder;
    this.#input = input;
    this.#times = new FileTimes(folder);
    const firstTime = input.events.find(({ timestampMillis }) => timestampMillis !== undefined)?.timestampMillis;
    this.#clock = new CaseClock(input.clock ?? firstTime ?? CASE_CLOCK);
    this.#context = this.#configured();
  }

  async play(): Promise<void> {
    for (const [index, step] of this.#input.events.entries()) {
      this.#clock.epochMs = step.timestampMillis ?? this.#clock.epochMs;
      if (step.step === undefined) {
        this.#log(step, index);
      } else if (step.step === "restart") {
        await this.#stop();
        this.#context = this.#configured();
      }
      await this.#settle();
    }
    await this.#stop();
  }

  answer(console: ConsoleText): RunAnswer {
    beNobody(this.#context);
    return {
      files: filesLeft(this.#folder, this.#input),
      console: { out: this.#hide(console.out), err: this.#hide(console.err) },
      listAppenders: Object.fromEntries([...this.#lists].map(([name, appenders]) => [name, [...appenders].flatMap(({ list }) => list.map(describeEvent))])),
      ...(this.#buffers.size === 0 ? {} : { cyclicBuffers: Object.fromEntries([...this.#buffers].map(([name, events]) => [name, events.map(describeEvent)])) }),
      threwOnEvents: this.#threw,
      statusWorst: worstLevel(this.#statuses),
      statuses: this.#statuses.filter(({ level }) => level !== "INFO").map(({ level, message }) => ({ level, message: this.#hide(message) })),
    };
  }

  #configured(): LoggerContext {
    const { context, result } = configureIn(this.#folder, this.#input, this.#clock);
    this.#statuses.push(...result.statuses);
    context.statusManager.addListener({ onStatus: (status) => this.#statuses.push(status) }, []);
    this.#context = context;
    this.#visit();
    return context;
  }

  #log(event: RunEvent, index: number): void {
    this.#clock.nanos = event.nanos ?? 0;
    try {
      logEvent(this.#context, event);
    } catch {
      this.#threw.push(index);
    }
  }

  async #settle(): Promise<void> {
    await nextTurn();
    this.#visit();
    await Promise.all([...this.#rolling].map((appender) => appender.idle()));
    this.#times.force(this.#clock.epochMs);
  }

  /** Appenders come and go, those of a SiftingAppender with their events. */
  #visit(): void {
    const visit = (appender: Appender): void => {
      if (appender instanceof ListAppender) {
        this.#lists.set(appender.name, (this.#lists.get(appender.name) ?? new Set<ListAppender>()).add(appender));
      } else if (appender instanceof RollingFileAppender) {
        this.#rolling.add(appender);
      } else if (appender instanceof CyclicBufferAppender) {
        this.#buffers.set(appender.name, Array.from({ length: appender.length }, (_, index) => appender.get(index) as LoggingEvent));
      }
      [...childrenOf(appender), ...(appender instanceof SiftingAppender ? appender.appenders : [])].forEach(visit);
    };
    this.#context.appenders.forEach(visit);
  }

  async #stop(): Promise<void> {
    this.#visit();
    await this.#context.stop();
    this.#times.force(this.#clock.epochMs);
  }

  #hide(text: string): string {
    return text.replaceAll(this.#folder, "<BASE>").replaceAll(hostname(), "<HOSTNAME>");
  }
}

function describeEvent(event: LoggingEvent): object {
  const { level, loggerName, formattedMessage, isMessageNull, threadName, timestamp, mdc } = event;
  return { level: level.name, logger: loggerName, message: isMessageNull === true ? null : formattedMessage, thread: threadName, timestampMillis: timestamp, mdc: Object.fromEntries(mdc) };
}
