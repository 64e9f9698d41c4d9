import type { ComponentDefinition } from "../component.js";
import type { Status, StatusListener } from "../status.js";
import { consoleListener } from "./on-console-status-listener.js";
import { StatusLines, type StatusLinesOptions } from "./status-lines.js";

/**
 * Prints every status as one line on the standard error, as it comes, and those of the moment before it was added.
 *
 * A class of its own, so that whoever looks at the listeners of a context can tell the two apart, as in Logback.
 *
 * Source: Logback, `ch.qos.logback.core.status.OnErrorConsoleStatusListener`.
 */
export class OnErrorConsoleStatusListener implements StatusListener {
  readonly #lines: StatusLines;

  /** @param print - Takes one line, without its end. */
  constructor(print: (line: string) => void, options?: StatusLinesOptions) {
    this.#lines = new StatusLines(print, options);
  }

  onAdded(previous: readonly Status[]): void {
    this.#lines.printRecent(previous);
  }

  onStatus(status: Status): void {
    this.#lines.print(status);
  }
}

/**
 * `<statusListener class="ch.qos.logback.core.status.OnErrorConsoleStatusListener">`, on standard error.
 *
 * {@link STATUS_LINES_PROPERTIES}
 */
export const onErrorConsoleStatusListener: ComponentDefinition<StatusListener> = consoleListener(
  "ch.qos.logback.core.status.OnErrorConsoleStatusListener",
  ({ stderr }, options) => new OnErrorConsoleStatusListener(stderr, options),
);
