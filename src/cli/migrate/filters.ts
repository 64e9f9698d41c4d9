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

type Reply = "ACCEPT" | "DENY" | "NEUTRAL";

/** What a filter replies to the levels from one to another, and to the others. */
export interface LevelReplies {
  readonly lowest: string;
  readonly highest: string;
  readonly onMatch: string;
  readonly onMismatch: string;
}

/** Filters that reply so, level by level. */
export function repliesByLevel({ lowest, highest, onMatch, onMismatch }: LevelReplies): XmlPart[] {
  const [from, until] = [rank(lowest), rank(highest)];
  return LEVELS.flatMap((level, index) => {
    const reply = index >= from && index <= until ? onMatch : onMismatch;
    return reply === "NEUTRAL" ? [] : [levelFilter(level, reply, "NEUTRAL")];
  });
}

/** The same, and shorter where the levels in between pass to the next filter or, behind the last one, to the appender. */
export function levelRange(replies: LevelReplies, isLast: boolean): XmlPart[] {
  const { lowest, highest, onMatch, onMismatch } = replies;
  const isRange = rank(lowest) <= rank(highest) && onMismatch === "DENY" && (onMatch === "NEUTRAL" || (onMatch === "ACCEPT" && isLast));
  return isRange ? [...threshold(lowest), ...(highest === "OFF" ? [] : ceiling(highest))] : repliesByLevel(replies);
}

/** ALL is below, OFF above all levels. */
function rank(level: string): number {
  return level === "OFF" ? LEVELS.length : LEVELS.indexOf(level);
}

export function isReply(text: string): text is Reply {
  return ["ACCEPT", "DENY", "NEUTRAL"].includes(text);
}

/** A level of Log4j in Logback's words; a variable stays one. `undefined` for what is no level. */
export function levelOrVariable(text: string): string | undefined {
  return hasVariables(text) ? text : levelOfLog4j(text)?.level;
}
