/** Loads the installed library beside another version of it, each with a configuration of its own. */
"use strict";

const assert = require("node:assert/strict");
const { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

// The other version is this one under another key, as an incompatible one would have.
const file = require.resolve("logback-node");
const text = readFileSync(file, "utf8");
const [key = ""] = /logback-node\/\d+\.\d+/.exec(text) ?? [];
const folder = mkdtempSync(join(__dirname, "two-copies-"));
cpSync(dirname(file), folder, { recursive: true });
writeFileSync(join(folder, "other.cjs"), text.replaceAll(key, "logback-node/9.9"));

const other = require(join(folder, "other.cjs"));
const mine = require("logback-node");

const warnings = ({ LoggerFactory }) => LoggerFactory.getLoggerContext().statusManager.statuses.filter(({ level }) => level !== "INFO").map(({ message }) => message);
const list = ({ LoggerFactory }) => LoggerFactory.getLoggerContext().findAppender("LIST").list.map(({ message }) => message);

for (const [name, { configure, LoggerFactory }] of Object.entries({ mine, other })) {
  configure({ appenders: { LIST: { class: "ListAppender" } }, root: { level: "INFO", appenders: ["LIST"] } });
  LoggerFactory.getLogger("com.acme").info(`by ${name}`);
}
assert.deepEqual([list(mine), list(other)], [["by mine"], ["by other"]]);
// The one that came second says it, whichever that is.
assert.deepEqual(warnings(mine), ["Another copy of this library (logback-node/9.9) is in the process; it has a configuration of its own."]);
assert.deepEqual(warnings(other), []);

Promise.all([mine.shutdown(), other.shutdown()]).then(() => {
  rmSync(folder, { recursive: true });
  console.log("both logged");
});
