import type { Report } from "../core/component.js";
import { parsePattern, type PatternNode } from "../pattern/parser.js";
import { compileDateFormat, type DateFormat } from "../util/date-format.js";
import { parseDatePattern } from "../util/date-pattern.js";
import type { DateToken, FileNameToken } from "./file-name-token.js";
import { parseLegacyDatePattern } from "./legacy-date-pattern.js";

const DEFAULT_DATE_PATTERN = "yyyy-MM-dd";
const AUXILIARY = "AUX";

/** @returns `undefined` when the pattern cannot be read; the reason is reported. */
export function parseFileNameTokens(text: string, report: Report): readonly FileNameToken[] | undefined {
  // A parenthesis is literal here, while the language of patterns closes a group with it.
  const escaped = text.replaceAll(")", "\\)");
  const { nodes, problems } = parsePattern(escaped);
  const problem = problems[0];
  if (problem !== undefined) {
    const column = escaped.slice(0, problem.column).replaceAll("\\", "").length;
    const place = problem.column > escaped.length ? "at its end" : `at character ${String(column)}`;
    report.error(`The file name pattern "${text}" has a mistake ${place}: expected %d, %d{date pattern, zone, aux} or %i${nodes === undefined ? "; it cannot be used" : " there"}.`);
  }
  const primary = nodes?.find((node) => node.kind === "word" && node.word === "d" && !node.options.slice(1).some(isAuxiliary));
  return nodes?.map((node) => tokenOf(node, node === primary, text, report));
}

/** @param tellsPeriod - The file rolls by it. */
function tokenOf(node: PatternNode, tellsPeriod: boolean, text: string, report: Report): FileNameToken {
  if (node.kind === "text") {
    return { kind: "text", text: node.text };
  }
  if (node.kind === "word" && node.word === "i") {
    return { kind: "index", minDigits: node.format?.min ?? 0 };
  }
  if (node.kind === "word" && node.word === "d") {
    return dateToken(node.options, tellsPeriod, report);
  }
  report.error(`In the file name pattern "${text}", %${node.word} stands for nothing: expected %d or %i; it is printed as %PARSER_ERROR[${node.word}].`);
  return { kind: "text", text: `%PARSER_ERROR[${node.word}]` };
}

function dateToken([text = DEFAULT_DATE_PATTERN, ...rest]: readonly string[], tellsPeriod: boolean, report: Report): DateToken {
  const isPrimary = !rest.some(isAuxiliary);
  const zones = rest.filter((option) => !isAuxiliary(option));
  const known = zones.filter((id) => typeof compiled(DEFAULT_DATE_PATTERN, id) !== "string");
  for (const id of zones.filter((each) => !known.includes(each))) {
    report.error(`"${id}" is no time zone: expected an id such as UTC, Europe/Berlin or +02:00; ${known.at(-1) ?? "the system's zone"} is used.`);
  }
  const zone = known.at(-1);
  const format = compiled(text, zone);
  const problem = typeof format === "string" ? format : unsuitable(text, tellsPeriod);
  if (typeof format !== "string" && problem === undefined) {
    return { kind: "date", datePattern: text, zone, isPrimary, format };
  }
  report.error(`"${text}" is no date pattern for a file name: ${problem ?? ""} ${DEFAULT_DATE_PATTERN} is used.`);
  return { kind: "date", datePattern: DEFAULT_DATE_PATTERN, zone, isPrimary, format: compileDateFormat(DEFAULT_DATE_PATTERN, zoneOption(zone)) };
}

/** Why a date pattern that is one does not suit a file name. */
function unsuitable(pattern: string, tellsPeriod: boolean): string | undefined {
  if (tellsPeriod && parseLegacyDatePattern(pattern) === undefined) {
    return "It has a letter from which no period can be told.";
  }
  return parseDatePattern(pattern).some(({ pad }) => pad !== undefined) ? "It pads with spaces." : undefined;
}

function isAuxiliary(option: string): boolean {
  return option.toUpperCase() === AUXILIARY;
}

/** The reason when it is none. */
function compiled(pattern: string, zone: string | undefined): DateFormat | string {
  try {
    return compileDateFormat(pattern, zoneOption(zone));
  } catch (error) {
    return (error as Error).message;
  }
}

function zoneOption(zone: string | undefined): { zone?: string } {
  return zone === undefined ? {} : { zone };
}
