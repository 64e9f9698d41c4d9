import { defineComponent, stringProperty, type ComponentDefinition, type Report, type ServiceKey } from "../component.js";
import type { Status, StatusListener } from "../status.js";
import { STATUS_LINES_PROPERTIES, StatusLines, type StatusLinesOptions } from "./status-lines.js";

/**
 * Makes a function that appends lines to a file; offered by the process, because `core/` opens none.
 * Throws the system's error when the file cannot be written to.
 */
export type OpenStatusFile = (path: string) => (line: string) => void;

/** Under it the process offers its files. */
export const STATUS_FILE: ServiceKey<OpenStatusFile> = { name: "status file" };

const DEFAULT_FILE_NAME = "status.txt";

/**
 * Appends every status as one line to a file, as it comes, and those of the moment before it was added.
 *
 * Source: Logback, `ch.qos.logback.core.status.OnFileStatusListener`.
 */
export class OnFileStatusListener implements StatusListener {
  readonly filename: string;
  readonly #lines: StatusLines;

  /**
   * @param filename - As it is shown.
   * @param print - Takes one line, without its end.
   */
  constructor(filename: string, print: (line: string) => void, options?: StatusLinesOptions) {
    this.filename = filename;
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
 * `<statusListener class="ch.qos.logback.core.status.OnFileStatusListener">`
 *
 * - `<filename>`: what lines are appended to; `status.txt` unless given, which a status INFO says.
 *
 * {@link STATUS_LINES_PROPERTIES}
 *
 * Status ERROR when the file cannot be opened: the listener prints nothing.
 */
export const onFileStatusListener: ComponentDefinition<StatusListener> = defineComponent({
  kind: "statusListener",
  classNames: ["ch.qos.logback.core.status.OnFileStatusListener"],
  properties: { ...STATUS_LINES_PROPERTIES, filename: stringProperty() },
  create: ({ filename, prefix, retrospective }, environment) => {
    if (filename === undefined) {
      environment.report.info(`<filename> is not set; statuses go to ${DEFAULT_FILE_NAME}.`);
    }
    const open = environment.service(STATUS_FILE);
    if (open === undefined) {
      environment.report.error("This process offers no file for statuses; the listener is left out.");
      return undefined;
    }
    const name = filename ?? DEFAULT_FILE_NAME;
    const print = opened(open, environment.resolvePath(name), environment.reportOn("filename"));
    return new OnFileStatusListener(name, print, { prefix, retrospectiveMs: retrospective });
  },
});

function opened(open: OpenStatusFile, path: string, report: Report): (line: string) => void {
  try {
    return open(path);
  } catch (cause) {
    report.error(`Failed to open [${path}]; no status is written there.`, cause);
    return () => {};
  }
}
