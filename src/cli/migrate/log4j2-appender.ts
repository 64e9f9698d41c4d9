import { asyncAppender, CONSOLE_APPENDER, FILE_APPENDER, isReference, NOP_APPENDER, remarkReferences, ROLLING_FILE_APPENDER, SYSLOG_APPENDER, type AppenderConversion, type Conversion } from "./conversion.js";
import { remarkEmptied, remarkLeftovers } from "./encoders.js";
import { log4j2Filters } from "./log4j2-filters.js";
import { log4j2Encoder, patternOfLog4j2 } from "./log4j2-layout.js";
import { log4j2RollingParts } from "./log4j2-rolling.js";
import type { OldComponent } from "./old-component.js";
import { element, type XmlNode, type XmlPart } from "./print-xml.js";
import { inCapitals } from "./variables.js";

/** Appenders of Log4j 2, by the name of their plugin in small letters. */
const KINDS: ReadonlyMap<string, (appender: OldComponent, conversion: Conversion) => XmlPart | undefined> = new Map([
  ["async", async],
  ["console", console],
  ["file", file],
  ["null", nothing],
  ["randomaccessfile", file],
  ["rollingfile", rolling],
  ["rollingrandomaccessfile", rolling],
  ["syslog", syslog],
]);

/** Settings that say how a file is written, which is decided otherwise here. */
const NOT_NEEDED = ["bufferedIo", "bufferSize", "createOnDemand", "direct", "follow", "ignoreExceptions", "immediateFlush", "locking"];

/** Elements in an appender that are carried over, or told where that is tried. */
const LOOKED_AT = /(?:appender-?ref|filters?|layout|policy|policies|strategy)$/i;

/** An appender of Logback for one of Log4j 2. Source: Log4j 2 manual, "Appenders". */
export const log4j2Appender: AppenderConversion = (appender, conversion) => {
  const convert = KINDS.get(appender.kind.toLowerCase());
  if (convert === undefined) {
    conversion.remarks.warn(appender.line, `Appender [${appender.name}] is not carried over: there is nothing here for <${appender.className}>.`);
    return undefined;
  }
  const converted = convert(appender, conversion);
  for (const name of NOT_NEEDED) {
    appender.take(name);
  }
  remarkLeftovers(appender, `appender [${appender.name}]`, conversion.remarks);
  for (const { line, className } of appender.children.filter(({ kind }) => !LOOKED_AT.test(kind))) {
    conversion.remarks.warn(line, `<${className}> of appender [${appender.name}] is not carried over.`);
  }
  return converted;
};

function console(appender: OldComponent, conversion: Conversion): XmlPart {
  const isError = appender.takeResolved("target")?.toUpperCase() === "SYSTEM_ERR";
  return written(appender, CONSOLE_APPENDER, isError ? [element("target", {}, "System.err")] : [], conversion);
}

function file(appender: OldComponent, conversion: Conversion): XmlPart {
  const parts = [...fileName(appender), ...(appender.takeBoolean("append", true) ? [] : [element("append", {}, "false")])];
  return written(appender, FILE_APPENDER, parts, conversion);
}

function nothing({ name }: OldComponent): XmlPart {
  return element("appender", { name, class: NOP_APPENDER });
}

function rolling(appender: OldComponent, conversion: Conversion): XmlPart {
  remarkEmptied(appender, conversion.remarks);
  return written(appender, ROLLING_FILE_APPENDER, log4j2RollingParts(appender, conversion.remarks), conversion);
}

function async(appender: OldComponent, conversion: Conversion): XmlPart | undefined {
  const { remarks } = conversion;
  remarkReferences(appender.children.filter(isReference), `appender [${appender.name}]`, remarks);
  const settings = { filters: log4j2Filters(appender, remarks), queueSize: appender.takeResolved("bufferSize") ?? "1024", isBlocking: appender.takeBoolean("blocking", true), hasCallerData: appender.takeBoolean("includeLocation", false) };
  return asyncAppender(appender, settings, conversion);
}

function syslog(appender: OldComponent, conversion: Conversion): XmlPart {
  const { remarks } = conversion;
  const protocol = appender.takeResolved("protocol")?.toUpperCase() ?? "TCP";
  if (protocol !== "UDP") {
    remarks.note(appender.line, `Appender [${appender.name}] sent over ${protocol}; Logback's sends over UDP. <protocol> changes that here.`);
  }
  const pattern = patternOfLog4j2(appender, conversion);
  if (pattern === undefined) {
    remarks.warn(appender.line, `The layout of appender [${appender.name}] is not carried over; its messages are sent.`);
  }
  return element("appender", { name: appender.name, class: SYSLOG_APPENDER }, [
    ...log4j2Filters(appender, remarks),
    element("syslogHost", {}, appender.take("host") ?? "localhost"),
    element("port", {}, appender.take("port") ?? "514"),
    // Two have a prefix there that they do not have in Logback.
    element("facility", {}, inCapitals(appender.takeResolved("facility") ?? "LOCAL0").replace(/^LOG_(?=AUDIT$|ALERT$)/, "")),
    element("suffixPattern", {}, pattern ?? "%msg"),
  ]);
}

function fileName(appender: OldComponent): XmlNode[] {
  const name = appender.take("fileName");
  return name === undefined ? [] : [element("file", {}, name)];
}

function written(appender: OldComponent, className: string, parts: readonly XmlNode[], conversion: Conversion): XmlPart {
  const encoder = log4j2Encoder(appender, conversion);
  return element("appender", { name: appender.name, class: className }, [...log4j2Filters(appender, conversion.remarks), ...parts, encoder]);
}
