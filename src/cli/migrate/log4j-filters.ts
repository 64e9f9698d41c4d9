import { remarkLeftovers } from "./encoders.js";
import { levelFilter, levelOrVariable, levelRange, threshold } from "./filters.js";
import type { OldComponent } from "./old-component.js";
import type { XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { hasVariables } from "./variables.js";

const VARIA = "org.apache.log4j.varia.";
const DENY_ALL = "DenyAllFilter";

/** A filter in Logback's words; `undefined` where it is not carried over. */
interface Converted {
  readonly parts: readonly XmlPart[];
  /** Whether nothing passes to the filter behind it, which is one that denies all. */
  readonly deniesRest: boolean;
}

/** The filters of an appender of Log4j 1, as far as Logback has the like. Source: Log4j 1.2, package `varia`. */
export function log4jFilters(appender: OldComponent, remarks: Remarks): XmlPart[] {
  const filters = appender.children.filter(({ kind }) => kind === "filter");
  let isLost = false;
  let deniesRest = false;
  return filters.flatMap((filter, index) => {
    const next = filters[index + 1];
    if (kindOf(filter) === DENY_ALL && isLost) {
      remarks.warn(filter.line, `The filter ${filter.className} of appender [${appender.name}] is not carried over: without those before it nothing would be printed.`);
      return [];
    }
    const converted = kindOf(filter) === DENY_ALL ? { parts: deniesRest ? [] : threshold("OFF"), deniesRest: true } : convert(filter, next);
    isLost ||= converted === undefined;
    deniesRest = converted?.deniesRest === true;
    if (converted === undefined) {
      remarks.warn(filter.line, `The filter ${filter.className} of appender [${appender.name}] is not carried over.`);
      return [];
    }
    remarkLeftovers(filter, `the filter ${filter.className} of appender [${appender.name}]`, remarks);
    return converted.parts;
  });
}

function convert(filter: OldComponent, next: OldComponent | undefined): Converted | undefined {
  const deniesRest = next !== undefined && kindOf(next) === DENY_ALL;
  switch (kindOf(filter)) {
    case "LevelRangeFilter": {
      const [lowest, highest] = [filter.takeResolved("levelMin") ?? "ALL", filter.takeResolved("levelMax") ?? "OFF"].map(levelOrVariable);
      const accepts = filter.takeBoolean("acceptOnMatch", false);
      if (lowest === undefined || highest === undefined || hasVariables(lowest + highest)) {
        return undefined;
      }
      return { parts: levelRange({ lowest, highest, onMatch: accepts ? "ACCEPT" : "NEUTRAL", onMismatch: "DENY" }, next === undefined || deniesRest), deniesRest: deniesRest && accepts };
    }
    case "LevelMatchFilter": {
      const level = levelOrVariable(filter.takeResolved("levelToMatch") ?? "");
      const onMatch = filter.takeBoolean("acceptOnMatch", true) ? "ACCEPT" : "DENY";
      return level === undefined ? undefined : { parts: [levelFilter(level, onMatch, deniesRest ? "DENY" : "NEUTRAL")], deniesRest };
    }
    default:
      return undefined;
  }
}

function kindOf({ className }: OldComponent): string {
  return className.replace(VARIA, "");
}
