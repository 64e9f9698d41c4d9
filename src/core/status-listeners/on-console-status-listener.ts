import { defineComponent, type ComponentDefinition, type ServiceKey } from "../component.js";
import type { Status, StatusListener } from "../status.js";
import { STATUS_LINES_PROPERTIES, StatusLines, type StatusLinesOptions } from "./status-lines.js";

/** Writes a line to the console; offered by the process, because `core/` does no output. */
export interface StatusOutput {
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

/** Under it the process offers its console. */
export const STATUS_OUTPUT: ServiceKey<StatusOutput> = { name: "status output" };

/**
 * Prints every status as one line, as it comes, and those of the moment before it was added.
 *
 * Source: Logback manual, "Configuration", OnConsoleStatusListener.
 *
 * @public
 */
export class OnConsoleStatusListener implements StatusListener {
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
 * `<statusListener class="ch.qos.logback.core.status.OnConsoleStatusListener">`, on standard output.
 *
 * {@link STATUS_LINES_PROPERTIES}
 */
export const onConsoleStatusListener: ComponentDefinition<StatusListener> = consoleListener(
  "ch.qos.logback.core.status.OnConsoleStatusListener",
  ({ stdout }, options) => new OnConsoleStatusListener(stdout, options),
);

/** A listener that prints on one of the process's outputs. */
export function consoleListener(className: string, make: (output: StatusOutput, options: StatusLinesOptions) => StatusListener): ComponentDefinition<StatusListener> {
  return defineComponent({
    kind: "statusListener",
    classNames: [className],
    properties: STATUS_LINES_PROPERTIES,
    create: ({ prefix, retrospective }, environment) => {
      const output = environment.service(STATUS_OUTPUT);
      if (output === undefined) {
        environment.report.error("This process offers no console for statuses; the listener is left out.");
        return undefined;
      }
      return make(output, { prefix, retrospectiveMs: retrospective });
    },
  });
}
