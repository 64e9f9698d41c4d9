const LIMIT = { maxFileSize: 10 * 1024 * 1024 };

export const rolling = {
  name: "rolling",
  title: "Rolling at 10 MB, buffered",
  notes:
    "Until the last line is with the kernel, over all files; `largest` is the largest of them in MB. pino has no text layout: it writes its JSON. The row of one file does not roll; its figure is what rolling is measured against.",
  measure: "events",
  rolls: true,
  counts: { warmUp: 30_000, events: 500_000 },
  quick: { warmUp: 100, events: 300 },
  perTurn: 100,
  shown: ["ns", "largestMb", "rssMb"],
  compared: ["ns"],
  cells: [
    { name: "logback-node", family: "ours", peer: "peers/logback-node.js", options: { rolling: LIMIT, immediateFlush: false }, lines: "text" },
    { name: "logback-node, one write an event", family: "ours", peer: "peers/logback-node.js", options: { rolling: LIMIT, immediateFlush: true }, lines: "text" },
    { name: "logback-node, one file", family: "ours", peer: "peers/logback-node.js", options: { encoder: "text", immediateFlush: false }, lines: "text" },
    { name: "pino-roll, worker transport", family: "pino-roll", peer: "peers/pino-roll.js", options: { ...LIMIT, mode: "worker" }, lines: "json" },
    { name: "pino-roll, main thread", family: "pino-roll", peer: "peers/pino-roll.js", options: { ...LIMIT, mode: "main" }, lines: "json" },
    { name: "rotating-file-stream under pino", family: "rotating-file-stream", peer: "peers/rotating-file-stream.js", options: LIMIT, lines: "json", scale: 0.1 },
    { name: "winston-daily-rotate-file", family: "winston", peer: "peers/winston-daily-rotate-file.js", options: LIMIT, lines: "text", scale: 0.3 },
    { name: "log4js, file with maxLogSize", family: "log4js", peer: "peers/log4js.js", options: { appender: "file", format: "text", rolling: LIMIT }, lines: "text", scale: 0.3 },
    { name: "spdlog (native)", family: "spdlog", peer: "peers/spdlog.js", options: { mode: "buffered", rolling: LIMIT }, lines: "text" },
    { name: "Logback on the JVM", family: "jvm", java: { mode: "rolling" }, lines: "text" },
  ],
};
