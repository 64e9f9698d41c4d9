import type { ControlCommand } from "../command.js";

/** For `logconf` itself: which process this is, when there are several to choose from. */
export const describeProcess: ControlCommand = {
  operations: ["describeProcess"],
  run: (_args, { context }) => ({
    type: "process",
    process: { pid: process.pid, context: context.name, program: process.argv[1] ?? process.execPath, folder: process.cwd(), startedAt: Math.round(performance.timeOrigin) },
  }),
};
