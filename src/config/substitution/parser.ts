import { SubstitutionError } from "./error.js";
import { tokenizeSubstitution, type SubstitutionToken } from "./tokens.js";

/** `${name:-fallback}`, where both parts may hold variables again. */
export interface SubstitutionVariable {
  readonly name: readonly SubstitutionNode[];
  readonly fallback?: readonly SubstitutionNode[];
  /** The two parts as they are written; two variables written alike are the same variable. */
  readonly nameText: string;
  readonly fallbackText?: string;
  /** Column of the `$`, from 1. */
  readonly column: number;
}

/** Text as it stands, or a variable. */
export type SubstitutionNode = string | SubstitutionVariable;

/** A text in its parts. */
export interface ParsedSubstitution {
  readonly nodes: readonly SubstitutionNode[];
  /** Column from which the text is dropped: at the first `}` or `:-` outside all braces Logback stops reading. */
  readonly ignoredFromColumn?: number;
}

/**
 * Reads a text with variables. Plain braces must be balanced too; between them a `:-` is text, if something stands before it.
 *
 * Source: Logback 1.6, `ch.qos.logback.core.subst.Parser`. Throws: `SubstitutionError`.
 */
export function parseSubstitution(text: string, maxDepth: number): ParsedSubstitution {
  const parser = new SubstitutionParser(text, maxDepth);
  const nodes: SubstitutionNode[] = [];
  parser.sequence(nodes);
  const rest = parser.next;
  return rest === undefined ? { nodes } : { nodes, ignoredFromColumn: rest.offset + 1 };
}

class SubstitutionParser {
  readonly #text: string;
  readonly #tokens: readonly SubstitutionToken[];
  readonly #maxDepth: number;
  #index = 0;
  #depth = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#tokens = tokenizeSubstitution(text);
    this.#maxDepth = maxDepth;
  }

  get next(): SubstitutionToken | undefined {
    return this.#tokens[this.#index];
  }

  /** Adds everything up to a `}` or `:-` that belongs to somebody else. */
  sequence(nodes: SubstitutionNode[]): void {
    for (let token = this.next; token !== undefined; token = this.next) {
      const opening = token;
      if (token.type === "literal") {
        nodes.push(token.text);
        this.#index++;
      } else if (token.type === "{") {
        this.#nested(opening, () => this.#braces(nodes));
      } else if (token.type === "${") {
        this.#nested(opening, () => nodes.push(this.#variable(opening)));
      } else {
        return;
      }
    }
  }

  #nested(opening: SubstitutionToken, read: () => void): void {
    if (++this.#depth > this.#maxDepth) {
      throw new SubstitutionError(`expected at most ${this.#maxDepth} braces inside each other, got more`, opening.offset + 1);
    }
    this.#index++;
    read();
    this.#closing(opening);
    this.#depth--;
  }

  #braces(nodes: SubstitutionNode[]): void {
    nodes.push("{");
    const before = nodes.length;
    this.sequence(nodes);
    const separator = this.next;
    if (separator?.type === ":-") {
      if (nodes.length === before) {
        throw new SubstitutionError('expected at least a character between "{" and ":-", got none', separator.offset);
      }
      nodes.push(separator.text);
      this.#index++;
      this.sequence(nodes);
    }
    nodes.push("}");
  }

  #variable(opening: SubstitutionToken): SubstitutionVariable {
    const name: SubstitutionNode[] = [];
    this.sequence(name);
    const base = { name, nameText: this.#written(opening.offset + opening.type.length), column: opening.offset + 1 };
    const separator = this.next;
    if (separator?.type !== ":-") {
      return base;
    }
    this.#index++;
    const fallback: SubstitutionNode[] = [];
    this.sequence(fallback);
    return { ...base, fallback, fallbackText: this.#written(separator.offset + separator.type.length) };
  }

  #written(from: number): string {
    return this.#text.slice(from, this.next?.offset);
  }

  #closing(opening: SubstitutionToken): void {
    const token = this.next;
    if (token?.type !== "}") {
      const came = token === undefined ? "the end of the text" : `":-" at column ${token.offset + 1}`;
      throw new SubstitutionError(`expected "}" for the "${opening.type}" at column ${opening.offset + 1}, got ${came}`, opening.offset + 1);
    }
    this.#index++;
  }
}
