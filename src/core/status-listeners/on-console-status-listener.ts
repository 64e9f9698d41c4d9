import { defineComponent, textProperty, type ComponentDefinition, type Report, type ServiceKey } from "../component.js";
import { formatStatus, type Status, type StatusListener } from "../status.js";

/** Writes a line to the console; offered by the process, because `core/` does no output. */
export interface StatusOutput {
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

export const STATUS_OUTPUT: ServiceKey<StatusOutput> = { name: "status output" };

/** Statuses of this many milliseconds before the listener was added are printed too. */
const RETROSPECTIVE_MS = 300;

/**
 * Prints every status as one line, as it comes, and those of the moment before it was added.
 *
 * Source: Logback manual, "Configuration", OnConsoleStatusListener.
 *
 * @public
 */
export class OnConsoleStatusListener implements StatusListener {
  readonly #print: (line: string) => void;
  readonly #retrospectiveMs: number;

  /** @param print - Takes one line, without its end. */
  constructor(print: (line: string) => void, retrospectiveMs: number = RETROSPECTIVE_MS) {
    this.#print = print;
    this.#retrospectiveMs = retrospectiveMs;
  }

  onAdded(previous: readonly Status[]): void {
    const since = Date.now() - this.#retrospectiveMs;
    for (const status of previous) {
      if (status.timestamp >= since) {
        this.onStatus(status);
      }
    }
  }

  onStatus(status: Status): void {
    this.#print(formatStatus(status));
  }
}

/**
 * `<statusListener class="ch.qos.logback.core.status.OnConsoleStatusListener">`, on standard output.
 *
 * - `<retrospective>`: milliseconds, 300 unless given. Status WARN for anything but a whole number: 300 is used.
 */
export const onConsoleStatusListener: ComponentDefinition<StatusListener> = defineComponent({
  kind: "statusListener",
  classNames: ["ch.qos.logback.core.status.OnConsoleStatusListener"],
  properties: { retrospective: textProperty(parseMilliseconds, { fallback: RETROSPECTIVE_MS }) },
  create: ({ retrospective }, environment) => {
    const output = environment.service(STATUS_OUTPUT);
    if (output === undefined) {
      environment.report.error("This process offers no console for statuses; the listener is left out.");
      return undefined;
    }
    return new OnConsoleStatusListener((line) => { output.stdout(line); }, retrospective);
  },
});

function parseMilliseconds(text: string, report: Report): number | undefined {
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  report.warn(`"${text}" is not a number of milliseconds; ${String(RETROSPECTIVE_MS)} is used.`);
  return undefined;
}
