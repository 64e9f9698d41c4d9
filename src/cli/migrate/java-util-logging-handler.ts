import { CONSOLE_APPENDER, FILE_APPENDER, ROLLING_FILE_APPENDER, type AppenderConversion } from "./conversion.js";
import { patternEncoder, remarkLeftovers } from "./encoders.js";
import { threshold } from "./filters.js";
import { levelOfJavaUtilLogging } from "./levels.js";
import { element, type XmlNode, type XmlPart } from "./print-xml.js";
import type { OldComponent } from "./old-component.js";
import type { Remarks } from "./remark.js";
import { fixedWindow } from "./rolling-parts.js";

/** What SimpleFormatter prints, unless told otherwise. */
const SIMPLE = '%d{"MMM dd, yyyy h:mm:ss a"} %class %method%n%level: %msg%n';

/** An appender of Logback for a handler of java.util.logging. Source: Java, `ConsoleHandler`, `FileHandler`, `SimpleFormatter`. */
export const javaUtilLoggingHandler: AppenderConversion = (handler, { remarks }) => {
  const name = handler.className.slice(handler.className.lastIndexOf(".") + 1);
  if (!["java.util.logging.ConsoleHandler", "java.util.logging.FileHandler"].includes(handler.className)) {
    remarks.warn(handler.line, `Handler [${handler.name}] is not carried over: there is nothing here for ${handler.className}.`);
    return undefined;
  }
  const isConsole = name === "ConsoleHandler";
  const filters = levelFilters(handler, isConsole ? "INFO" : "ALL", remarks);
  const formatter = handler.take("formatter") ?? (isConsole ? "java.util.logging.SimpleFormatter" : "java.util.logging.XMLFormatter");
  if (formatter !== "java.util.logging.SimpleFormatter") {
    remarks.warn(handler.line, `The formatter ${formatter} of handler [${handler.name}] is not carried over; that of SimpleFormatter is taken.`);
  }
  const encoder = patternEncoder(SIMPLE, handler.take("encoding"));
  const [className, parts] = isConsole ? [CONSOLE_APPENDER, [element("target", {}, "System.err")]] : fileParts(handler, remarks);
  remarkLeftovers(handler, `handler [${handler.name}]`, remarks);
  return element("appender", { name: handler.name, class: className }, [...filters, ...parts, encoder]);
};

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
  const limit = Number(handler.take("limit") ?? "0");
  const count = Number(handler.take("count") ?? "1");
  const isAppending = handler.takeBoolean("append", false);
  if (!(limit > 0 && count > 1)) {
    return [FILE_APPENDER, [element("file", {}, pattern.replaceAll("%g", "0")), ...(isAppending ? [] : [element("append", {}, "false")])]];
  }
  if (!isAppending) {
    remarks.note(handler.line, `The file of handler [${handler.name}] was emptied at every start; one that is archived goes on in Logback.`);
  }
  const numbered = pattern.includes("%g") ? pattern : `${pattern}.%g`;
  return [ROLLING_FILE_APPENDER, [element("file", {}, numbered.replaceAll("%g", "0")), ...fixedWindow(numbered.replaceAll("%g", "%i"), count - 1, String(limit))]];
}
