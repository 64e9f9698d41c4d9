import { errorFresh } from "./error-fresh.js";

export const errorReused = {
  ...errorFresh,
  name: "error-reused",
  title: "One of 64 errors with ten frames an event, buffered",
  notes: "V8 formatted the stacks before the clock started. logback-node's first row is JSON.",
  counts: { warmUp: 10_000, events: 60_000 },
  cells: errorFresh.cells.map((cell) => ({
    ...cell,
    options: { ...cell.options, errors: "reused" },
    ...(cell.java === undefined ? {} : { java: { ...cell.java, call: "failed-reused" } }),
  })),
};
