import { fileNamePattern, withIndex } from "./log4j2-file-pattern.js";
import { remarkLeftovers } from "./encoders.js";
import { removal, type Removal } from "./log4j2-delete.js";
import type { OldComponent } from "./old-component.js";
import { element, type XmlNode } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { archiveCount, fileSize, fixedWindow, timeBased } from "./rolling-parts.js";

const DEFAULT_SIZE = "10MB";
const DEFAULT_ARCHIVES = 7;
/** For a name with `%i` that no size asks for. */
const NEVER_REACHED = "1000GB";

/**
 * The file and the policies of a rolling appender of Log4j 2 in Logback's words.
 *
 * Source: Log4j 2 manual, "Rolling file appenders".
 */
export function log4j2RollingParts(appender: OldComponent, remarks: Remarks): XmlNode[] {
  const file = appender.take("fileName");
  const pattern = fileNamePattern(appender, remarks);
  const [strategy, ...others] = appender.children.filter(({ kind }) => /strategy$/i.test(kind));
  const { maxFileSize, isByTime } = triggers(appender, remarks);
  const named = file === undefined ? [] : [element("file", {}, file)];
  for (const other of others) {
    remarks.warn(other.line, `<${other.className}> of appender [${appender.name}] is not carried over.`);
  }
  if (!pattern.includes("%d")) {
    const numbered = pattern.includes("%i") ? pattern : withIndex(pattern === "" ? (file ?? "") : pattern);
    if (numbered !== pattern) {
      remarks.note(appender.line, `The archives of appender [${appender.name}] get a number: ${numbered}.`);
    }
    const parts = fixedWindow(numbered, window(appender, strategy, remarks), maxFileSize ?? DEFAULT_SIZE);
    return [...(file === undefined ? unnamed(appender, numbered, remarks) : named), ...parts];
  }
  const removed = inPeriods(appender, strategy, pattern, remarks);
  if (!isByTime) {
    remarks.note(appender.line, `Appender [${appender.name}] rolls by time too, because its filePattern has a date.`);
  }
  const size = maxFileSize ?? (pattern.includes("%i") ? NEVER_REACHED : undefined);
  return [...named, timeBased(size === undefined || pattern.includes("%i") ? pattern : withIndex(pattern), { maxFileSize: size, ...removed })];
}

interface Triggers {
  readonly maxFileSize: string | undefined;
  readonly isByTime: boolean;
}

function triggers(appender: OldComponent, remarks: Remarks): Triggers {
  const who = `appender [${appender.name}]`;
  const policies = appender.children.flatMap((child) => (child.kind.toLowerCase() === "policies" ? child.children : /policy$/i.test(child.kind) ? [child] : []));
  const find = (name: string): OldComponent | undefined => policies.find(({ kind }) => kind.toLowerCase() === name);
  const [bySize, byTime] = [find("sizebasedtriggeringpolicy"), find("timebasedtriggeringpolicy")];
  for (const policy of policies.filter((one) => one !== bySize && one !== byTime)) {
    remarks.warn(policy.line, `<${policy.className}> of ${who} is not carried over.`);
  }
  const interval = byTime?.takeResolved("interval") ?? "1";
  if (byTime !== undefined && interval !== "1") {
    remarks.warn(byTime.line, `interval="${interval}" of ${who} is not carried over; it rolls once in each period of its date.`);
  }
  // Periods begin at their boundaries anyway.
  byTime?.take("modulate");
  const wanted = bySize?.takeResolved("size") ?? DEFAULT_SIZE;
  const size = fileSize(wanted);
  if (bySize !== undefined && size === undefined) {
    remarks.warn(bySize.line, `Size "${wanted}" of ${who} is not carried over; ${DEFAULT_SIZE} is taken.`);
  }
  for (const policy of [bySize, byTime].filter((one) => one !== undefined)) {
    remarkLeftovers(policy, `<${policy.className}> of ${who}`, remarks);
  }
  return { maxFileSize: bySize === undefined ? undefined : (size ?? DEFAULT_SIZE), isByTime: byTime !== undefined };
}

