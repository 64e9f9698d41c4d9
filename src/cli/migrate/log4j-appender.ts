import { asyncAppender, CONSOLE_APPENDER, FILE_APPENDER, NOP_APPENDER, ROLLING_FILE_APPENDER, SYSLOG_APPENDER, type AppenderConversion, type Conversion } from "./conversion.js";
import { remarkEmptied, remarkLeftovers } from "./encoders.js";
import { levelOrVariable, threshold } from "./filters.js";
import { log4jFilters } from "./log4j-filters.js";
import { log4jEncoder, patternOfLog4jLayout } from "./log4j-layout.js";
import type { OldComponent } from "./old-component.js";
import { element, type XmlNode, type XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { archiveCount, dated, fileSize, fixedWindow, timeBased } from "./rolling-parts.js";
import { inCapitals } from "./variables.js";

const LOG4J = "org.apache.log4j.";

/** Appenders of Log4j 1, by their class without the package. */
const KINDS: ReadonlyMap<string, (appender: OldComponent, conversion: Conversion) => XmlPart | undefined> = new Map([
  ["AsyncAppender", async],
  ["ConsoleAppender", console],
  ["DailyRollingFileAppender", daily],
  ["FileAppender", file],
  ["RollingFileAppender", rolling],
  ["net.SyslogAppender", syslog],
  ["rolling.RollingFileAppender", rollingByPolicy],
  ["varia.NullAppender", nothing],
]);

/** An appender of Logback for one of Log4j 1. Source: Log4j 1.2, its classes and their defaults. */
export const log4jAppender: AppenderConversion = (appender, conversion) => {
  const convert = KINDS.get(appender.className.replace(LOG4J, ""));
  if (convert === undefined) {
    conversion.remarks.warn(appender.line, `Appender [${appender.name}] is not carried over: there is nothing here for ${appender.className}.`);
    return undefined;
  }
  const converted = convert(appender, conversion);
  remarkLeftovers(appender, `appender [${appender.name}]`, conversion.remarks);
  for (const { className, line } of appender.children.filter(({ kind }) => kind.toLowerCase() === "errorhandler")) {
    conversion.remarks.warn(line, `The error handler ${className} of appender [${appender.name}] is not carried over; problems become statuses.`);
  }
  return converted;
};

function console(appender: OldComponent, conversion: Conversion): XmlPart {
  const isError = appender.takeResolved("target")?.toLowerCase() === "system.err";
  appender.take("follow");
  return written(appender, CONSOLE_APPENDER, isError ? [element("target", {}, "System.err")] : [], conversion);
}

function file(appender: OldComponent, conversion: Conversion): XmlPart {
  const name = appender.take("file");
  const parts = [...(name === undefined ? [] : [element("file", {}, name)]), ...(appender.takeBoolean("append", true) ? [] : [element("append", {}, "false")])];
  return written(appender, FILE_APPENDER, parts, conversion);
}

function nothing({ name }: OldComponent): XmlPart {
  return element("appender", { name, class: NOP_APPENDER });
}

function rolling(appender: OldComponent, conversion: Conversion): XmlPart {
  const { remarks } = conversion;
  const file = appender.take("file") ?? "";
  const line = appender.lineOf("maxBackupIndex");
  const written = appender.takeResolved("maxBackupIndex") ?? "1";
  const archives = archiveCount(written, 1, (what) => { remarks.warn(line, `MaxBackupIndex="${written}" of appender [${appender.name}] ${what}.`); });
  if (archives === 0) {
    remarks.note(line, `Appender [${appender.name}] kept no archive; Logback keeps one.`);
  }
  const size = appender.takeResolved("maxFileSize") ?? appender.takeResolved("maximumFileSize") ?? "10MB";
  return rolled(appender, file, fixedWindow(`${file}.%i`, { archives }, sizeOrDefault(size, appender, remarks)), conversion);
}

function daily(appender: OldComponent, conversion: Conversion): XmlPart {
  const file = appender.take("file") ?? "";
  const policy = timeBased(dated(file, appender.takeResolved("datePattern") ?? "'.'yyyy-MM-dd"), {});
  return rolled(appender, file, [policy], conversion);
}

/** That of the companion "extras", whose policies are those of Logback. */
function rollingByPolicy(appender: OldComponent, conversion: Conversion): XmlPart {
  const { remarks } = conversion;
  const policy = appender.children.find(({ kind }) => kind.toLowerCase() === "rollingpolicy");
  const trigger = appender.children.find(({ kind }) => kind.toLowerCase() === "triggeringpolicy");
  const pattern = policy?.takeResolved("fileNamePattern") ?? "";
  const file = appender.take("file") ?? policy?.take("activeFileName");
  const size = trigger?.takeResolved("maxFileSize");
  const isTimeBased = policy?.className.endsWith(".TimeBasedRollingPolicy") !== false;
  const isNumbered = pattern.includes("%i");
  if (isTimeBased && !isNumbered && trigger !== undefined) {
    remarks.warn(trigger.line, `The triggering policy of appender [${appender.name}] is not carried over: the time alone decides.`);
  }
  const parts = isTimeBased ? [timeBased(pattern, { maxFileSize: isNumbered ? sizeOrDefault(size ?? "10MB", appender, remarks) : undefined })] : fixedWindow(pattern, window(appender, policy, remarks), sizeOrDefault(size ?? "10MB", appender, remarks));
  for (const part of [policy, trigger].filter((one) => one !== undefined)) {
    remarkLeftovers(part, `the ${part.kind} of appender [${appender.name}]`, remarks);
  }
  return rolled(appender, file, parts, conversion);
}

function window(appender: OldComponent, policy: OldComponent, remarks: Remarks): { readonly archives: number; readonly lowest: number } {
  const index = (name: string, fallback: number): number => {
    const text = policy.takeResolved(name);
    return text === undefined ? fallback : archiveCount(text, fallback, (what) => { remarks.warn(policy.lineOf(name), `${name}="${text}" of appender [${appender.name}] ${what}.`); });
  };
  const lowest = index("minIndex", 1);
  return { lowest, archives: index("maxIndex", 7) - lowest + 1 };
}

function async(appender: OldComponent, conversion: Conversion): XmlPart | undefined {
  const settings = { filters: filters(appender, conversion.remarks), queueSize: (appender.takeResolved("bufferSize") ?? "128").replace(/^0+$/, "1"), isBlocking: appender.takeBoolean("blocking", true), hasCallerData: appender.takeBoolean("locationInfo", false) };
  return asyncAppender(appender, settings, conversion);
}

function syslog(appender: OldComponent, conversion: Conversion): XmlPart {
  const [host, port] = hostAndPort(appender.takeResolved("syslogHost") ?? "localhost");
  const layout = appender.children.find(({ kind }) => kind === "layout");
  const pattern = patternOfLog4jLayout(layout, conversion) ?? "%msg";
  for (const name of ["facilityPrinting", "header"]) {
    appender.take(name);
  }
  return element("appender", { name: appender.name, class: SYSLOG_APPENDER }, [
    ...filters(appender, conversion.remarks),
    element("syslogHost", {}, host),
    ...(port === undefined ? [] : [element("port", {}, port)]),
    element("facility", {}, inCapitals(appender.takeResolved("facility") ?? "user")),
    element("suffixPattern", {}, pattern),
  ]);
}

/** `loghost:1514`, or an address of IPv6, in brackets where a port follows. */
function hostAndPort(text: string): readonly [host: string, port: string | undefined] {
  const [, host = text, port] = /^\[([^\]]*)\](?::(\d+))?$/.exec(text) ?? /^([^:]*):(\d+)$/.exec(text) ?? [];
  return [host, port];
}

