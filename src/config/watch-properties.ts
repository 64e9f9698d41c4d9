import type { PropertiesListener, WatchProperties } from "../core/watched-properties.js";
import { digestOf, NO_CONTENT } from "./digest.js";
import { parseProperties, PropertiesError } from "./properties-file.js";
import { readRegularFile } from "./read-regular-file.js";
import { ConfigurationWatcher } from "./watch.js";

/** How often a file is looked at, whether or not the system announces a change. */
const PERIOD_MS = 10_000;

/**
 * Has a properties file watched. Nothing of it keeps the process alive.
 *
 * @param periodMs - Milliseconds between two looks; 10 seconds unless given.
 */
export function watchProperties(file: string, listener: PropertiesListener, periodMs: number = PERIOD_MS): ReturnType<WatchProperties> {
  const digest = tell(file, listener);
  const watcher = new ConfigurationWatcher(new Map([[file, digest]]), periodMs, () => {
    tell(file, listener);
  });
  return () => {
    void watcher.close();
  };
}

/** The digest of what was read. */
function tell(file: string, listener: PropertiesListener): string {
  const read = readRegularFile(file);
  if (read === undefined) {
    listener.onProperties(undefined);
    return NO_CONTENT;
  }
  if ("refusal" in read) {
    listener.onRefused(read.refusal);
    return read.refusal;
  }
  try {
    listener.onProperties(parseProperties(Buffer.from(read.content).toString("latin1")));
  } catch (cause) {
    if (!(cause instanceof PropertiesError)) {
      throw cause;
    }
    listener.onRefused(cause.message);
  }
  return digestOf(read.content);
}
