import { requireLevel } from "../../core/level.js";
import type { ControlCommand } from "../command.js";

/** `logconf -l`: sets levels of loggers, for everybody. */
export const modifyLogLevels: ControlCommand = {
  operations: ["modifyLogLevels"],
  run: (args, { levelChanges }) => {
    const { ttlMs } = args;
    const levels = [...(args.pairs("loggers") ?? [])].map(([name, level]) => [name, requireLevel(`logger "${name}"`, level)] as const);
    return { type: "messages", messages: levels.flatMap(([name, level]) => levelChanges.set(name, level, ttlMs)) };
  },
};
