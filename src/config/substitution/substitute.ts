import { quoted, shortened } from "../quoted-name.js";
import { SubstitutionError } from "./error.js";
import { parseSubstitution, type ParsedSubstitution, type SubstitutionNode, type SubstitutionVariable } from "./parser.js";

/** How much work one text may cause. */
export interface SubstitutionLimits {
  /** Variables inside variables, in a text or through their values; also braces inside braces. Default 64. */
  readonly maxDepth: number;
  /** Characters written, those of computed names included. Default 1 Mi. */
  readonly maxLength: number;
  /** Variables looked up. Default 10,000: empty values that double need no character. */
  readonly maxLookups: number;
}

/** A text without variables. */
export interface SubstitutionResult {
  readonly value: string;
  /** Names that had neither a value nor a default, each once, in the order they were met. */
  readonly undefinedNames: readonly string[];
  /** From this column on the text was dropped, as Logback does behind a `}` or `:-` outside all braces. */
  readonly ignoredFromColumn?: number;
}

const DEFAULTS: SubstitutionLimits = { maxDepth: 64, maxLength: 1024 * 1024, maxLookups: 10_000 };

/**
 * Replaces `${name}` and `${name:-default}` in a text of the configuration.
 *
 * A value found is substituted again, with the same `lookup`; a name or a default may hold variables. A name without
 * value and default becomes `name_IS_UNDEFINED`. An empty value is a value. Only for texts of the configuration: what is
 * logged never comes here.
 *
 * Source: Logback 1.6, `ch.qos.logback.core.subst`. The limits are our own.
 * Throws: `SubstitutionError` for a `${` or `{` that is not closed, a second `:-`, an empty name, a circle, or more than
 * the limits allow. What `lookup` throws passes through.
 *
 * @param lookup - Where values come from; the order of the places to look in is its affair.
 */
export function substitute(
  text: string,
  lookup: (name: string) => string | undefined,
  limits: Partial<SubstitutionLimits> = {},
): SubstitutionResult {
  const run = new Substitution(lookup, { ...DEFAULTS, ...limits });
  return run.resolve(text);
}

class Substitution {
  readonly #lookup: (name: string) => string | undefined;
  readonly #limits: SubstitutionLimits;
  readonly #undefinedNames = new Set<string>();
  readonly #parsedValues = new Map<string, ParsedSubstitution>();
  /** The variables being replaced, the outermost first. */
  readonly #stack: SubstitutionVariable[] = [];
  #length = 0;
  #lookups = 0;

  constructor(lookup: (name: string) => string | undefined, limits: SubstitutionLimits) {
    this.#lookup = lookup;
    this.#limits = limits;
  }

  resolve(text: string): SubstitutionResult {
    const { nodes, ignoredFromColumn } = parseSubstitution(text, this.#limits.maxDepth);
    const value = this.#write(nodes);
    const undefinedNames = [...this.#undefinedNames];
    return ignoredFromColumn === undefined ? { value, undefinedNames } : { value, undefinedNames, ignoredFromColumn };
  }

  #write(nodes: readonly SubstitutionNode[]): string {
    let written = "";
    for (const node of nodes) {
      written += typeof node === "string" ? this.#count(node) : this.#variable(node);
    }
    return written;
  }

  #variable(variable: SubstitutionVariable): string {
    const { maxDepth, maxLookups } = this.#limits;
    const circular = this.#stack.some((outer) => isSame(variable, outer));
    this.#stack.push(variable);
    if (circular) {
      this.#fail(`Circular variable reference: ${this.#stack.map(written).join(" --> ")}`);
    }
    if (this.#stack.length > maxDepth) {
      this.#fail(`expected at most ${maxDepth} variables inside each other, got more`);
    }
    if (++this.#lookups > maxLookups) {
      this.#fail(`expected at most ${maxLookups} variables, got more`);
    }
    const result = this.#value(variable, this.#write(variable.name));
    this.#stack.pop();
    return result;
  }

  #value(variable: SubstitutionVariable, name: string): string {
    const value = this.#lookup(name);
    if (value !== undefined) {
      return this.#write(this.#parseValue(name, value).nodes);
    }
    if (name === "") {
      this.#fail('expected the name of a variable after "${", got none');
    }
    if (variable.fallback !== undefined) {
      return this.#write(variable.fallback);
    }
    this.#undefinedNames.add(name);
    return this.#count(`${name}_IS_UNDEFINED`);
  }

  /** A value is parsed once, however often it is used. */
  #parseValue(name: string, value: string): ParsedSubstitution {
    const known = this.#parsedValues.get(value);
    if (known !== undefined) {
      return known;
    }
    try {
      const parsed = parseSubstitution(value, this.#limits.maxDepth);
      this.#parsedValues.set(value, parsed);
      return parsed;
    } catch (error) {
      if (error instanceof SubstitutionError) {
        this.#fail(`${error.message}, in the value of ${quoted(name)}`);
      }
      throw error;
    }
  }

  #count(text: string): string {
    this.#length += text.length;
    if (this.#length > this.#limits.maxLength) {
      this.#fail(`expected at most ${this.#limits.maxLength} characters, got more`);
    }
    return text;
  }

  #fail(message: string): never {
    throw new SubstitutionError(message, this.#stack[0]?.column ?? 1);
  }
}

/**
 * Whether meeting `variable` inside `outer` counts as a circle. One without a default equals one with, so that
 * `${a:-${a}}` is a circle and `${a:-${a:-x}}` is not.
 */
function isSame(variable: SubstitutionVariable, outer: SubstitutionVariable): boolean {
  return (
    (variable.nameText === "" || variable.nameText === outer.nameText) &&
    (variable.fallbackText === undefined || variable.fallbackText === outer.fallbackText)
  );
}

function written(variable: SubstitutionVariable): string {
  return `\${${shortened(variable.nameText)}}`;
}