function rolled(appender: OldComponent, file: string | undefined, parts: readonly XmlNode[], conversion: Conversion): XmlPart {
  remarkEmptied(appender, conversion.remarks);
  return written(appender, ROLLING_FILE_APPENDER, [...(file === undefined ? [] : [element("file", {}, file)]), ...parts], conversion);
}

function written(appender: OldComponent, className: string, parts: readonly XmlNode[], conversion: Conversion): XmlPart {
  for (const name of ["bufferedIO", "bufferSize", "immediateFlush"]) {
    appender.take(name);
  }
  const encoder = log4jEncoder(appender, appender.take("encoding"), conversion);
  return element("appender", { name: appender.name, class: className }, [...filters(appender, conversion.remarks), ...parts, encoder]);
}

function filters(appender: OldComponent, remarks: Remarks): XmlPart[] {
  const line = appender.lineOf("threshold");
  const text = appender.takeResolved("threshold");
  const level = text === undefined ? "ALL" : levelOrVariable(text);
  if (level === undefined) {
    remarks.warn(line, `Threshold "${text ?? ""}" of appender [${appender.name}] is not carried over: Log4j has no level of that name.`);
  }
  return [...threshold(level ?? "ALL"), ...log4jFilters(appender, remarks)];
}

function sizeOrDefault(text: string, appender: OldComponent, remarks: Remarks): string {
  const size = fileSize(text);
  if (size === undefined) {
    remarks.warn(appender.line, `Size "${text}" of appender [${appender.name}] is not carried over; 10MB is taken.`);
  }
  return size ?? "10MB";
}
