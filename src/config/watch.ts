import { createHash } from "node:crypto";
import { readRegularFile } from "./read-regular-file.js";

/** How long announcements of a change are gathered before the files are read. */
const SETTLE_MS = 50;

/**
 * Tells when the content of files changed.
 *
 * The system's announcements, through chokidar, are only a hint: they come early, twice or, for a symbolic link that is
 * pointed elsewhere, not at all. So the content decides, and it is looked at every `periodMs` in any case.
 * Neither the watcher nor the timer keeps the process alive.
 */
export class ConfigurationWatcher {
  readonly #onChange: () => void;
  readonly #hashes = new Map<string, string>();
  readonly #poll: NodeJS.Timeout;
  #settling: NodeJS.Timeout | undefined;
  #closeWatcher: (() => Promise<void>) | undefined;
  #closed = false;

  /**
   * @param files - Absolute paths. One that is missing counts as empty, and is seen when it appears.
   * @param onChange - Called at most once a change.
   */
  constructor(files: readonly string[], periodMs: number, onChange: () => void) {
    this.#onChange = onChange;
    for (const file of files) {
      this.#hashes.set(file, hashOf(file));
    }
    this.#poll = setInterval(() => {
      this.check();
    }, periodMs);
    this.#poll.unref();
    void this.#watch(files);
  }

  /** Looks at the files now. Whether one changed. */
  check(): boolean {
    if (this.#closed) {
      return false;
    }
    let changed = false;
    for (const [file, known] of this.#hashes) {
      const hash = hashOf(file);
      if (hash !== known) {
        this.#hashes.set(file, hash);
        changed = true;
      }
    }
    if (changed) {
      this.#onChange();
    }
    return changed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#poll);
    clearTimeout(this.#settling);
    await this.#closeWatcher?.();
  }

  async #watch(files: readonly string[]): Promise<void> {
    try {
      const { watch } = await import("chokidar");
      if (this.#closed) {
        return;
      }
      const watcher = watch([...files], { persistent: false, ignoreInitial: true });
      watcher.on("all", () => {
        this.#hint();
      });
      // A watcher that cannot go on (out of inotify handles, a network mount) leaves the work to the poll.
      watcher.on("error", () => {
        void watcher.close();
      });
      this.#closeWatcher = () => watcher.close();
    } catch {
      // Without chokidar, as under a test runner that loads no ES modules, the poll does the work.
    }
  }

  #hint(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.check();
    }, SETTLE_MS);
    this.#settling.unref();
  }
}

function hashOf(file: string): string {
  const read = readRegularFile(file);
  return read === undefined || "refusal" in read ? "" : createHash("sha256").update(read.content).digest("hex");
}
