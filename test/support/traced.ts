import { Level } from "../../src/core/level.js";
import { LOGGER_WHITELIST } from "../../src/core/trace-filters.js";
import { TraceFilter } from "../../src/turbo/trace-filter.js";
import { recording, type Recording } from "./recording.js";

export interface Traced extends Recording {
  readonly traces: TraceFilter;
  /** Whether a DEBUG call of `com.acme.Shop`, or another one, is logged within such an MDC. */
  logs(mdc: Readonly<Record<string, string>>, logger?: string, level?: Level): boolean;
}

/** `com.acme` may be traced; `ROOT` is at WARN. */
export function traced(whitelist: string | undefined = "com.acme"): Traced {
  const { context, appender } = recording();
  if (whitelist !== "") {
    context.putProperty(LOGGER_WHITELIST, whitelist);
  }
  context.root.setLevel(Level.WARN);
  const logs: Traced["logs"] = (mdc, logger = "com.acme.Shop", level = Level.DEBUG) => {
    const before = appender.events.length;
    context.mdc.run(mdc, () => { context.getLogger(logger).log(level, "x"); });
    return appender.events.length > before;
  };
  return { context, appender, traces: new TraceFilter(context), logs };
}
