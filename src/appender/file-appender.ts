import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { booleanProperty, defineComponent, stringProperty, textProperty, type ComponentDefinition, type ComponentEnvironment, type TextProperty } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { DEFAULT_DIR_MODE, DEFAULT_FILE_MODE, FileSink } from "../sink/file-sink.js";
import { FILE_SIZE_EXPECTED, parseFileSize } from "../util/file-size.js";
import { charsetOf, DEFAULT_BUFFER_SIZE, footerOf, headerOf, NOTHING_DELIVERED, OUTPUT_PROPERTIES, outputOptions, requiredEncoder, type OutputOptions } from "./output.js";

const LARGEST_BUFFER_SIZE = 64 * 1024 * 1024;

/**
 * What a {@link FileAppender} is made of.
 *
 * @public
 */
export interface FileAppenderOptions extends OutputOptions {
  /** As it is shown; without one the appender cannot be started. */
  readonly file: string | undefined;
  /** What is opened, where that differs from `file`: an absolute path. */
  readonly path?: string;
  /** False empties the file at the start. True unless given. */
  readonly append?: boolean;
  /** Several processes write to the file: it is never emptied, and every event is one write. */
  readonly prudent?: boolean;
  /** Length of text that is collected when `immediateFlush` is false; 8192 unless given. */
  readonly bufferSize?: number;
  /** Of a file that is made; 0640 unless given. */
  readonly mode?: number;
  /** Of folders that are made; 0750 unless given. */
  readonly dirMode?: number;
  /** Whether `file` may be a symbolic link. */
  readonly followSymlinks?: boolean;
}

/**
 * Writes events to a file.
 *
 * Folders are made. The file is opened with mode 0640 and not through a symbolic link; Logback leaves both to the
 * process. FIFOs and character devices are allowed, `/dev/stdout` and `/dev/stderr` mean the process's own.
 * A file that was renamed or removed from outside is opened anew within a second.
 * While a disk is full, events are kept within bounds and written later.
 *
 * Source: Logback manual, "Appenders", FileAppender.
 *
 * @public
 */
export class FileAppender extends BaseAppender {
  readonly file: string | undefined;
  readonly prudent: boolean;
  readonly bufferSize: number;
  readonly encoder: Encoder | undefined;
  readonly immediateFlush: boolean;
  /** Whether what the file holds at the start is kept. */
  readonly appending: boolean;
  readonly #options: FileAppenderOptions;
  #sink: FileSink | undefined;

  constructor(name: string, context: LoggerContext, options: FileAppenderOptions) {
    super(name, context, options.filters ?? []);
    this.file = options.file;
    this.prudent = options.prudent ?? false;
    this.bufferSize = options.bufferSize ?? DEFAULT_BUFFER_SIZE;
    this.encoder = options.encoder;
    this.immediateFlush = options.immediateFlush ?? true;
    this.appending = this.prudent || (options.append ?? true);
    this.#options = options;
  }

  /** Writes what is held back, now. */
  drain(): void {
    this.#sink?.drain();
  }

  /** Closes the file and opens its path anew: for a rotation from outside that cannot wait a second to be noticed. */
  reopen(): void {
    if (this.isStarted) {
      this.#sink?.reopen();
    }
  }

  protected override open(): void {
    this.#sink ??= this.#newSink();
    this.#sink.openBeside();
    if (this.encoder === undefined) {
      // As in Logback, the file is there although nothing is written to it.
      this.#sink.close();
    }
    requiredEncoder(this.encoder, this.name);
  }

  protected override begin(): void {
    this.#sink?.takeOver();
  }

  protected override end(): void {
    this.#sink?.writeExtra(footerOf(this.encoder));
  }

  override beginBatch(): void {
    this.#sink?.beginBatch();
  }

  override endBatch(): void {
    this.#sink?.endBatch();
  }

  protected append(event: LoggingEvent): void {
    // Both are there: an appender without them does not start.
    this.#sink?.write(this.encoder?.encode(event) ?? "");
  }

  protected override close(): void {
    this.#sink?.close();
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return this.#sink?.counters ?? NOTHING_DELIVERED;
  }

  #newSink(): FileSink {
    const { context, name, file, encoder } = this;
    if (file === undefined) {
      throw new Error(`No file is set for the appender [${name}].`);
    }
    const { append = true, path = file, mode, dirMode, followSymlinks } = this.#options;
    if (this.prudent && !append) {
      context.statusManager.warn('"append" is taken as true, because "prudent" shares the file with other processes.', { origin: name });
    }
    return new FileSink({
      path,
      origin: name,
      drains: context.drains,
      statusManager: context.statusManager,
      append: this.appending || encoder === undefined,
      bufferSize: this.immediateFlush || this.prudent ? 0 : this.bufferSize,
      header: () => headerOf(encoder),
      ...(encoder === undefined ? {} : { charset: charsetOf(encoder) }),
      ...(mode === undefined ? {} : { mode }),
      ...(dirMode === undefined ? {} : { dirMode }),
      ...(followSymlinks === undefined ? {} : { followSymlinks }),
    });
  }
}

