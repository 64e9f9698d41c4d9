import { Mutex } from "async-mutex";
import type { LoggerContext } from "../core/logger-context.js";
import { newStatus } from "../core/status.js";
import { once } from "../util/once.js";
import type { ConfigurationResult, ConfigurationSource } from "./configurator.js";
import { digestOf, NO_CONTENT } from "./digest.js";
import { readRegularFile } from "./read-regular-file.js";
import { ConfigurationWatcher } from "./watch.js";
import { parseXml } from "./xml/parse.js";

/** How long somebody who is in the middle of writing a file is given to end it. */
const UNFINISHED_MS = 250;

const ORIGIN = { origin: "configuration" };

type Put = (source: ConfigurationSource, isReload: boolean) => ConfigurationResult;

/**
 * Reads a configuration again: when its files change, if it asks for that, and when it is told to.
 *
 * Reloads, and whatever has to wait for them, come one after the other. A configuration that is put in force meanwhile,
 * and the end of the context, make a reload that still waits pointless: it does nothing.
 */
export class Reloads {
  readonly #context: LoggerContext;
  readonly #put: Put;
  /** Few programs ever need it. */
  readonly #lock = once(() => new Mutex());
  #source: (() => ConfigurationSource) | undefined;
  /** At least once since there is a source. */
  #wasApplied = false;
  /** Of the files that were read last. */
  #digests = new Map<string, string>();
  #watcher: ConfigurationWatcher | undefined;
  #stopWaiting: (() => void) | undefined;

  /** @param put - Puts a configuration in force. */
  constructor(context: LoggerContext, put: Put) {
    this.#context = context;
    this.#put = put;
  }

  get hasSource(): boolean {
    return this.#source !== undefined;
  }

  /** From now on this is what is read again, unless it was refused and there is something that was not. */
  begin(source: () => ConfigurationSource, result: ConfigurationResult): void {
    if (result.applied || !this.#wasApplied) {
      this.#source = source;
      this.#stopWaiting?.();
      this.#remember(result);
    }
  }

  /** There is nothing any more that could be read again. */
  async forget(): Promise<void> {
    this.#source = undefined;
    this.#wasApplied = false;
    this.#digests.clear();
    this.#stopWaiting?.();
    const watcher = this.#watcher;
    this.#watcher = undefined;
    await watcher?.close();
  }

  /** Does something when no reload is on its way. */
  after<T>(act: () => Promise<T>): Promise<T> {
    return this.#lock().runExclusive(act);
  }

  /** @param reason - Why, as the status says it. @returns Never rejects. */
  reload(reason: string): Promise<ConfigurationResult> {
    return this.#lock().runExclusive(async () => {
      try {
        return await this.#readAgain(reason);
      } catch (cause) {
        return this.#nothing("The configuration could not be read again; the one in force stays.", cause);
      }
    });
  }

  async #readAgain(reason: string): Promise<ConfigurationResult> {
    const read = this.#source;
    if (read === undefined) {
      return this.#nothing("There is no configuration that could be read again.");
    }
    if ([...this.#digests].some(([file, known]) => looksUnfinished(file, known))) {
      await this.#wait();
    }
    if (this.#source !== read) {
      return this.#nothing("Another configuration was put in force before this one could be read again.");
    }
    const source = read();
    this.#context.statusManager.info(`Configuration ${source.file} is read again ${reason}.`, ORIGIN);
    const result = this.#put(source, true);
    // A listener may have put another one in force.
    if (this.#source === read) {
      this.#remember(result);
    }
    return result;
  }

  #nothing(message: string, cause?: unknown): ConfigurationResult {
    this.#context.statusManager.add(newStatus(cause === undefined ? "INFO" : "ERROR", message, { ...ORIGIN, cause }));
    return { applied: false, statuses: [], worstStatus: "INFO", scanPeriodMs: undefined, files: [], digests: new Map(), changes: [], settled: Promise.resolve() };
  }

  /** Watches the files of a configuration, as it asks or, where it was refused, the one in force: it may be mended. */
  #remember({ applied, digests, scanPeriodMs }: ConfigurationResult): void {
    this.#digests = new Map([...(applied ? [] : this.#digests), ...digests]);
    this.#wasApplied ||= applied;
    const isWatched = scanPeriodMs !== undefined && digests.size > 0;
    if (!applied && this.#watcher !== undefined) {
      this.#watcher.expect(digests, false);
    } else if (isWatched && scanPeriodMs === this.#watcher?.periodMs) {
      this.#watcher.expect(digests, true);
    } else {
      void this.#watcher?.close();
      this.#watcher = isWatched ? this.#watch(digests, scanPeriodMs) : undefined;
    }
  }

  /** A file is often first read within a request, whose MDC has nothing to do with an edit that comes later. */
  #watch(digests: ReadonlyMap<string, string>, scanPeriodMs: number): ConfigurationWatcher {
    const { mdc } = this.#context;
    const onChange = (): void => {
      mdc.outside(() => void this.reload("because it changed"));
    };
    return mdc.outside(() => new ConfigurationWatcher(digests, scanPeriodMs, onChange));
  }

  async #wait(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, UNFINISHED_MS);
      this.#stopWaiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#stopWaiting = undefined;
  }
}

/** Whether a file is gone, was emptied, or is no XML any more: perhaps somebody is just writing it. */
function looksUnfinished(file: string, known: string): boolean {
  const read = readRegularFile(file);
  if (read === undefined || "refusal" in read) {
    return known !== NO_CONTENT;
  }
  const { content } = read;
  return digestOf(content) !== known && (content.length === 0 || (looksLikeXml(content) && !isXml(content)));
}

function looksLikeXml(content: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(Buffer.from(content.subarray(0, 64)).toString("utf8"));
}

function isXml(content: Uint8Array): boolean {
  try {
    parseXml(content);
    return true;
  } catch {
    return false;
  }
}
