import type { ControlCommand } from "../command.js";

/** `logconf -cf`: removes all trace filters. */
export const clearFilters: ControlCommand = {
  operations: ["clearFilters"],
  run: (_args, { traceFilters }) => ({ type: "messages", messages: traceFilters.clear() }),
};
