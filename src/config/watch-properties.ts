import type { PropertiesListener, WatchProperties } from "../core/watched-properties.js";
import { digestOf, NO_CONTENT } from "./digest.js";
import { parseProperties, PropertiesError } from "./properties-file.js";
import { readRegularFile } from "./read-regular-file.js";
import { ConfigurationWatcher } from "./watch.js";

/** How often a file is looked at, whether or not the system announces a change. */
const PERIOD_MS = 10_000;

/** How long somebody who is in the middle of writing it is given to end that. */
const UNFINISHED_MS = 250;

/**
 * Has a properties file watched. Nothing of it keeps the process alive.
 *
 * @param periodMs - Milliseconds between two looks; 10 seconds unless given.
 */
export function watchProperties(file: string, listener: PropertiesListener, periodMs: number = PERIOD_MS): ReturnType<WatchProperties> {
  let told = tell(file, listener);
  let waiting: NodeJS.Timeout | undefined;
  const watcher = new ConfigurationWatcher(new Map([[file, told]]), periodMs, () => {
    // Many editors empty a file before they write it: settings must not be gone for that moment.
    waiting ??= setTimeout(() => {
      waiting = undefined;
      told = tell(file, listener, told);
    }, UNFINISHED_MS).unref();
  });
  return () => {
    clearTimeout(waiting);
    void watcher.close();
  };
}

/**
 * Reads the file, and tells of it unless it is what was told last.
 *
 * @returns The digest of what was read.
 */
function tell(file: string, listener: PropertiesListener, told?: string): string {
  const read = readRegularFile(file);
  const digest = read === undefined ? NO_CONTENT : "refusal" in read ? read.refusal : digestOf(read.content);
  if (digest === told) {
    return digest;
  }
  if (read === undefined) {
    listener.onProperties(undefined);
  } else if ("refusal" in read) {
    listener.onRefused(read.refusal);
  } else {
    tellContent(read.content, listener);
  }
  return digest;
}

function tellContent(content: Uint8Array, listener: PropertiesListener): void {
  try {
    listener.onProperties(parseProperties(Buffer.from(content).toString("latin1")));
  } catch (cause) {
    if (!(cause instanceof PropertiesError)) {
      throw cause;
    }
    listener.onRefused(cause.message);
  }
}
