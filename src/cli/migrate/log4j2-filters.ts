import { remarkLeftovers } from "./encoders.js";
import { isReply, levelFilter, levelOrVariable, levelRange, threshold } from "./filters.js";
import type { OldComponent } from "./old-component.js";
import type { XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { hasVariables } from "./variables.js";

const KNOWN = new Set(["levelmatchfilter", "levelrangefilter", "thresholdfilter"]);

/** The filters of an appender of Log4j 2, as far as Logback has the like. Source: Log4j 2 manual, "Filters". */
export function log4j2Filters(appender: OldComponent, remarks: Remarks): XmlPart[] {
  const filters = appender.children.flatMap((child) => (child.kind.toLowerCase() === "filters" ? child.children : /filter$/i.test(child.kind) ? [child] : []));
  return filters.flatMap((filter, index) => {
    const converted = convert(filter, !filters.slice(index + 1).some(({ kind }) => KNOWN.has(kind.toLowerCase())));
    if (converted === undefined) {
      remarks.warn(filter.line, `<${filter.className}> of appender [${appender.name}] is not carried over.`);
      return [];
    }
    remarkLeftovers(filter, `<${filter.className}> of appender [${appender.name}]`, remarks);
    return converted;
  });
}

/** @param isLast - whether what passes goes to no other filter that is carried over. */
function convert(filter: OldComponent, isLast: boolean): XmlPart[] | undefined {
  const onMatch = filter.takeResolved("onMatch")?.toUpperCase() ?? "NEUTRAL";
  const onMismatch = filter.takeResolved("onMismatch")?.toUpperCase() ?? "DENY";
  const level = (name: string, fallback: string): string | undefined => levelOrVariable(filter.takeResolved(name) ?? fallback);
  if (!isReply(onMatch) || !isReply(onMismatch)) {
    return undefined;
  }
  switch (filter.kind.toLowerCase()) {
    case "thresholdfilter": {
      const lowest = level("level", "ERROR");
      if (lowest !== undefined && hasVariables(lowest)) {
        return onMatch !== "DENY" && onMismatch === "DENY" && (isLast || onMatch === "NEUTRAL") ? threshold(lowest) : undefined;
      }
      return lowest === undefined ? undefined : levelRange({ lowest, highest: "OFF", onMatch, onMismatch }, isLast);
    }
    case "levelmatchfilter": {
      const one = level("level", "ERROR");
      return one === undefined ? undefined : [levelFilter(one, onMatch, onMismatch)];
    }
    case "levelrangefilter": {
      // The least level is the one of the fewest events there.
      const [highest, lowest] = [level("minLevel", "OFF"), level("maxLevel", "ALL")];
      return highest === undefined || lowest === undefined || hasVariables(highest + lowest) ? undefined : levelRange({ lowest, highest, onMatch, onMismatch }, isLast);
    }
    default:
      return undefined;
  }
}
