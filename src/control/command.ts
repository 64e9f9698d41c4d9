import type { SuppressedCategories } from "../core/frame-suppression.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { TraceFilters } from "../core/trace-filters.js";
import type { CommandArguments } from "./command-arguments.js";
import type { CategoryOverride } from "./category-override.js";
import type { LevelChanges } from "./level-changes.js";
import type { ControlMessage, ControlReply } from "./protocol.js";

/** What commands look at and change: one logger context and what belongs to it. */
export interface ControlTarget {
  readonly context: LoggerContext;
  readonly traceFilters: TraceFilters;
  readonly categories: SuppressedCategories;
  readonly levelChanges: LevelChanges;
  readonly categoryOverride: CategoryOverride;
  /** Is told of what happens by itself. */
  readonly say: (message: ControlMessage) => void;
}

/** One thing that a running process can be asked for. */
export interface ControlCommand {
  /** Operations that it carries out. Source: Open-Xchange, `com.openexchange.logging.mbean.LogbackConfigurationMBean`. */
  readonly operations: readonly string[];
  /**
   * @param operation - One of them.
   * @throws TypeError or RangeError for arguments that make no sense; nothing is changed then.
   */
  run(args: CommandArguments, target: ControlTarget, operation: string): ControlReply;
}
