import type { ServiceKey } from "./component.js";

/** Is told what a properties file holds. */
export interface PropertiesListener {
  /** @param properties - `undefined` while there is no such file. */
  onProperties(properties: ReadonlyMap<string, string> | undefined): void;
  /** The file cannot be read or understood; what was said of it last still holds. */
  onRefused(reason: string): void;
}

/**
 * Reads a properties file at once, and again whenever its content changes.
 *
 * @param file - Absolute path.
 * @returns Ends it.
 */
export type WatchProperties = (file: string, listener: PropertiesListener) => () => void;

/** How components have properties files watched; without it they cannot. */
export const WATCH_PROPERTIES: ServiceKey<WatchProperties> = { name: "watched properties files" };
