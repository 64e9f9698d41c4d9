const ours = (what, options = {}) => ({ name: `logback-node${what}`, family: "ours", peer: "peers/logback-node.js", options: { call: "disabled", ...options } });
const inScope = { inScope: true };
const filters = (count) => ({ turboFilters: ["mdcFilters", count] });

export const disabled = {
  name: "disabled",
  title: "A call below the level",
  notes: "Two parameters; ns a call, the loop included. Turbo filters do not match. An MDC scope has five fields.",
  measure: "calls",
  counts: { milliseconds: 200 },
  quick: { milliseconds: 5 },
  shown: ["ns"],
  compared: ["ns"],
  cells: [
    ours(""),
    ours(", in an MDC scope", inScope),
    ours(", one turbo filter of the program", { ownTurboFilters: 1 }),
    ours(", one turbo filter of the program, in an MDC scope", { ownTurboFilters: 1, ...inScope }),
    ours(", one MDCFilter", filters(1)),
    ours(", one MDCFilter, in an MDC scope", { ...filters(1), ...inScope }),
    ours(", 1,000 MDCFilters", filters(1_000)),
    ours(", 1,000 MDCFilters, in an MDC scope", { ...filters(1_000), ...inScope }),
    ours(", one trace filter", { traceFilters: 1 }),
    ours(", one trace filter, in an MDC scope", { traceFilters: 1, ...inScope }),
    ours(", 1,000 trace filters", { traceFilters: 1_000 }),
    ours(", 1,000 trace filters, in an MDC scope", { traceFilters: 1_000, ...inScope }),
    { name: "pino 10", family: "pino", peer: "peers/pino.js", options: { mode: "sync", call: "disabled" } },
    { name: "loglevel", family: "loglevel", peer: "peers/loglevel.js", options: {} },
    { name: "bole", family: "bole", peer: "peers/bole.js", options: { writer: "direct", call: "disabled" } },
    { name: "bunyan", family: "bunyan", peer: "peers/bunyan.js", options: { stream: "direct", call: "disabled" } },
    { name: "LogTape", family: "logtape", peer: "peers/logtape.js", options: { sink: "direct", format: "text", call: "disabled" } },
    { name: "log4js", family: "log4js", peer: "peers/log4js.js", options: { appender: "fileSync", format: "text", call: "disabled" } },
    { name: "winston", family: "winston", peer: "peers/winston.js", options: { transport: "direct", format: "text", call: "disabled" } },
    { name: "spdlog (native)", family: "spdlog", peer: "peers/spdlog.js", options: { mode: "sync", call: "disabled" } },
    { name: "limit: an empty function", family: "limit", peer: "peers/bare.js", options: { mode: "nothing" } },
    { name: "Logback on the JVM", family: "jvm", java: { mode: "sync", call: "disabled" } },
  ],
};
