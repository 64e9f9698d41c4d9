import type { ComponentEnvironment, Report } from "../core/component.js";
import type { KeySelection } from "../json/key-selection.js";
import { thrownMessage } from "../util/thrown-message.js";

/** The members of `<customFields>`; none, with a status, when the text is no JSON object. */
export function readCustomFields(text: string | undefined, report: Report): Readonly<Record<string, unknown>> {
  if (text === undefined || text === "") {
    return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
    report.error('Expected a JSON object such as {"service":"shop"}; no custom fields are written.');
  } catch (cause) {
    report.error(`This is no JSON: ${thrownMessage(cause)}. No custom fields are written.`);
  }
  return {};
}

/** `key=name` pairs; what is none is left out, with a status. */
function readRenamedKeys(texts: readonly string[], report: Report): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const text of texts) {
    const [key, name, ...more] = text.split("=");
    if (key === undefined || key === "" || name === undefined || name === "" || more.length > 0) {
      report.error(`Expected mdcKeyName=fieldName, got "${text}"; it is ignored.`);
    } else {
      names.set(key, name);
    }
  }
  return names;
}

/**
 * Which keys are written, from the properties of the names given.
 *
 * @param what - Whose keys they are, for statuses.
 */
export function keySelection<Name extends string>(
  what: string,
  { included, excluded, renamed }: Readonly<Record<"included" | "excluded" | "renamed", Name>>,
  values: Readonly<Record<Name, readonly string[]>>,
  environment: ComponentEnvironment,
): KeySelection {
  if (values[included].length > 0 && values[excluded].length > 0) {
    environment.reportOn(excluded).error(`Keys of the ${what} are both included and excluded; only those are written that are included and not excluded.`);
  }
  return { included: new Set(values[included]), excluded: new Set(values[excluded]), renamed: readRenamedKeys(values[renamed], environment.reportOn(renamed)) };
}

/** `<version>` as the number that `<writeVersionAsInteger>` asks for; with a status, the text when it is none. */
export function readVersion(text: string, asInteger: boolean, report: Report): string | number {
  if (!asInteger) {
    return text;
  }
  if (/^[+-]?\d{1,9}$/.test(text)) {
    return Number(text);
  }
  report.warn(`"${text}" is not a whole number; it is written as text.`);
  return text;
}
