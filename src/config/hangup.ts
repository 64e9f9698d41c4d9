/** What is used of `process`. */
export type ProcessToHangUp = Pick<NodeJS.Process, "on" | "off">;

/**
 * Listens for SIGHUP, by which operators and logrotate ask a daemon to read its configuration again and to open its log
 * files anew. Without a listener, that signal ends the process.
 */
export class HangUp {
  readonly #process: ProcessToHangUp;
  readonly #onHangUp: () => void;
  #isWatched = false;

  constructor(process: ProcessToHangUp, onHangUp: () => void) {
    this.#process = process;
    this.#onHangUp = onHangUp;
  }

  /** Whether the signal is listened for. False at first. Windows and worker threads know no such signal. */
  watch(wanted: boolean): void {
    if (wanted !== this.#isWatched) {
      this.#isWatched = wanted;
      if (wanted) {
        this.#process.on("SIGHUP", this.#onHangUp);
      } else {
        this.#process.off("SIGHUP", this.#onHangUp);
      }
    }
  }
}
