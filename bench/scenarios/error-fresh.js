const call = { call: "failed", errors: "fresh" };

export const errorFresh = {
  name: "error-fresh",
  title: "A new error with ten frames an event, buffered",
  notes: "The figures include `new Error` and V8's stack. logback-node's first row is JSON.",
  measure: "events",
  counts: { warmUp: 5_000, events: 30_000 },
  quick: { warmUp: 100, events: 300 },
  perTurn: 100,
  shown: ["ns", "rssMb"],
  compared: ["ns"],
  cells: [
    { name: "logback-node", family: "ours", peer: "peers/logback-node.js", options: { encoder: "json", immediateFlush: false, ...call }, lines: "json" },
    { name: "logback-node, text", family: "ours", peer: "peers/logback-node.js", options: { encoder: "text", immediateFlush: false, ...call }, lines: "text" },
    { name: "pino 10, sync, minLength 4096", family: "pino", peer: "peers/pino.js", options: { mode: "sync-4096", ...call }, lines: "json" },
    { name: "pino 9 with sonic-boom 4.2.0, sync, minLength 4096", family: "pino", peer: "peers/pino.js", options: { package: "pino9", mode: "sync-4096", ...call }, lines: "json" },
    { name: "bole, 8 KiB writer", family: "bole", peer: "peers/bole.js", options: { writer: "collecting", ...call }, lines: "json" },
    { name: "bunyan, file stream", family: "bunyan", peer: "peers/bunyan.js", options: { stream: "file", ...call }, lines: "json" },
    { name: "winston, file transport", family: "winston", peer: "peers/winston.js", options: { transport: "file", format: "errors", ...call }, lines: "json", scale: 0.5 },
    { name: "log4js, file, text", family: "log4js", peer: "peers/log4js.js", options: { appender: "file", format: "text", ...call }, lines: "text", scale: 0.5 },
    { name: "LogTape, nonBlocking file sink", family: "logtape", peer: "peers/logtape.js", options: { sink: "file", format: "json", ...call }, lines: "json", scale: 0.5 },
    { name: "Logback on the JVM, text", family: "jvm", java: { mode: "buffered", call: "failed-fresh" }, options: { call: "failed" }, lines: "text" },
  ],
};
