import type { OldComponent } from "./old-component.js";
import { element, type XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";

/** What the conversion of an appender may ask and tell. */
export interface Conversion {
  readonly remarks: Remarks;
  /** What `${name}` stands for. */
  readonly variables: ReadonlyMap<string, string>;
  /** Names of those appenders behind an asynchronous one that are in the new file. */
  readonly behind: readonly string[];
}

/** An appender of Logback for an old one; `undefined`, and a remark, where there is nothing of the kind. */
export type AppenderConversion = (appender: OldComponent, conversion: Conversion) => XmlPart | undefined;

export const CONSOLE_APPENDER = "ch.qos.logback.core.ConsoleAppender";
export const FILE_APPENDER = "ch.qos.logback.core.FileAppender";
export const ROLLING_FILE_APPENDER = "ch.qos.logback.core.rolling.RollingFileAppender";
const ASYNC_APPENDER = "ch.qos.logback.classic.AsyncAppender";
export const SYSLOG_APPENDER = "ch.qos.logback.classic.net.SyslogAppender";
export const NOP_APPENDER = "ch.qos.logback.core.helpers.NOPAppender";

/** Names of the appenders that an appender hands events on to. */
export function referencesOf(appender: OldComponent): string[] {
  return appender.children.filter(isReference).map(({ name }) => name);
}

export function isReference({ kind }: OldComponent): boolean {
  return ["appender-ref", "appenderref"].includes(kind.toLowerCase());
}

/** Says which references of Log4j 2 had a level or filters of their own: those of Logback have neither. */
export function remarkReferences(references: readonly OldComponent[], who: string, remarks: Remarks): void {
  for (const reference of references.filter((one) => one.take("level") !== undefined || one.children.length > 0)) {
    remarks.warn(reference.line, `The level and filters of the reference of ${who} to [${reference.name}] are not carried over; give the appender a ThresholdFilter.`);
  }
}

/** What an `AsyncAppender` is told; all texts as they are printed. */
export interface AsyncSettings {
  readonly filters: readonly XmlPart[];
  readonly queueSize: string;
  readonly isBlocking: boolean;
  readonly hasCallerData: boolean;
}

/**
 * An `AsyncAppender` in front of the first of the appenders that the old one had; the others are referred to beside it.
 * `undefined`, and a remark, where none is left.
 */
export function asyncAppender(appender: OldComponent, { filters, queueSize, isBlocking, hasCallerData }: AsyncSettings, { remarks, behind }: Conversion): XmlPart | undefined {
  const [first, ...others] = behind;
  if (first === undefined) {
    remarks.warn(appender.line, `Appender [${appender.name}] is not carried over: no appender is left behind it.`);
    return undefined;
  }
  if (others.length > 0) {
    remarks.note(appender.line, `Appender [${appender.name}] hands events on to [${first}] only, because Logback's takes one; loggers refer to ${others.map((name) => `[${name}]`).join(" and ")} directly.`);
    if (filters.length > 0) {
      remarks.warn(appender.line, `The filters of appender [${appender.name}] do not hold for ${others.map((name) => `[${name}]`).join(" and ")} any more.`);
    }
  }
  return element("appender", { name: appender.name, class: ASYNC_APPENDER }, [
    ...filters,
    element("queueSize", {}, queueSize),
    ...(isBlocking ? [element("discardingThreshold", {}, "0")] : [element("neverBlock", {}, "true")]),
    ...(hasCallerData ? [element("includeCallerData", {}, "true")] : []),
    element("appender-ref", { ref: first }),
  ]);
}
