import type { LoggerContext } from "../core/logger-context.js";
import { ExceptionCategoryFilter } from "./exception-category-filter.js";
import { TraceFilter } from "./trace-filter.js";

/** What operators change in a logger context while it runs. It belongs to the context and survives every reload. */
export interface Operations {
  readonly traces: TraceFilter;
  readonly categories: ExceptionCategoryFilter;
}

/** Gives a context what operators change in it. */
export function operate(context: LoggerContext): Operations {
  const traces = new TraceFilter(context);
  const categories = new ExceptionCategoryFilter(context, (logger, level) => traces.isTraced(logger, level));
  context.frameSuppression = categories;
  return { traces, categories };
}
