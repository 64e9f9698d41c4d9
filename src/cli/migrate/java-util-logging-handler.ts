import { CONSOLE_APPENDER, FILE_APPENDER, ROLLING_FILE_APPENDER, type AppenderConversion, type Conversion } from "./conversion.js";
import { patternEncoder, remarkLeftovers } from "./encoders.js";
import { threshold } from "./filters.js";
import { SIMPLE_FORMAT } from "./java-util-logging.js";
import { levelOfJavaUtilLogging } from "./levels.js";
import { element, type XmlNode, type XmlPart } from "./print-xml.js";
import type { OldComponent } from "./old-component.js";
import type { Remarks } from "./remark.js";
import { patternOfParts } from "./pattern.js";
import { archiveCount, fixedWindow } from "./rolling-parts.js";
import { simpleFormatterParts } from "./simple-formatter.js";

/** What SimpleFormatter prints, unless told otherwise. */
const SIMPLE = '%d{"MMM dd, yyyy h:mm:ss a"} %class %method%n%level: %msg%n';

const OWN_APPENDER = "An appender of your own takes its place: registerComponent makes it known.";

/** What comes next to a handler that is not carried over. */
const INSTEAD: readonly (readonly [className: RegExp, what: string])[] = [
  [/^java\.util\.logging\.SocketHandler$/, "net.logstash.logback.appender.LogstashTcpSocketAppender sends events to a host, as lines of JSON."],
  [/^java\.util\.logging\.MemoryHandler$/, "ch.qos.logback.core.read.CyclicBufferAppender keeps the last events, ch.qos.logback.classic.AsyncAppender hands them on."],
  [/^java\.util\.logging\.StreamHandler$/, "Refer to a ConsoleAppender or a FileAppender."],
  [/org\.apache\.juli\.(?:Async)?FileHandler$/, "A RollingFileAppender with a TimeBasedRollingPolicy writes such files: its fileNamePattern is the directory, the prefix, %d{yyyy-MM-dd} and the suffix."],
];

/** An appender of Logback for a handler of java.util.logging. Source: Java, `ConsoleHandler`, `FileHandler`, `SimpleFormatter`. */
export const javaUtilLoggingHandler: AppenderConversion = (handler, conversion) => {
  const { remarks } = conversion;
  const name = handler.className.slice(handler.className.lastIndexOf(".") + 1);
  if (!["java.util.logging.ConsoleHandler", "java.util.logging.FileHandler"].includes(handler.className)) {
    remarks.warn(handler.line, `Handler [${handler.name}] is not carried over: there is nothing here for ${handler.className}. ${INSTEAD.find(([className]) => className.test(handler.className))?.[1] ?? OWN_APPENDER}`);
    return undefined;
  }
  const isConsole = name === "ConsoleHandler";
  const filters = levelFilters(handler, isConsole ? "INFO" : "ALL", remarks);
  const formatter = handler.take("formatter") ?? (isConsole ? "java.util.logging.SimpleFormatter" : "java.util.logging.XMLFormatter");
  if (formatter !== "java.util.logging.SimpleFormatter") {
    remarks.warn(handler.line, `The formatter ${formatter} of handler [${handler.name}] is not carried over; that of SimpleFormatter is taken.`);
  }
  const encoder = patternEncoder(patternOf(handler, conversion), handler.take("encoding"));
  const [className, parts] = isConsole ? [CONSOLE_APPENDER, [element("target", {}, "System.err")]] : fileParts(handler, remarks);
  remarkLeftovers(handler, `handler [${handler.name}]`, remarks);
  return element("appender", { name: handler.name, class: className }, [...filters, ...parts, encoder]);
};

/** With a format of its own, what SimpleFormatter prints with that, unless nothing is left of it. */
function patternOf(handler: OldComponent, { remarks, variables }: Conversion): string {
  const format = variables.get(SIMPLE_FORMAT);
  if (format === undefined) {
    return SIMPLE;
  }
  const lost = (what: string): void => { remarks.warn(handler.line, `${what} in ${SIMPLE_FORMAT} is not carried over: Logback has nothing of the kind.`); };
  const pattern = patternOfParts(simpleFormatterParts(format, lost), "Log4j", { lost, changed: (what) => { remarks.note(handler.line, `In the pattern ${what}.`); } });
  return pattern.trim() === "" ? SIMPLE : pattern;
}

function levelFilters(handler: OldComponent, fallback: string, remarks: Remarks): XmlPart[] {
  const text = handler.take("level") ?? fallback;
  const level = levelOfJavaUtilLogging(text)?.level;
  if (level === undefined) {
    remarks.warn(handler.line, `Level "${text}" of handler [${handler.name}] is not carried over: java.util.logging has none of that name.`);
  }
  return threshold(level ?? "ALL");
}

/** With several files the newest is number 0, and every rolled one a number up. */
function fileParts(handler: OldComponent, remarks: Remarks): readonly [className: string, parts: readonly XmlNode[]] {
  const pattern = (handler.take("pattern") ?? "%h/java%u.log").replace(/%[htu%]/g, (letter) => ({ "%h": "${user.home}", "%t": "${java.io.tmpdir}", "%u": "0" })[letter] ?? "%");
  const number = (name: string, fallback: number): number => {
    const text = handler.take(name) ?? String(fallback);
    if (/^\d+$/.test(text)) {
      return Number(text);
    }
    remarks.warn(handler.line, `${name}=${text} of handler [${handler.name}] is no number; ${fallback} is taken.`);
    return fallback;
  };
  const limit = number("limit", 0);
  const count = number("count", 1);
  const isAppending = handler.takeBoolean("append", false);
  if (limit === 0) {
    if (count > 1) {
      remarks.warn(handler.line, `count=${count} of handler [${handler.name}] is not carried over: without a limit files were archived at every start only.`);
    }
    return [FILE_APPENDER, [element("file", {}, pattern.replaceAll("%g", "0")), ...(isAppending ? [] : [element("append", {}, "false")])]];
  }
  if (!isAppending) {
    remarks.note(handler.line, `The file of handler [${handler.name}] was emptied at every start; one that is archived goes on in Logback.`);
  }
  if (count <= 1) {
    remarks.note(handler.line, `The file of handler [${handler.name}] was emptied when it reached its limit; Logback keeps one archive of it.`);
  }
  const archives = archiveCount(String(Math.max(count - 1, 1)), 1, (what) => { remarks.warn(handler.line, `count=${count} of handler [${handler.name}] ${what}.`); });
  const numbered = pattern.includes("%g") ? pattern : `${pattern}.%g`;
  const file = count <= 1 && !pattern.includes("%g") ? pattern : numbered.replaceAll("%g", "0");
  return [ROLLING_FILE_APPENDER, [element("file", {}, file), ...fixedWindow(numbered.replaceAll("%g", "%i"), { archives }, String(limit))]];
}
