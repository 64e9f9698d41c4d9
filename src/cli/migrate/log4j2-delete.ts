import { remarkLeftovers } from "./encoders.js";
import { periodOf } from "./log4j2-file-pattern.js";
import type { OldComponent } from "./old-component.js";
import type { Remarks } from "./remark.js";
import { fileSize } from "./rolling-parts.js";
import { withDefaults } from "./variables.js";

/** How long archives are kept, and how much of them. */
export interface Removal {
  readonly maxHistory?: string | undefined;
  readonly totalSizeCap?: string | undefined;
}

interface Surroundings {
  /** The appender, as it is named to the reader. */
  readonly who: string;
  /** In Logback's words. */
  readonly pattern: string;
  readonly remarks: Remarks;
}

/** A limit of the size counts only together with one of the time; this one is hardly ever reached. */
const TEN_YEARS = 3_650 * 86_400;

/** A condition, and whether it stands beside others of which one is enough. */
interface Condition {
  readonly condition: OldComponent;
  readonly isAlternative: boolean;
}

/** What `<Delete>` with its conditions is in Logback. Source: Log4j 2 manual, "Delete on rollover". */
export function removal(remove: OldComponent, { who, pattern, remarks }: Surroundings): Removal {
  const lost = ({ line, className }: OldComponent, why: string): void => { remarks.warn(line, `<${className}> of ${who} is not carried over${why}`); };
  const conditions = remove.children.flatMap((child) => flattened(child, false));
  const age = limit("IfLastModified", "age", secondsOf);
  const totalSizeCap = limit("IfAccumulatedFileSize", "exceeds", fileSize);
  const others = conditions.map(({ condition }) => condition).filter((one) => one !== age?.from.condition && one !== totalSizeCap?.from.condition);
  const names = others.filter(({ kind }) => kind.toLowerCase() === "iffilename");
  const isOfOtherFiles = names.filter((condition) => !namesArchives(condition, pattern)).length > 0;
  for (const condition of others.filter((one) => !names.includes(one))) {
    lost(condition, ".");
  }
  for (const { condition } of conditions) {
    remarkLeftovers(condition, `<${condition.className}> of ${who}`, remarks);
  }
  // The archives are found by their pattern, in whatever folder.
  for (const name of ["basePath", "maxDepth", "followLinks"]) {
    remove.take(name);
  }
  const isTest = remove.takeBoolean("testMode", false);
  remarkLeftovers(remove, `<${remove.className}> of ${who}`, remarks);
  const period = periodOf(pattern) ?? Infinity;
  if (isOfOtherFiles) {
    lost(remove, ": its <IfFileName> names other files than the archives of the appender, and Logback removes no others.");
    return {};
  }
  if (isTest || (age === undefined && totalSizeCap === undefined) || !Number.isFinite(period)) {
    lost(remove, isTest ? ": in its testMode it removed nothing." : "; <maxHistory> and <totalSizeCap> remove archives.");
    return {};
  }
  if (age?.from.isAlternative === false && totalSizeCap !== undefined) {
    lost(remove, " as it was: it removed what was both too old and too much; here <maxHistory> and <totalSizeCap> each remove archives.");
  }
  const maxHistory = String(Math.max(1, Math.ceil((age?.value ?? TEN_YEARS) / period)));
  remarks.note(remove.line, `<Delete> of ${who} becomes maxHistory ${maxHistory}, which counts periods of the date in the file's name${totalSizeCap === undefined ? "" : `, and totalSizeCap ${totalSizeCap.value}`}.`);
  return { maxHistory, totalSizeCap: totalSizeCap?.value };

  /** The value of the first condition of a kind; what is none is told with the conditions that are lost. */
  function limit<Value>(kind: string, parameter: string, read: (text: string) => Value | undefined): { readonly value: Value; readonly from: Condition } | undefined {
    const from = conditions.find(({ condition }) => condition.kind.toLowerCase() === kind.toLowerCase());
    const value = from === undefined ? undefined : read(withDefaults(from.condition.takeResolved(parameter) ?? ""));
    return from === undefined || value === undefined ? undefined : { value, from };
  }
}

/** Conditions in a condition have to hold, too; those in `<IfAny>` need not all. What `<IfNot>` has in it goes with it. */
function flattened(condition: OldComponent, isAlternative: boolean): Condition[] {
  const kind = condition.kind.toLowerCase();
  const isAny = isAlternative || kind === "ifany";
  const inside = kind === "ifnot" ? [] : condition.children.flatMap((child) => flattened(child, isAny));
  return kind === "ifany" || kind === "ifall" ? inside : [{ condition, isAlternative }, ...inside];
}

/** Seconds of `30d`, `P30D`, `PT12H` or `1d12h`. Source: Log4j 2, `Duration`. */
function secondsOf(age: string): number | undefined {
  const found = /^P?(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i.exec(age);
  const seconds = [86_400, 3_600, 60, 1].reduce((sum, unit, index) => sum + unit * Number(found?.[index + 1] ?? 0), 0);
  return seconds === 0 ? undefined : seconds;
}

/** Whether the archives may be meant: as far as they are plain text, the beginnings and the ends of the names are the same. */
function namesArchives(condition: OldComponent, pattern: string): boolean {
  const glob = condition.take("glob");
  const [meant, archive] = [fileName(glob ?? condition.take("regex") ?? ""), fileName(pattern)];
  const [start, end] = [plainStart(meant), glob === undefined ? "" : plainEnd(meant)];
  return areAlike(start, plainStart(archive), (text, beginning) => text.startsWith(beginning)) && areAlike(end, plainEnd(archive), (text, ending) => text.endsWith(ending));
}

function areAlike(one: string, other: string, holds: (text: string, part: string) => boolean): boolean {
  return holds(one, other) || holds(other, one);
}

function fileName(path: string): string {
  const text = path.replaceAll("${file.separator}", "/");
  return text.slice(text.lastIndexOf("/") + 1);
}

function plainStart(name: string): string {
  return /^(?:\$\{[^{}]*\}|[\w-])*/.exec(name)?.[0] ?? "";
}

function plainEnd(name: string): string {
  return /[\w.-]*$/.exec(name.replace(/%[di]/g, "*"))?.[0] ?? "";
}
