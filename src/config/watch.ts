import { statSync, watch as watchFolder } from "node:fs";
import type { watch as Watch } from "chokidar";
import { digestOf, NO_CONTENT } from "./digest.js";
import { linksOnTheWay } from "./links-on-the-way.js";
import { readRegularFile } from "./read-regular-file.js";

/** How long announcements of a change are gathered before the files are read. */
const SETTLE_MS = 50;
/** Node.js takes a longer time for one millisecond. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Tells when the content of files changed.
 *
 * The system's announcements, through chokidar, are only a hint: they come early, twice or, from a network mount, not at
 * all. So the content decides, and it is looked at every `periodMs` in any case.
 * Neither the watcher nor the timer keeps the process alive.
 */
export class ConfigurationWatcher {
  readonly periodMs: number;
  readonly #onChange: () => void;
  readonly #digests: Map<string, string>;
  readonly #poll: NodeJS.Timeout;
  #settling: NodeJS.Timeout | undefined;
  #watchFiles: typeof Watch | undefined;
  #watchers: { close(): unknown }[] = [];
  #closed = false;

  /**
   * @param digests - What the files held when they were read, by absolute path; {@link NO_CONTENT} for one that was missing.
   * @param onChange - Called at most once a change.
   */
  constructor(digests: ReadonlyMap<string, string>, periodMs: number, onChange: () => void) {
    this.#digests = new Map(digests);
    this.periodMs = periodMs;
    this.#onChange = onChange;
    this.#poll = setInterval(() => {
      this.check();
    }, Math.min(periodMs, LONGEST_TIMER_MS));
    this.#poll.unref();
    void this.#load();
  }

  /** Absolute paths of the files that are looked at. */
  get files(): readonly string[] {
    return [...this.#digests.keys()];
  }

  /**
   * The files were read again.
   *
   * @param digests - What they held then.
   * @param isAll - Whether other files are of no interest any more.
   */
  expect(digests: ReadonlyMap<string, string>, isAll: boolean): void {
    const before = this.files.join();
    for (const file of isAll ? this.files : []) {
      if (!digests.has(file)) {
        this.#digests.delete(file);
      }
    }
    for (const [file, digest] of digests) {
      this.#digests.set(file, digest);
    }
    if (this.files.join() !== before) {
      this.#watchAnew();
    }
  }

  /** Looks at the files now. Whether one changed. */
  check(): boolean {
    if (this.#closed) {
      return false;
    }
    let changed = false;
    for (const [file, known] of this.#digests) {
      const digest = currentDigest(file);
      if (digest !== undefined && digest !== known) {
        this.#digests.set(file, digest);
        changed = true;
      }
    }
    if (changed) {
      // What was watched may be another file by now, whose changes nobody would announce.
      this.#watchAnew();
      this.#onChange();
    }
    return changed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#poll);
    clearTimeout(this.#settling);
    await this.#closeWatchers();
  }

  async #load(): Promise<void> {
    try {
      const { watch } = await import("chokidar");
      this.#watchFiles = watch;
      this.#watchAnew();
    } catch {
      // Without chokidar, as under a test runner that loads no ES modules, the poll does the work.
    }
  }

  #watchAnew(): void {
    if (this.#closed || this.#watchFiles === undefined) {
      return;
    }
    void this.#closeWatchers();
    const hint = (): void => {
      this.#hint();
    };
    const watcher = this.#watchFiles([...this.files], { persistent: false, ignoreInitial: true });
    // Not every edit is announced that is made while the watcher is set up.
    watcher.on("all", hint).on("ready", hint);
    // A watcher that cannot go on (out of inotify handles, a network mount) leaves the work to the poll.
    watcher.on("error", () => {
      void watcher.close();
    });
    this.#watchers = [watcher];
    // It watches the file that links lead to, and misses that one of them is pointed elsewhere.
    for (const file of this.files) {
      for (const [folder, names] of linksOnTheWay(file)) {
        this.#watchLinks(folder, names, hint);
      }
    }
  }

  /** Only names of links count: logs may be written to the same folder. */
  #watchLinks(folder: string, names: ReadonlySet<string>, hint: () => void): void {
    try {
      const watcher = watchFolder(folder, { persistent: false }, (_, name) => {
        if (name === null || names.has(name)) {
          hint();
        }
      });
      watcher.on("error", () => {
        watcher.close();
      });
      this.#watchers.push(watcher);
    } catch {
      // As above.
    }
  }

  async #closeWatchers(): Promise<void> {
    await Promise.allSettled(this.#watchers.map((watcher) => watcher.close()));
  }

  #hint(): void {
    // Not set anew at every announcement: of a file that is always written to, nothing would ever be read.
    if (!this.#closed && this.#settling === undefined) {
      this.#settling = setTimeout(() => {
        this.#settling = undefined;
        this.check();
      }, SETTLE_MS);
      this.#settling.unref();
    }
  }
}

/** `undefined` for what cannot be looked at without taking something from it, such as a pipe. */
function currentDigest(file: string): string | undefined {
  const read = readRegularFile(file);
  if (read === undefined) {
    return NO_CONTENT;
  }
  if ("content" in read) {
    return digestOf(read.content);
  }
  return isRegular(file) ? read.refusal : undefined;
}

function isRegular(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
