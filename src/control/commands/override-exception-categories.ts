import type { ControlCommand } from "../command.js";

/** `logconf -oec`: replaces the categories of errors whose stack traces have no frames. */
export const overrideExceptionCategories: ControlCommand = {
  operations: ["overrideExceptionCategories"],
  run: (args, { categoryOverride }) => ({ type: "messages", messages: [categoryOverride.override(args.texts("categories") ?? [], args.ttlMs)] }),
};
