import { ceiling, levelFilter, levelOrVariable, threshold } from "./filters.js";
import type { OldComponent } from "./old-component.js";
import type { XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";

const VARIA = "org.apache.log4j.varia.";

/** The filters of an appender of Log4j 1, as far as Logback has the like. Source: Log4j 1.2, package `varia`. */
export function log4jFilters(appender: OldComponent, remarks: Remarks): XmlPart[] {
  const filters = appender.children.filter(({ kind }) => kind === "filter");
  return filters.flatMap((filter, index) => {
    const isLast = filters[index + 1]?.className === `${VARIA}DenyAllFilter`;
    const converted = convert(filter, isLast);
    if (converted === undefined) {
      remarks.warn(filter.line, `The filter ${filter.className} of appender [${appender.name}] is not carried over.`);
    }
    return converted ?? [];
  });
}

/** @param deniesRest - whether a DenyAllFilter follows. */
function convert(filter: OldComponent, deniesRest: boolean): XmlPart[] | undefined {
  switch (filter.className.replace(VARIA, "")) {
    case "LevelRangeFilter": {
      const [lowest, highest] = [filter.takeResolved("levelMin") ?? "ALL", filter.takeResolved("levelMax") ?? "OFF"].map(levelOrVariable);
      return lowest === undefined || highest === undefined || `${lowest}${highest}`.includes("${") ? undefined : [...threshold(lowest), ...(highest === "OFF" ? [] : ceiling(highest))];
    }
    case "LevelMatchFilter": {
      const level = levelOrVariable(filter.takeResolved("levelToMatch") ?? "");
      return level === undefined ? undefined : [levelFilter(level, filter.takeBoolean("acceptOnMatch", true) ? "ACCEPT" : "DENY", deniesRest ? "DENY" : "NEUTRAL")];
    }
    case "DenyAllFilter":
      // Those before it deny what they do not accept.
      return [];
    default:
      return undefined;
  }
}
