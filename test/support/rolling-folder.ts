import { readdirSync, readFileSync, utimesSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { RollingFileAppender, type RollingFileAppenderOptions } from "../../src/appender/rolling-file-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import type { RollingPolicy } from "../../src/rolling/rolling-policy.js";
import { RecordingDrains } from "./drains.js";
import { anEvent } from "./events.js";
import { tempDir } from "./temp-dir.js";
import { MESSAGE_ENCODER } from "./text-encoder.js";

/** A clock that only its owner moves. */
export class SetClock {
  epochMs: number;

  constructor(time: string | number) {
    this.epochMs = new Date(time).getTime();
  }

  now(): number {
    return this.epochMs;
  }

  nanosWithin(): number {
    return 0;
  }
}

export interface RollingFolder {
  readonly folder: string;
  readonly clock: SetClock;
  readonly drains: RecordingDrains;
  /** Starts an appender of the folder; stopped when the test is over. */
  start(policy: RollingPolicy, options?: Partial<RollingFileAppenderOptions>): RollingFileAppender;
  /** Logs at a time, which the clock then shows; the time of the files that were written is set by it. */
  log(appender: RollingFileAppender, time: string | number, message: string): void;
  /** Text of every file, by its path below the folder. */
  files(): Record<string, string>;
  /** `LEVEL message`, without the folder's path; no INFO. */
  statuses(): string[];
}

/** A folder of its own for rolling files, with a clock that stands still at a time. */
export function rollingFolder(time: string | number = "2024-03-15T10:00:00Z", folder: string = tempDir()): RollingFolder {
  const clock = new SetClock(time);
  const drains = new RecordingDrains();
  const context = new LoggerContext({ clock, drains });
  return {
    folder,
    clock,
    drains,
    start(policy, { file, ...options } = {}) {
      const place = file === undefined ? { file: undefined } : { file, path: path.resolve(folder, file) };
      const appender = new RollingFileAppender("ROLL", context, { encoder: MESSAGE_ENCODER, folder, rollingPolicy: policy, ...options, ...place });
      onTestFinished(() => appender.stop());
      appender.start();
      return appender;
    },
    log(appender, at, message) {
      clock.epochMs = new Date(at).getTime();
      appender.doAppend(anEvent({ message, timestamp: clock.epochMs }));
      if (appender.activeFile?.startsWith(folder) === true && appender.immediateFlush) {
        utimesSync(appender.activeFile, clock.epochMs / 1000, clock.epochMs / 1000);
      }
    },
    files: () => filesBelow(folder),
    statuses: () => context.statusManager.statuses.filter(({ level }) => level !== "INFO").map(({ level, message }) => `${level} ${message.replaceAll(`${folder}${path.sep}`, "")}`),
  };
}

/** Text of every file below a folder, by its path. */
export function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]));
}
