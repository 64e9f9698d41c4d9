import type { TraceFilterView } from "../../core/trace-filters.js";
import { neutralise } from "../../util/neutralise.js";
import type { ControlCommand } from "../command.js";
import { untilWhen } from "../until-when.js";

/** `logconf -lf`: the trace filters, each with its loggers. */
export const listFilters: ControlCommand = {
  operations: ["listFilters"],
  run: (_args, { traceFilters }) => ({ type: "set", elements: traceFilters.list().map(inWords) }),
};

function inWords({ name, loggers, expiresAt }: TraceFilterView): string {
  const lines = [...loggers].map(([logger, level]) => `\n\t${neutralise(logger)} = ${level.name}`);
  return `${neutralise(name)}, Loggers: [${lines.join("")}]${untilWhen(expiresAt)}`;
}
