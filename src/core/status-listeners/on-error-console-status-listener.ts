import { defineComponent, type ComponentDefinition } from "../component.js";
import type { Status, StatusListener } from "../status.js";
import { STATUS_OUTPUT } from "./on-console-status-listener.js";
import { STATUS_LINES_PROPERTIES, StatusLines, type StatusLinesOptions } from "./status-lines.js";

/**
 * Prints every status as one line on the standard error, as it comes, and those of the moment before it was added.
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
 * `<statusListener class="ch.qos.logback.core.status.OnErrorConsoleStatusListener">`
 *
 * - `<prefix>`, `<retrospective>`, `<resetResistant>`: see {@link STATUS_LINES_PROPERTIES}.
 */
export const onErrorConsoleStatusListener: ComponentDefinition<StatusListener> = defineComponent({
  kind: "statusListener",
  classNames: ["ch.qos.logback.core.status.OnErrorConsoleStatusListener"],
  properties: STATUS_LINES_PROPERTIES,
  create: ({ prefix, retrospective }, environment) => {
    const output = environment.service(STATUS_OUTPUT);
    if (output === undefined) {
      environment.report.error("This process offers no console for statuses; the listener is left out.");
      return undefined;
    }
    return new OnErrorConsoleStatusListener((line) => { output.stderr(line); }, { prefix, retrospectiveMs: retrospective });
  },
});
