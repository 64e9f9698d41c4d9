import type { TraceFilterView } from "../../core/trace-filters.js";
import { neutralise } from "../../util/neutralise.js";
import type { ControlCommand } from "../command.js";

/** `logconf -lf`: the trace filters, each with its loggers. */
export const listFilters: ControlCommand = {
  operations: ["listFilters"],
  run: (_args, { traceFilters }) => ({ type: "set", elements: traceFilters.list().map(inWords) }),
};

/** The time that is left, which Open-Xchange does not know, stands behind its form. */
function inWords({ name, loggers, expiresAt }: TraceFilterView): string {
  const lines = [...loggers].map(([logger, level]) => `\n\t${neutralise(logger)} = ${level.name}`);
  const end = expiresAt === undefined ? "" : `, until ${new Date(expiresAt).toISOString()}`;
  return `${neutralise(name)}, Loggers: [${lines.join("")}]${end}`;
}
