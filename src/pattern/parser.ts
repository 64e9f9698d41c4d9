import { parseFormatInfo, type FormatInfo } from "./format-info.js";
import type { PatternProblem } from "./problem.js";
import { PatternSyntaxError, tokenizePattern, type Token } from "./tokenizer.js";

/** Literal text. */
export interface TextNode {
  readonly kind: "text";
  readonly text: string;
}

/** `%word{options}` */
export interface WordNode extends Conversion {
  readonly kind: "word";
}

/** `%word(parts){options}`; the word of a bare group `%(parts)` is {@link BARE_GROUP}. */
export interface GroupNode extends Conversion {
  readonly kind: "group";
  readonly parts: readonly PatternNode[];
}

interface Conversion {
  readonly word: string;
  readonly format: FormatInfo | undefined;
  /** Empty both for `{}` and for no braces. */
  readonly options: readonly string[];
  /** What stands between the braces; `undefined` where there are none. */
  readonly optionText: string | undefined;
  /** Where each option begins, from 1. */
  readonly optionColumns: readonly number[];
  /** Of the `%`, from 1. */
  readonly column: number;
}

/** One piece of a pattern. */
export type PatternNode = TextNode | WordNode | GroupNode;

/** The word that Logback gives to a group without one. */
export const BARE_GROUP = "BARE";

/** A pattern in its pieces, and what is wrong with it. */
export interface ParsedPattern {
  /** `undefined` when the pattern cannot be used at all. */
  readonly nodes: readonly PatternNode[] | undefined;
  readonly problems: readonly PatternProblem[];
}

/**
 * Turns a pattern into nodes.
 *
 * Mistakes that make Logback refuse the pattern do so here (an open brace or parenthesis, a `%` at the end, an unknown escape).
 * Mistakes at which Logback throws (a format modifier that is no number, a group without content at the end) cost only
 * the part they stand in.
 *
 * Source: Logback, `ch.qos.logback.core.pattern.parser.Parser`.
 */
export function parsePattern(pattern: string): ParsedPattern {
  if (pattern === "") {
    return { nodes: undefined, problems: [{ level: "ERROR", message: "The pattern is empty; nothing is printed.", column: 1 }] };
  }
  const problems: PatternProblem[] = [];
  try {
    const tokens = tokensOf(pattern, problems);
    if (tokens.length === 0) {
      problems.push({ level: "ERROR", message: `"${pattern}" stands for nothing; only throwables are printed.`, column: 1 });
    }
    const reader = new NodeReader(tokens, problems);
    const nodes = reader.nodes();
    reader.expectEnd();
    return { nodes, problems };
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) {
      throw error;
    }
    problems.push({ level: "ERROR", message: `${error.message} The pattern cannot be used; nothing is printed.`, column: error.column });
    return { nodes: undefined, problems };
  }
}

/** A pattern that Logback would refuse even with a bad modifier in it is refused before the modifier is mended. */
function tokensOf(pattern: string, problems: PatternProblem[]): readonly Token[] {
  const asInLogback: PatternProblem[] = [];
  const tokens = tokenizePattern(pattern, asInLogback);
  const badModifiers = tokens.filter((token) => token.kind === "modifier" && parseFormatInfo(token.text) === undefined);
  if (badModifiers.length > 0) {
    const mended = mendedTokens(pattern, problems);
    if (mended !== undefined) {
      return mended;
    }
  }
  for (const { text, column } of badModifiers) {
    problems.push({ level: "ERROR", message: `"${text}" is no format modifier such as -20 or .30; it is ignored.`, column: column - 1 });
  }
  problems.push(...asInLogback);
  return tokens;
}

/** `undefined` when what is taken for text then is no pattern. */
function mendedTokens(pattern: string, problems: PatternProblem[]): readonly Token[] | undefined {
  const found: PatternProblem[] = [];
  try {
    const tokens = tokenizePattern(pattern, found, (modifier) => parseFormatInfo(modifier) !== undefined);
    problems.push(...found);
    return tokens;
  } catch (error) {
    if (error instanceof PatternSyntaxError) {
      return undefined;
    }
    throw error;
  }
}

class NodeReader {
  readonly #tokens: readonly Token[];
  readonly #problems: PatternProblem[];
  #next = 0;

  constructor(tokens: readonly Token[], problems: PatternProblem[]) {
    this.#tokens = tokens;
    this.#problems = problems;
  }

  /** Everything up to a token that begins no part. */
  nodes(): PatternNode[] {
    const nodes: PatternNode[] = [];
    for (;;) {
      const token = this.#tokens[this.#next];
      if (token?.kind === "text") {
        this.#next++;
        nodes.push({ kind: "text", text: token.text });
      } else if (token?.kind === "percent") {
        this.#next++;
        const node = this.#conversion(token.column);
        if (node !== undefined) {
          nodes.push(node);
        }
      } else {
        return nodes;
      }
    }
  }

  expectEnd(): void {
    const token = this.#tokens[this.#next];
    if (token !== undefined) {
      const isAll = this.#next === 0;
      this.#problems.push({
        level: isAll ? "ERROR" : "WARN",
        message: `The ")" closes no group; ${isAll ? "nothing is printed" : "the pattern ends here and the rest is not printed"}. Write \\) for a parenthesis.`,
        column: token.column,
      });
    }
  }

  #conversion(column: number): PatternNode | undefined {
    const modifier = this.#take("modifier");
    const format = modifier === undefined ? undefined : parseFormatInfo(modifier.text);
    const word = this.#take("word");
    if (word !== undefined) {
      return { kind: "word", word: word.text, format, ...this.#options(), column };
    }
    const groupWord = this.#take("groupWord");
    if (groupWord === undefined) {
      return undefined;
    }
    if (this.#next >= this.#tokens.length) {
      this.#problems.push({ level: "ERROR", message: `The group "%${groupText(groupWord.text)}(" is empty and not closed; it is left out.`, column });
      return undefined;
    }
    const parts = this.nodes();
    if (this.#take("close") === undefined) {
      throw new PatternSyntaxError(`The group "%${groupText(groupWord.text)}(" is not closed: ")" is missing.`, column);
    }
    return { kind: "group", word: groupWord.text, parts, format, ...this.#options(), column };
  }

  #options(): Pick<Conversion, "options" | "optionText" | "optionColumns"> {
    const token = this.#take("options");
    return { options: token?.options ?? [], optionText: token?.text, optionColumns: token?.optionColumns ?? [] };
  }

  #take(kind: Token["kind"]): Token | undefined {
    const token = this.#tokens[this.#next];
    if (token?.kind !== kind) {
      return undefined;
    }
    this.#next++;
    return token;
  }
}

function groupText(word: string): string {
  return word === BARE_GROUP ? "" : word;
}