/** The properties of an appender that writes to files, besides those of its output. */
export const FILE_PROPERTIES: {
  readonly file: TextProperty<string | undefined>;
  readonly append: TextProperty<boolean>;
  readonly prudent: TextProperty<boolean>;
  readonly bufferSize: TextProperty<number>;
  readonly mode: TextProperty<number>;
  readonly dirMode: TextProperty<number>;
  readonly followSymlinks: TextProperty<boolean>;
} = {
  file: stringProperty(),
  append: booleanProperty(true),
  prudent: booleanProperty(false),
  bufferSize: textProperty(
    (text, report) => {
      const size = parseFileSize(text)?.bytes ?? 0;
      if (size > 0 && size <= LARGEST_BUFFER_SIZE) {
        return size;
      }
      report.error(`Expected ${FILE_SIZE_EXPECTED}, at most 64MB, got "${text}"; ${String(DEFAULT_BUFFER_SIZE)} is used.`);
      return undefined;
    },
    { fallback: DEFAULT_BUFFER_SIZE },
  ),
  mode: modeProperty(DEFAULT_FILE_MODE),
  dirMode: modeProperty(DEFAULT_DIR_MODE),
  followSymlinks: booleanProperty(false),
};

/**
 * `<appender class="ch.qos.logback.core.FileAppender">`
 *
 * - `<file>`: required. Its folders are made.
 * - `<append>`: true (default) keeps what the file holds; false empties it.
 * - `<prudent>`: true lets several processes write to the file: every event is one write at its end. Logback takes a
 *   lock for each; the system's `O_APPEND` needs none.
 * - `<encoder>`: required; a PatternLayoutEncoder unless a class is given. `<layout>` in its place is out of date: WARN.
 * - `<immediateFlush>`: true (default) writes every event at once; false collects `<bufferSize>` (a file size; 8 KiB),
 *   for a quarter of a second at most.
 * - `<mode>`, `<dirMode>`: octal, 0640 and 0750 unless given, for what is made; the process's umask still applies.
 * - `<followSymlinks>`: true allows `<file>` to be a symbolic link.
 * - `<filter>`: any number.
 *
 * Status ERROR, and the appender is left out, when another appender has the same `<file>`.
 * Status ERROR, and it is not started, without a file or an encoder, with an unknown charset, and when the file cannot
 * be opened. Status WARN when the file belongs to someone else or has a second hard link, and when others may write to
 * its folder; INFO when it is a FIFO or a device.
 */
export const fileAppender: ComponentDefinition<FileAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.core.FileAppender"],
  properties: { ...OUTPUT_PROPERTIES, ...FILE_PROPERTIES },
  create: (values, environment) => {
    const { file, append, prudent, bufferSize, mode, dirMode, followSymlinks } = values;
    const { name, context } = environment;
    if (file !== undefined && isTaken(file, environment)) {
      return undefined;
    }
    const options = { append, prudent, bufferSize, mode, dirMode, followSymlinks };
    const path = file === undefined ? {} : { path: environment.resolvePath(file) };
    return new FileAppender(name, context, { ...outputOptions(values, environment), ...options, file, ...path });
  },
});

/**
 * Whether another appender has that file. Logback compares the words of the configuration; another spelling of the same
 * path is allowed there, and here with a WARN.
 */
export function isTaken(
  file: string,
  { name, claimFile, resolvePath, report, reportOn }: Pick<ComponentEnvironment, "name" | "claimFile" | "resolvePath" | "report" | "reportOn">,
): boolean {
  const holder = claimFile(file);
  if (holder !== undefined) {
    report.error(`The appender [${name}] is left out: its file "${file}" is that of the appender [${holder}].`);
    return true;
  }
  const sharer = claimFile(resolvePath(file));
  if (sharer !== undefined) {
    reportOn("file").warn(`"${file}" is the file of the appender [${sharer}] too.`);
  }
  return false;
}

function modeProperty(fallback: number): TextProperty<number> {
  return textProperty(
    (text, report) => {
      if (/^[0-7]{3,4}$/.test(text)) {
        return Number.parseInt(text, 8);
      }
      report.warn(`"${text}" is no mode in octal, such as 0640; 0${fallback.toString(8)} is used.`);
      return undefined;
    },
    { fallback },
  );
}
