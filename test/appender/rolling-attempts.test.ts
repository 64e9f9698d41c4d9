import { renameSync } from "node:fs";
import { expect, test } from "vitest";
import type { RollingPolicy, Rollover } from "../../src/rolling/rolling-policy.js";
import { rollingFolder } from "../support/rolling-folder.js";

/** A policy that rolls before every event but the first. */
class EachEvent implements RollingPolicy {
  readonly fileNamePattern = "app.log.%i";
  readonly #rollover: (file: string, index: number) => Rollover;
  #file = "";
  #events = 0;

  constructor(rollover: (file: string, index: number) => Rollover) {
    this.#rollover = rollover;
  }

  start({ file = "" }: { readonly file: string | undefined }): string {
    this.#file = file;
    return file;
  }

  isTriggeringEvent(): boolean {
    return this.#events++ > 0;
  }

  rollover(): Rollover {
    return this.#rollover(this.#file, this.#events - 1);
  }

  stop(): void {}

  idle(): Promise<void> {
    return Promise.resolve();
  }
}

const thrown = [
  { what: "null", value: null, reason: "unknown reason" },
  { what: "a text", value: "full", reason: "unknown reason" },
  { what: "an error", value: new Error("no room"), reason: "no room" },
  { what: "a system's error", value: Object.assign(new Error("no room"), { code: "ENOSPC" }), reason: "ENOSPC" },
];

for (const { what, value, reason } of thrown) {
  test(`a policy that throws ${what} loses no event, and that is said once`, () => {
    const { start, log, files, statuses } = rollingFolder();
    const policy = new EachEvent(() => {
      throw value;
    });
    const appender = start(policy, { file: "app.log" });

    for (const message of ["a", "b", "c"]) {
      log(appender, "2024-03-15T10:00:00Z", message);
    }

    expect(files()).toEqual({ "app.log": "a\nb\nc\n" });
    expect(statuses()).toEqual([`ERROR app.log could not be rolled (${reason}); it is written on, and rolling is tried again.`]);
  });

  test(`a policy that throws ${what} when the file has rolled loses no event, and that is said once`, () => {
    const { start, log, files, statuses } = rollingFolder();
    const policy = new EachEvent((file, index) => {
      renameSync(file, `${file}.${String(index)}`);
      return {
        path: file,
        undo: undefined,
        done: () => {
          throw value;
        },
      };
    });
    const appender = start(policy, { file: "app.log" });

    for (const message of ["a", "b", "c"]) {
      log(appender, "2024-03-15T10:00:00Z", message);
    }

    expect(files()).toEqual({ "app.log": "c\n", "app.log.1": "a\n", "app.log.2": "b\n" });
    expect(statuses()).toEqual([`WARN app.log rolled, but its archive could not be dealt with (${reason}).`]);
    expect(appender.counters).toEqual({ logged: 3, written: 3, queued: 0, dropped: 0 });
  });
}
