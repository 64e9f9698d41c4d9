import type { Appender } from "../../core/appender.js";
import { classNameOf } from "../../core/safe-access.js";
import { neutralise } from "../../util/neutralise.js";
import type { ControlCommand } from "../command.js";

/** `logconf -la`: the appenders of the root logger and those behind them, with what became of their events. */
export const listAppenders: ControlCommand = {
  operations: ["listAppenders"],
  run: (_args, { context }) => {
    const lines = context.root.appenders.flatMap((appender) => described(appender, "", new Set()));
    return { type: "text", text: lines.length === 0 ? "No root appenders found." : lines.join("\n") };
  },
};

/** The form of Open-Xchange, then the counters; appenders behind it below, indented. */
function described(appender: Appender, indent: string, above: ReadonlySet<Appender>): string[] {
  const { name, className = classNameOf(appender) ?? "Appender", counters, queueCapacity, reconnects, behind = [] } = appender;
  const queue = queueCapacity === undefined ? "" : ` [capacity=${queueCapacity},size=${counters.queued}]`;
  const connection = reconnects === undefined ? "" : ` reconnects=${reconnects}`;
  const state = appender.isStarted ? "" : " (not started)";
  const line = `${indent}${neutralise(className.slice(className.lastIndexOf(".") + 1))}: ${neutralise(name)}${queue} logged=${counters.logged} written=${counters.written} queued=${counters.queued} dropped=${counters.dropped}${connection}${state}`;
  const inside = new Set(above).add(appender);
  return [line, ...behind.filter((next) => !inside.has(next)).flatMap((next) => described(next, `${indent}\t`, inside))];
}
