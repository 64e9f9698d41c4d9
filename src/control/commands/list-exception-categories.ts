import type { ControlCommand } from "../command.js";

/** `logconf -le`: the categories of errors whose stack traces have no frames. */
export const listExceptionCategories: ControlCommand = {
  operations: ["listExceptionCategories"],
  run: (_args, { categories }) => ({ type: "set", elements: categories.categories }),
};
