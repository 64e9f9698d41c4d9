export const asyncEndings = {
  name: "async-endings",
  title: "What an ending process loses",
  notes: "All events in one turn, then the end without closing anything.",
  measure: "endings",
  counts: { events: 5_000 },
  quick: { events: 200 },
  rounds: 1,
  shown: ["process.exit()", "throw", "SIGTERM"],
  cells: [
    { name: "logback-node, AsyncAppender", family: "ours", peer: "peers/logback-node.js", options: { async: true }, lines: "text" },
    { name: "logback-node, buffered file", family: "ours", peer: "peers/logback-node.js", options: { immediateFlush: false }, lines: "text" },
    { name: "pino 10, worker transport", family: "pino", peer: "peers/pino.js", options: { mode: "worker" }, lines: "json" },
    { name: "pino 10, async destination", family: "pino", peer: "peers/pino.js", options: { mode: "async" }, lines: "json" },
    { name: "pino 9, worker transport", family: "pino", peer: "peers/pino.js", options: { package: "pino9", mode: "worker" }, lines: "json" },
    { name: "winston, file transport", family: "winston", peer: "peers/winston.js", options: { transport: "file", format: "text" }, lines: "text" },
  ],
};
