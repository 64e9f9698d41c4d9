import type { Appender } from "../core/appender.js";
import type { Logger } from "../core/logger.js";

/** An appender that a logger's events go to. */
export interface Reached {
  readonly appender: Appender;
  /** The logger that refers to it: the logger itself or one above. */
  readonly from: Logger;
}

/** Appenders that events of a logger go to, nearest first; an appender can be there twice. */
export function reachOf(logger: Logger): Reached[] {
  const reached: Reached[] = [];
  for (let from: Logger | undefined = logger; from !== undefined; from = from.additive ? from.parent : undefined) {
    const source = from;
    reached.push(...source.appenders.map((appender) => ({ appender, from: source })));
  }
  return reached;
}
