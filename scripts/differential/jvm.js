import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ORACLE = fileURLToPath(new URL("Oracle.java", import.meta.url));
const OLDEST_JDK = 17;
const JARS = ["logback-classic.jar", "logback-core.jar", "slf4j-api.jar"];

/** What is missing to run Java's Logback, in words; `undefined` when nothing is. */
export function whatIsMissing(jarFolder) {
  const { error, stdout = "" } = spawnSync("java", ["--list-modules"], { encoding: "utf8" });
  if (error !== undefined) {
    return "There is no `java`.";
  }
  if (!(Number(/^jdk\.compiler@(\d+)/m.exec(stdout)?.[1]) >= OLDEST_JDK)) {
    return `This \`java\` is no JDK of version ${OLDEST_JDK} or later.`;
  }
  const jar = JARS.find((name) => !existsSync(join(jarFolder, name)));
  return jar === undefined ? undefined : `There is no ${join(jarFolder, jar)}.`;
}

/** Text as the oracle reads and writes it. */
export function encoded(text) {
  return text === null ? "~" : text.replace(/[^\x20-\x5b\x5d-\x7d]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function decoded(text) {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function answerIn(line) {
  if (line === "stopped") {
    return { state: "stopped" };
  }
  if (line.startsWith("threw ")) {
    return { state: "threw", error: line.slice("threw ".length) };
  }
  const texts = line.split("\t").map((field) => (field.startsWith("=") ? { text: decoded(field.slice(1)) } : { error: field.slice(1) }));
  return { state: "started", texts };
}

const count = (list, fieldsOf) => [list.length, ...list.flatMap(fieldsOf)];
const entries = (map) => count(Object.entries(map), (entry) => entry.map(encoded));
const frames = (list) => count(list, ([type, method, file, line]) => [encoded(type), encoded(method), encoded(file), line]);

function throwableFields(thrown) {
  if (thrown === undefined) {
    return ["~"];
  }
  return [encoded(thrown.type), encoded(thrown.message), ...frames(thrown.frames), ...throwableFields(thrown.cause), ...count(thrown.suppressed, throwableFields)];
}

function eventFields(event) {
  const texts = [event.logger, event.level, event.message, event.thread].map(encoded);
  return [
    ...texts,
    event.timestamp,
    event.birthTime,
    encoded(event.contextName),
    ...entries(event.properties),
    ...entries(event.mdc),
    ...count(event.args, (arg) => [encoded(arg)]),
    ...count(event.markers, (name) => [encoded(name)]),
    ...frames(event.caller),
    ...throwableFields(event.throwable),
  ];
}

/**
 * Starts Java's Logback, in UTC and American English.
 *
 * @param {string} jarFolder
 * @param {readonly object[]} events - What the numbers in questions mean.
 */
export function startOracle(jarFolder, events) {
  const jars = JARS.map((name) => join(jarFolder, name)).join(delimiter);
  const settings = ["-Duser.timezone=UTC", "-Duser.language=en", "-Duser.country=US", "-Xss4m", "-cp", jars];
  const child = spawn("java", [...settings, ORACLE], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  // The readline module's own iterator loses lines that come before it is asked for them.
  const waiting = [];
  createInterface({ input: child.stdout, crlfDelay: Infinity }).on("line", (line) => waiting.shift()?.resolve(answerIn(line)));
  child.on("close", (code) => waiting.forEach(({ reject }) => reject(new Error(`java ended with ${code} before it had answered`))));
  const send = (...fields) => child.stdin.write(`${fields.join("\t")}\n`);
  for (const event of events) {
    send("event", ...eventFields(event));
  }

  return {
    /** @param {readonly { pattern: string, events: readonly number[] }[]} cases */
    ask(cases) {
      const answers = cases.map(({ pattern, events: numbers }) => {
        send("case", encoded(pattern), ...numbers);
        return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
      });
      send("flush");
      return Promise.all(answers);
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
