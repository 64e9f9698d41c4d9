import type { ControlCommand } from "../command.js";
import { scopeOf } from "../filter-scope.js";

/** `logconf -a`: makes a trace filter, or adds loggers to one. */
export const addFilter: ControlCommand = {
  operations: ["filterContext", "filterUser", "filterSession"],
  run: (args, { traceFilters, say }, operation) => {
    const { ttlMs: ttl } = args;
    return { type: "messages", messages: traceFilters.add(scopeOf(args, operation), { ttl, loggers: args.pairs("loggers") }, say) };
  },
};
