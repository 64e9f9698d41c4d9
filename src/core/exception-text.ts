import { byWeight, type Category } from "./category.js";
import { printValue } from "./printable.js";

/** What the text of an exception is made of. */
export interface ExceptionParts {
  /** Such as `MSG-1013`. */
  readonly code: string;
  readonly categories: readonly Category[];
  readonly message: string | undefined;
  readonly exceptionId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const SEVERAL_BLANKS = /(?<=\p{L}) {2,}(?=\p{L})/gu;

/**
 * `MSG-1013 Categories=USER_INPUT Message='...' exceptionID=-1316379722-11`, then each property on a line of its own, by name.
 * Several blanks between letters become one.
 *
 * Source: Open-Xchange, `com.openexchange.exception.OXException.getLogMessage`.
 */
export function exceptionText({ code, categories, message, exceptionId, properties }: ExceptionParts): string {
  const quoted = message === undefined ? "[Not available]" : `'${message}'`;
  const names = Object.keys(properties).sort();
  const lines = names.map((name) => `\n\t${name}: ${printValue(properties[name])}`);
  return `${code} Categories=${byWeight(categories).join(",")} Message=${quoted} exceptionID=${exceptionId}${lines.join("")}`.replace(SEVERAL_BLANKS, " ");
}
