import type { OldComponent } from "./old-component.js";
import type { Remarks } from "./remark.js";

/** A logger of the configuration that is migrated. */
export interface OldLogger {
  /** Empty for the root. */
  readonly name: string;
  /** As it was written; `undefined` where it is inherited. */
  readonly level: string | undefined;
  readonly isAdditive: boolean;
  readonly appenders: readonly string[];
  /** Where it stands, from 1. */
  readonly line: number;
}

/** What a configuration of another logging library says. */
export interface OldConfiguration {
  readonly library: "java.util.logging" | "Log4j" | "Log4j 2";
  /** Whether Open-Xchange had a file of this kind: `file-logging.properties` or `log4j.xml`. */
  readonly isKnownToOpenXchange: boolean;
  readonly loggers: readonly OldLogger[];
  readonly appenders: readonly OldComponent[];
  /** What `${name}` stands for. */
  readonly variables: ReadonlyMap<string, string>;
  /** Seconds between two looks at the file, as it was written. */
  readonly scanSeconds?: string | undefined;
}

/** An old configuration, and where remarks about it go. */
export interface OldFile {
  readonly configuration: OldConfiguration;
  readonly remarks: Remarks;
}
