import { neutralise } from "../util/neutralise.js";
import { CommandArguments } from "./command-arguments.js";
import type { ControlCommand, ControlTarget } from "./command.js";
import { addFilter } from "./commands/add-filter.js";
import { clearFilters } from "./commands/clear-filters.js";
import { describeProcess } from "./commands/describe-process.js";
import { listAppenders } from "./commands/list-appenders.js";
import { listExceptionCategories } from "./commands/list-exception-categories.js";
import { listFilters } from "./commands/list-filters.js";
import { listLoggers } from "./commands/list-loggers.js";
import { modifyLogLevels } from "./commands/modify-log-levels.js";
import { overrideExceptionCategories } from "./commands/override-exception-categories.js";
import { removeFilter } from "./commands/remove-filter.js";
import { PROTOCOL_VERSION, type ControlMessage, type ControlReply, type ControlRequest } from "./protocol.js";

/** Everything that a running process can be asked for. */
const COMMANDS: readonly ControlCommand[] = [
  addFilter,
  clearFilters,
  describeProcess,
  listAppenders,
  listExceptionCategories,
  listFilters,
  listLoggers,
  modifyLogLevels,
  overrideExceptionCategories,
  removeFilter,
];

const BY_OPERATION: ReadonlyMap<string, ControlCommand> = new Map(COMMANDS.flatMap((command) => command.operations.map((operation) => [operation, command])));

/** Carries a request out. Throws nothing: what cannot be done is refused, with the reason. */
export function carryOut({ version, op, args }: ControlRequest, target: ControlTarget): ControlReply {
  const command = BY_OPERATION.get(op);
  if (version !== PROTOCOL_VERSION) {
    return { type: "refused", code: "version", reason: `This process speaks version ${PROTOCOL_VERSION} of the protocol, not ${version}; use the logconf of its own installation.` };
  }
  if (command === undefined) {
    return { type: "refused", code: "unknown", reason: `There is no operation "${neutralise(op)}".` };
  }
  try {
    const given = new CommandArguments(args);
    const { ttlMs } = given;
    const reply = command.run(given, target, op);
    return reply.type === "messages" ? { ...reply, messages: [...reply.messages, ...endOf(reply.messages, ttlMs, target)].map(({ type, text }) => ({ type, text: neutralise(text) })) } : reply;
  } catch (error) {
    return { type: "refused", code: "failed", reason: neutralise(error instanceof Error ? error.message : String(error)) };
  }
}

/** What was refused has no end. */
function endOf(said: readonly ControlMessage[], ttlMs: number | undefined, { context }: ControlTarget): readonly ControlMessage[] {
  return ttlMs === undefined || !said.some(({ type }) => type === "INFO") ? [] : [{ type: "INFO", text: `The change ends at ${new Date(context.clock.now() + ttlMs).toISOString()}` }];
}
