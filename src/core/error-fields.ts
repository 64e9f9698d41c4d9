import { HIDDEN, isSecret } from "../util/secret-name.js";
import { DEFAULT_PRINT_LIMITS, printValue, type PrintLimits } from "./printable.js";
import { unprintable } from "./safe-access.js";

/** Names and printed values. */
export type ErrorFields = readonly (readonly [name: string, value: string])[];

const MOST_FIELDS = 32;
/** Fields that are looked at: an error may be a huge object. */
const MOST_SEEN = 256;
const LONGEST_NAME = 64;
const LIMITS: PrintLimits = { ...DEFAULT_PRINT_LIMITS, maxStringLength: 512 };

/** What databases, child processes and HTTP clients put there: a command line or a statement with its values. */
const NOT_SHOWN = /^(?:authorization|cmd|cookie|parameters|sql)$/i;

const NONE: ErrorFields = Object.freeze([]);

/**
 * The own enumerable fields of an error that hold text, a number or a truth value, such as `code`. Never throws, calls no
 * getter, and is bounded in number and length.
 *
 * Not objects: those of HTTP clients hold whole requests, with their passwords. Values of fields whose name means a secret
 * are not shown.
 *
 * @param except - Names of fields that are printed elsewhere.
 */
export function errorFields(error: object, except: ReadonlySet<string>): ErrorFields {
  try {
    const names = Object.keys(error);
    return names.length === 0 ? NONE : plainFields(error, names, except);
  } catch (thrown) {
    return [["…", unprintable(thrown)]];
  }
}

function plainFields(error: object, names: readonly string[], except: ReadonlySet<string>): ErrorFields {
  const fields: [string, string][] = [];
  for (const name of names.length > MOST_SEEN ? names.slice(0, MOST_SEEN) : names) {
    const value: unknown = except.has(name) ? undefined : Object.getOwnPropertyDescriptor(error, name)?.value;
    if (!isPlain(value)) {
      continue;
    }
    if (fields.length === MOST_FIELDS) {
      fields.push(["…", "and more"]);
      break;
    }
    fields.push([name.slice(0, LONGEST_NAME), isSecret(name) || NOT_SHOWN.test(name) ? HIDDEN : printValue(value, LIMITS)]);
  }
  return fields.length === 0 ? NONE : fields;
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
}
