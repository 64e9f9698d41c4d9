import type { ControlCommand } from "../command.js";
import { scopeOf } from "../filter-scope.js";

/** `logconf -d`: removes a trace filter, or loggers of one. */
export const removeFilter: ControlCommand = {
  operations: ["removeContextFilter", "removeUserFilter", "removeSessionFilter"],
  run: (args, { traceFilters }, operation) => ({ type: "messages", messages: traceFilters.remove(scopeOf(args, operation), args.texts("loggers")) }),
};
