import { levelOfLog4j } from "./levels.js";
import { element, type XmlPart } from "./print-xml.js";
import { hasVariables } from "./variables.js";

const FILTERS = "ch.qos.logback.classic.filter";
const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"];

/** A `ThresholdFilter`; none for a level that lets everything pass. */
export function threshold(level: string): XmlPart[] {
  return ["ALL", "TRACE"].includes(level) ? [] : [element("filter", { class: `${FILTERS}.ThresholdFilter` }, [element("level", {}, level)])];
}

/** A `LevelFilter`. */
export function levelFilter(level: string, onMatch: string, onMismatch: string): XmlPart {
  return element("filter", { class: `${FILTERS}.LevelFilter` }, [element("level", {}, level), element("onMatch", {}, onMatch), element("onMismatch", {}, onMismatch)]);
}

/** Denies each level above this one. */
export function ceiling(level: string): XmlPart[] {
  return LEVELS.slice(LEVELS.indexOf(level) + 1).map((above) => levelFilter(above, "DENY", "NEUTRAL"));
}

/** A level of Log4j in Logback's words; a variable stays one. `undefined` for what is no level. */
export function levelOrVariable(text: string): string | undefined {
  return hasVariables(text) ? text : levelOfLog4j(text)?.level;
}