/** Archives that are told apart by numbers alone. */
function window(appender: OldComponent, strategy: OldComponent | undefined, remarks: Remarks): { readonly archives: number; readonly lowest: number } {
  if (strategy === undefined) {
    return { archives: DEFAULT_ARCHIVES, lowest: 1 };
  }
  const who = `appender [${appender.name}]`;
  const warn = (message: string): void => { remarks.warn(strategy.line, message); };
  const count = (name: string, fallback: number): number => {
    const text = strategy.takeResolved(name);
    return text === undefined ? fallback : archiveCount(text, fallback, (what) => { warn(`${name}="${text}" of ${who} ${what}.`); });
  };
  const isDirect = /^direct/i.test(strategy.kind);
  const lowest = isDirect ? 1 : count("min", 1);
  const highest = count(isDirect ? "maxFiles" : "max", DEFAULT_ARCHIVES);
  const order = isDirect ? "min" : (strategy.takeResolved("fileIndex")?.toLowerCase() ?? "max");
  const archives = order === "nomax" ? Number.MAX_SAFE_INTEGER : highest - lowest + 1;
  if (order === "nomax") {
    warn(`fileIndex="nomax" of ${who} is not carried over: archives by number are limited, and older ones are removed. A date in the name keeps all of them.`);
  } else if (order !== "min") {
    remarks.note(strategy.line, `Of the archives of ${who} the newest has the lowest number; in Log4j 2 it had the highest one.`);
  }
  if (archives < 1) {
    warn(`min="${lowest}" of ${who} is above max="${highest}"; one archive is kept.`);
  }
  remarkStrategy(appender, strategy, remarks);
  for (const remove of strategy.children.filter(isDelete)) {
    warn(`<${remove.className}> of ${who} is not carried over: archives by number are removed by their number.`);
  }
  return { archives, lowest };
}

/** What says of a strategy by time how long archives are kept. */
function inPeriods(appender: OldComponent, strategy: OldComponent | undefined, pattern: string, remarks: Remarks): Removal {
  if (strategy === undefined) {
    return {};
  }
  const who = `appender [${appender.name}]`;
  for (const name of ["max", "maxFiles", "min"]) {
    const text = strategy.takeResolved(name);
    if (text !== undefined && !(name === "min" && text === "1")) {
      remarks.warn(strategy.line, `${name}="${text}" of ${who} is not carried over: it counts the files of one period. <totalSizeCap> limits what they take.`);
    }
  }
  // The number goes up in each period, and no file is renamed.
  strategy.take("fileIndex");
  remarkStrategy(appender, strategy, remarks);
  const [remove, ...others] = strategy.children.filter(isDelete);
  for (const other of others) {
    remarks.warn(other.line, `A second <${other.className}> of ${who} is not carried over.`);
  }
  return remove === undefined ? {} : removal(remove, { who, pattern, remarks });
}

function remarkStrategy(appender: OldComponent, strategy: OldComponent, remarks: Remarks): void {
  const who = `appender [${appender.name}]`;
  for (const name of ["compressionLevel", "tempCompressedFilePattern"]) {
    if (strategy.take(name) !== undefined) {
      remarks.note(strategy.line, `${name} of ${who} is not carried over; archives are compressed as Logback does.`);
    }
  }
  remarkLeftovers(strategy, `<${strategy.className}> of ${who}`, remarks);
  for (const { line, className } of strategy.children.filter((child) => !isDelete(child))) {
    remarks.warn(line, `<${className}> of ${who} is not carried over.`);
  }
}

function isDelete({ kind }: OldComponent): boolean {
  return kind.toLowerCase() === "delete";
}

/** Log4j 2 writes directly to a numbered file; here only archives have numbers. */
function unnamed(appender: OldComponent, numbered: string, remarks: Remarks): XmlNode[] {
  const file = numbered.replaceAll("%i", "0").replace(/\.(?:gz|zip|xz)$/, "");
  remarks.warn(appender.line, `Appender [${appender.name}] has no fileName, which archives by number need; ${file} is taken.`);
  return [element("file", {}, file)];
}
