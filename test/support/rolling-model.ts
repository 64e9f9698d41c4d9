import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { FileNamePattern } from "../../src/rolling/file-name-pattern.js";
import { FixedWindowRollingPolicy } from "../../src/rolling/fixed-window-rolling-policy.js";
import { THROWING_REPORT } from "../../src/rolling/throwing-report.js";
import { RollingCalendar } from "../../src/rolling/rolling-calendar.js";
import type { RollingPolicy } from "../../src/rolling/rolling-policy.js";
import { SizeAndTimeBasedRollingPolicy } from "../../src/rolling/size-and-time-based-rolling-policy.js";
import { SizeBasedTriggeringPolicy } from "../../src/rolling/size-based-triggering-policy.js";
import { TimeBasedRollingPolicy } from "../../src/rolling/time-based-rolling-policy.js";
import { anEvent } from "./events.js";
import type { SeededRandom } from "./random.js";
import { SetClock } from "./rolling-folder.js";
import { MESSAGE_ENCODER } from "./text-encoder.js";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** Instants near which dates are difficult: clocks go forward and back in Berlin, a leap day, a turn of the year. */
const HARD_TIMES = ["2024-03-31T00:30:00Z", "2024-10-27T00:30:00Z", "2024-02-28T22:00:00Z", "2023-12-31T22:30:00Z", "2024-06-15T12:00:00Z"];
const DATES = ["yyyy-MM-dd", "yyyy-MM-dd_HH", "yyyy-MM-dd_HH-mm", "yyyy-MM", "yyyy-MM-dd, Europe/Berlin", "yyyy-MM-dd_HH, Europe/Berlin", "yyyy/MM/dd, America/New_York", "yyyy-MM-dd_HH-mm, Asia/Kolkata"];
const STEPS = [0, SECOND, SECOND, 59 * SECOND, 10 * 60 * SECOND, HOUR, HOUR, DAY, -SECOND, -HOUR, -DAY, 40 * DAY, 3 * 365 * DAY, -3 * 365 * DAY];
/** Names that are near those of archives, or of their work in progress, and are not ours. */
const FOREIGN = ["app.log.bak", "old/app.2024-13-45.log", "old/app.1999-01-01.log.orig", "app.x.log", "old/notes.txt", "app.2024-03-31.log.gz.part"];

/** A configuration of a rolling file, drawn at random. */
interface Plan {
  readonly file: string | undefined;
  readonly pattern: string;
  /** Bytes; 0 to roll by time alone. */
  readonly maxFileSize: number;
  readonly maxHistory: number;
  /** Archives of a fixed window; 0 for policies with a date. */
  readonly window: number;
  readonly immediateFlush: boolean;
}

/** A rolling file that is used at random, and all that was given to it. */
export class RollingModel {
  readonly plan: Plan;
  readonly #random: SeededRandom;
  readonly #folder: string;
  readonly #clock: SetClock;
  readonly #foreign = new Map<string, string>();
  readonly #lines: { readonly text: string; readonly time: number }[] = [];
  /** Where each line was before anything in the background could compress or remove it. */
  readonly #places = new Map<string, string>();
  /** Retention goes by the latest time at which something rolled. */
  #latest = Number.NEGATIVE_INFINITY;
  #appender: RollingFileAppender;

  constructor(random: SeededRandom, folder: string) {
    this.#random = random;
    this.#folder = folder;
    this.plan = drawPlan(random);
    this.#clock = new SetClock(random.pick(HARD_TIMES));
    for (const name of FOREIGN.filter(() => random.chance(0.5))) {
      this.#put(name, `foreign ${name}\n`);
    }
    // In a window the highest index is the oldest archive.
    for (const index of [3, 2, 1, 0].filter(() => random.chance(0.5))) {
      this.#leave(index);
    }
    this.#appender = this.#start();
  }

