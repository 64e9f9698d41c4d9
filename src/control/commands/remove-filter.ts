import type { ControlCommand } from "../command.js";
import { scopeOf } from "../filter-scope.js";

/** `logconf -d`: removes a trace filter, or loggers of one. */
export const removeFilter: ControlCommand = {
  operations: ["removeContextFilter", "removeUserFilter", "removeSessionFilter"],
  run: (args, { traceFilters }, operation) => {
    const loggers = args.texts("loggers");
    if (loggers?.length === 0) {
      throw new RangeError('Expected at least one name as "loggers", got none; without "loggers" the whole filter is removed.');
    }
    return { type: "messages", messages: traceFilters.remove(scopeOf(args, operation), loggers) };
  },
};
