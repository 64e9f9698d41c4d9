import type { OldComponent } from "./old-component.js";
import type { XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { fileSize, fixedWindow, timeBased } from "./rolling-parts.js";

const DEFAULT_SIZE = "10MB";
const DEFAULT_ARCHIVES = "7";

/**
 * The policies of a rolling appender of Log4j 2 in Logback's words.
 *
 * Source: Log4j 2 manual, "Rolling file appenders".
 */
export function log4j2RollingParts(appender: OldComponent, remarks: Remarks): XmlPart[] {
  const pattern = fileNamePattern(appender.take("filePattern") ?? "");
  const policies = appender.children.flatMap((child) => (child.kind.toLowerCase() === "policies" ? child.children : /policy$/i.test(child.kind) ? [child] : []));
  const find = (name: string): OldComponent | undefined => policies.find(({ kind }) => kind.toLowerCase() === name);
  const [bySize, byTime] = [find("sizebasedtriggeringpolicy"), find("timebasedtriggeringpolicy")];
  for (const policy of policies.filter((one) => one !== bySize && one !== byTime)) {
    remarks.warn(policy.line, `<${policy.className}> of appender [${appender.name}] is not carried over.`);
  }
  remarkTime(appender, byTime, remarks);
  const strategy = appender.children.find(({ kind }) => /strategy$/i.test(kind));
  const maxFileSize = bySize === undefined ? undefined : (fileSize(bySize.takeResolved("size") ?? DEFAULT_SIZE) ?? DEFAULT_SIZE);
  const archives = strategy?.takeResolved("max");
  const maxHistory = history(appender, strategy, remarks);
  if (!pattern.includes("%d")) {
    return fixedWindow(pattern.includes("%i") ? pattern : `${pattern}.%i`, Number(archives ?? DEFAULT_ARCHIVES), maxFileSize ?? DEFAULT_SIZE);
  }
  if (archives !== undefined) {
    remarks.warn(strategy?.line ?? appender.line, `max="${archives}" of appender [${appender.name}] is not carried over: it counts the files of one period. <totalSizeCap> limits what they take.`);
  }
  if (byTime === undefined) {
    remarks.note(appender.line, `Appender [${appender.name}] rolls by time too, because its filePattern has a date.`);
  }
  const size = maxFileSize ?? (pattern.includes("%i") ? NEVER_REACHED : undefined);
  return [timeBased(size === undefined || pattern.includes("%i") ? pattern : withIndex(pattern), { maxFileSize: size, maxHistory })];
}

/** For a name with `%i` that no size asks for. */
const NEVER_REACHED = "1000GB";

/** `%d{...}` and `%i` as in Logback: dates in folders are auxiliary, numbers are not padded. */
function fileNamePattern(pattern: string): string {
  const plain = pattern.replace(/%0?\d*i/g, "%i").replace(/\$?\$\{date:([^}]*)\}/g, (_, letters: string) => (pattern.includes("%d") ? `%d{${letters}, aux}` : `%d{${letters}}`));
  return plain.replace(/%d(?!\{)/g, "%d{yyyy-MM-dd}");
}

/** `%i` before the ending that says how the archive is compressed. */
function withIndex(pattern: string): string {
  return pattern.replace(/(\.(?:gz|zip|xz|bz2))?$/, ".%i$1");
}

function remarkTime(appender: OldComponent, byTime: OldComponent | undefined, remarks: Remarks): void {
  const interval = byTime?.takeResolved("interval") ?? "1";
  if (byTime !== undefined && interval !== "1") {
    remarks.warn(byTime.line, `interval="${interval}" of appender [${appender.name}] is not carried over; it rolls once in each period of its date.`);
  }
}

/** `<Delete><IfLastModified age="30d"/></Delete>` is 30 days of history. */
function history(appender: OldComponent, strategy: OldComponent | undefined, remarks: Remarks): string | undefined {
  const remove = strategy?.children.find(({ kind }) => kind.toLowerCase() === "delete");
  if (remove === undefined) {
    return undefined;
  }
  const age = descendants(remove).find(({ kind }) => kind.toLowerCase() === "iflastmodified")?.takeResolved("age") ?? "";
  const [, days] = /^(?:P)?(\d+)D$/i.exec(age) ?? [];
  if (days === undefined) {
    remarks.warn(remove.line, `<Delete> of appender [${appender.name}] is not carried over; <maxHistory> and <totalSizeCap> remove archives.`);
  } else {
    remarks.note(remove.line, `<Delete> of appender [${appender.name}] becomes maxHistory ${days}, which counts periods of the date in the file's name.`);
  }
  return days;
}

function descendants(component: OldComponent): OldComponent[] {
  return [component, ...component.children.flatMap(descendants)];
}
