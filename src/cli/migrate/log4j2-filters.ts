import { levelFilter, levelOrVariable, threshold } from "./filters.js";
import type { OldComponent } from "./old-component.js";
import type { XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";

/** The filters of an appender of Log4j 2, as far as Logback has the like. Source: Log4j 2 manual, "Filters". */
export function log4j2Filters(appender: OldComponent, remarks: Remarks): XmlPart[] {
  const filters = appender.children.flatMap((child) => (child.kind.toLowerCase() === "filters" ? child.children : /filter$/i.test(child.kind) ? [child] : []));
  return filters.flatMap((filter) => {
    const converted = convert(filter);
    if (converted === undefined) {
      remarks.warn(filter.line, `<${filter.className}> of appender [${appender.name}] is not carried over.`);
    }
    return converted ?? [];
  });
}

function convert(filter: OldComponent): XmlPart[] | undefined {
  const level = levelOrVariable(filter.takeResolved("level") ?? "");
  const onMatch = filter.takeResolved("onMatch")?.toUpperCase() ?? "NEUTRAL";
  const onMismatch = filter.takeResolved("onMismatch")?.toUpperCase() ?? "DENY";
  const kind = filter.kind.toLowerCase();
  if (kind === "thresholdfilter") {
    return level === undefined || onMatch === "DENY" || onMismatch !== "DENY" ? undefined : threshold(level);
  }
  return kind === "levelmatchfilter" && level !== undefined ? [levelFilter(level, onMatch, onMismatch)] : undefined;
}