  async play(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      if (this.#random.chance(0.06)) {
        await this.#restart();
      } else {
        this.#clock.epochMs += this.#random.pick(STEPS);
        this.#log();
      }
      if (this.#random.chance(0.2)) {
        await this.#appender.idle();
      }
    }
    await this.#restart();
    await this.#appender.stop();
  }

  /** What is wrong now; empty when nothing is. */
  problems(): string[] {
    const found = filesOf(this.#folder);
    const problems = [...this.#foreign].filter(([name, text]) => found.get(name) !== text).map(([name]) => `the foreign file ${name} is not as it was`);
    const ours = [...found].filter(([name]) => !this.#foreign.has(name));
    const seen = ours.flatMap(([, text]) => text.split(/(?<=\n)/).filter((line) => line !== ""));
    const counts = new Map<string, number>();
    for (const line of seen) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    problems.push(...[...counts].filter(([, count]) => count > 1).map(([line, count]) => `${JSON.stringify(line)} is there ${String(count)} times`));
    const logged = new Set(this.#lines.map(({ text }) => text));
    problems.push(...[...counts.keys()].filter((line) => !logged.has(line)).map((line) => `${JSON.stringify(line)} was never logged`));
    problems.push(...this.#lines.filter(({ text }) => !counts.has(text)).filter((line) => !this.#mayBeGone(line, counts)).map(({ text, time }) => `${JSON.stringify(text)} of ${new Date(time).toISOString()} is missing`));
    problems.push(...this.#tooLarge(ours));
    problems.push(...ours.filter(([name]) => name.endsWith(".tmp")).map(([name]) => `${name} was left behind`));
    const { logged: accepted, written, queued, dropped } = this.#appender.counters;
    if (accepted !== written || queued + dropped !== 0) {
      problems.push(`counters do not add up: ${JSON.stringify(this.#appender.counters)}`);
    }
    return problems;
  }

  #mayBeGone({ text }: { readonly text: string }, kept: ReadonlyMap<string, number>): boolean {
    const { window, maxHistory, pattern } = this.plan;
    if (window > 0) {
      // Only the oldest go: nothing older is there.
      const index = this.#lines.findIndex((line) => line.text === text);
      return this.#lines.slice(0, index).every((line) => !kept.has(line.text));
    }
    const parsed = FileNamePattern.parse(pattern, THROWING_REPORT);
    const archived = parsed?.withCompression(undefined).parse(this.#places.get(text) ?? "", this.#latest)?.time;
    const { primary } = parsed ?? {};
    // A clock that goes back puts lines into archives of other times than theirs.
    return maxHistory > 0 && primary !== undefined && archived !== undefined && archived < new RollingCalendar(primary.datePattern, primary.zone).plus(this.#latest, -maxHistory);
  }

  #tooLarge(files: readonly (readonly [string, string])[]): string[] {
    const { maxFileSize } = this.plan;
    const isTooLarge = (text: string): boolean => Buffer.byteLength(text) - Buffer.byteLength(text.match(/[^\n]*\n$/)?.[0] ?? "") >= maxFileSize;
    return maxFileSize === 0 ? [] : files.filter(([, text]) => text !== "" && isTooLarge(text)).map(([name, text]) => `${name} has ${String(Buffer.byteLength(text))} bytes`);
  }

  #log(): void {
    const time = this.#clock.epochMs;
    const message = `${String(this.#lines.length).padStart(6, "0")} ${this.#random.pick(["", "ü€😀", "x".repeat(40)])}`;
    this.#lines.push({ text: `${message}\n`, time });
    this.#latest = Math.max(this.#latest, time);
    this.#appender.doAppend(anEvent({ message, timestamp: time }));
    this.#touch();
    this.#look();
  }

  async #restart(): Promise<void> {
    await this.#appender.stop();
    this.#touch();
    const { logged, written } = this.#appender.counters;
    if (logged !== written) {
      throw new Error(`${String(logged)} logged, ${String(written)} written.`);
    }
    this.#clock.epochMs += this.#random.pick(STEPS);
    this.#appender = this.#start();
  }

  #start(): RollingFileAppender {
    const { file, immediateFlush, window, maxFileSize } = this.plan;
    const context = new LoggerContext({ clock: this.#clock });
    const appender = new RollingFileAppender("ROLL", context, {
      encoder: MESSAGE_ENCODER,
      folder: this.#folder,
      file,
      ...(file === undefined ? {} : { path: path.join(this.#folder, file) }),
      immediateFlush,
      rollingPolicy: policyOf(this.plan),
      ...(window > 0 ? { triggeringPolicy: new SizeBasedTriggeringPolicy({ maxFileSize }) } : {}),
    });
    appender.start();
    if (!appender.isStarted) {
      throw new Error(`Not started: ${JSON.stringify(context.statusManager.statuses)}`);
    }
    return appender;
  }

  /** An archive of an earlier run, which is kept or removed like those of this one. */
  #leave(index: number): void {
    const pattern = FileNamePattern.parse(this.plan.pattern, THROWING_REPORT);
    const time = this.#clock.epochMs + this.#random.pick(STEPS);
    const name = pattern?.format(time, index) ?? "";
    if (existsSync(path.join(this.#folder, name)) || (this.plan.window > 0 && (index < 1 || index > this.plan.window))) {
      return;
    }
    const text = `left ${String(this.#lines.length)}\n`;
    this.#put(name, name.endsWith(".gz") ? gzipSync(text) : text);
    this.#foreign.delete(name);
    this.#lines.push({ text, time });
    this.#places.set(text, pattern?.withCompression(undefined).format(time, index) ?? "");
  }

  /** The clock of files is the one that the model moves. */
  #touch(): void {
    if (this.#appender.activeFile !== undefined) {
      utimesSync(this.#appender.activeFile, this.#clock.epochMs / 1000, this.#clock.epochMs / 1000);
    }
  }

  #look(): void {
    for (const [name, text] of filesOf(this.#folder, (file) => !file.endsWith(".gz") && !file.endsWith(".tmp"))) {
      for (const line of text.split(/(?<=\n)/)) {
        this.#places.set(line, name);
      }
    }
  }

  #put(name: string, text: string | Uint8Array): void {
    const file = path.join(this.#folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.#foreign.set(name, text.toString());
  }
}

function drawPlan(random: SeededRandom): Plan {
  const compression = random.pick(["", "", ".gz"]);
  const immediateFlush = random.chance(0.6);
  const folder = random.pick(["", "old/"]);
  if (random.chance(0.2)) {
    return { file: "app.log", pattern: `${folder}app.%i.log${compression}`, maxFileSize: random.between(1, 300), maxHistory: 0, window: random.between(1, 5), immediateFlush };
  }
  const date = `%d{${random.pick(DATES)}}`;
  const isSized = random.chance(0.6);
  return {
    file: random.chance(0.6) ? "app.log" : undefined,
    pattern: `${folder}app.${date}${isSized ? ".%i" : ""}.log${compression}`,
    maxFileSize: isSized ? random.between(1, 300) : 0,
    maxHistory: random.chance(0.5) ? random.between(1, 5) : 0,
    window: 0,
    immediateFlush,
  };
}

function policyOf({ pattern: fileNamePattern, maxFileSize, maxHistory, window }: Plan): RollingPolicy {
  if (window > 0) {
    return new FixedWindowRollingPolicy({ fileNamePattern, minIndex: 1, maxIndex: window });
  }
  return maxFileSize > 0 ? new SizeAndTimeBasedRollingPolicy({ fileNamePattern, maxFileSize, maxHistory }) : new TimeBasedRollingPolicy({ fileNamePattern, maxHistory });
}

function filesOf(folder: string, isWanted: (name: string) => boolean = () => true): Map<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && isWanted(entry.name));
  return new Map(
    files.map(({ parentPath, name }) => {
      const bytes = readFileSync(path.join(parentPath, name));
      return [path.relative(folder, path.join(parentPath, name)), (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString()];
    }),
  );
}

/** Plays one seed in a folder of its own. @returns What was wrong. */
export async function playRolling(random: SeededRandom, folder: string, steps: number): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const model = new RollingModel(random, folder);
  await model.play(steps);
  return model.problems().map((problem) => `${problem}, with ${JSON.stringify(model.plan)}`);
}
