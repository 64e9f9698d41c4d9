import { readOptions } from "./option-reader.js";
import type { PatternProblem } from "./problem.js";

/** The smallest piece of a pattern that means something. */
export interface Token {
  readonly kind: "text" | "percent" | "modifier" | "word" | "groupWord" | "options" | "close";
  /** Of options, what stands between the braces. */
  readonly text: string;
  readonly options?: readonly string[];
  /** From 1, of each option. */
  readonly optionColumns?: readonly number[];
  /** From 1. */
  readonly column: number;
}

/** A pattern that Logback refuses as a whole. */
export class PatternSyntaxError extends Error {
  override readonly name = "PatternSyntaxError";
  readonly column: number;

  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

// What Java allows in an identifier; words are read UTF-16 unit by unit, so nothing outside the basic plane belongs to one.
// Of ASCII it is told without Unicode's tables: to make an expression of them takes as long as to read a pattern.
const ASCII_WORD_START = /[A-Za-z$_]/;
const ASCII_WORD_PART = /[\w$\0-\x08\x0e-\x1b\x7f]/;
const WORD_START = /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u;
const WORD_PART = /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mc}\p{Mn}\p{Cf}\0-\x08\x0e-\x1b\x7f-\x9f]/u;
const NUMBER_LIKE = /^[-+.\d]*/;
const GROUP_WORD = "BARE";

type State = "text" | "modifier" | "word" | "close";

/**
 * Splits a pattern into tokens.
 *
 * @param isModifier - Decides what may stand between `%` and the word. Where it says no, a number-like text is dropped and
 *   anything else makes the `%` a literal one, each with a problem. Without it everything may, as in Logback.
 * @throws PatternSyntaxError where Logback refuses the whole pattern.
 */
export function tokenizePattern(pattern: string, problems: PatternProblem[], isModifier?: (text: string) => boolean): readonly Token[] {
  return new Tokenizer(pattern, problems, isModifier).tokens();
}

class Tokenizer {
  readonly #pattern: string;
  readonly #problems: PatternProblem[];
  readonly #isModifier: ((text: string) => boolean) | undefined;
  readonly #tokens: Token[] = [];
  #state: State = "text";
  #index = 0;
  #buffer = "";
  #bufferStart = 0;

  constructor(pattern: string, problems: PatternProblem[], isModifier: ((text: string) => boolean) | undefined) {
    this.#pattern = pattern;
    this.#problems = problems;
    this.#isModifier = isModifier;
  }

  tokens(): readonly Token[] {
    while (this.#index < this.#pattern.length) {
      const char = this.#pattern.charAt(this.#index++);
      switch (this.#state) {
        case "text":
          this.#text(char);
          break;
        case "modifier":
          this.#modifier(char);
          break;
        case "word":
          this.#word(char);
          break;
        case "close":
          this.#close(char);
          break;
      }
    }
    if (this.#state === "modifier") {
      throw new PatternSyntaxError('A conversion word is missing behind the last "%". Write \\% for a percent sign.', this.#lastPercent());
    }
    if (this.#state === "close") {
      this.#push("close", ")", this.#pattern.length - 1);
    } else {
      this.#flush(this.#state);
    }
    return this.#tokens;
  }

  #text(char: string): void {
    if (char === "\\") {
      this.#escape("%()");
    } else if (char === "%") {
      this.#flush("text");
      this.#percent();
    } else if (char === ")") {
      this.#flush("text");
      this.#state = "close";
    } else {
      this.#keep(char);
    }
  }

  #modifier(char: string): void {
    const isGroup = char === "(";
    if (!isGroup && !isWordStart(char)) {
      this.#keep(char);
      return;
    }
    if (this.#buffer !== "" && this.#isModifier?.(this.#buffer) === false && !this.#recover(isGroup)) {
      return;
    }
    this.#flush("modifier");
    if (isGroup) {
      this.#push("groupWord", GROUP_WORD, this.#index - 1);
      this.#state = "text";
    } else {
      this.#state = "word";
      this.#keep(char);
    }
  }

  /** Whether the word can still be printed, without its modifier. */
  #recover(isGroup: boolean): boolean {
    const modifier = this.#buffer;
    const column = this.#lastPercent();
    const numberLike = (NUMBER_LIKE.exec(modifier) as RegExpExecArray)[0];
    this.#buffer = "";
    if (numberLike === modifier) {
      this.#problems.push({ level: "ERROR", message: `"${modifier}" is no format modifier such as -20 or .30; it is ignored.`, column });
      return true;
    }
    this.#tokens.pop();
    const isDoubled = modifier.startsWith("%");
    this.#problems.push({
      level: "ERROR",
      message: `"%" stands before no conversion word; it is printed as it is. Write \\% for a percent sign.`,
      column,
    });
    if (isGroup && (!isDoubled || modifier === "%") && this.#pattern.includes(")", this.#index)) {
      // Its parenthesis must go on having a beginning: one that closes nothing would end the pattern.
      this.#push("text", isDoubled ? "%" : `%${modifier}`, column - 1);
      this.#push("percent", "%", column - 1);
      return true;
    }
    this.#bufferStart = column - 1;
    this.#buffer = `%${numberLike}`;
    this.#index = column + numberLike.length + (isDoubled ? 1 : 0);
    this.#state = "text";
    return false;
  }

  #word(char: string): void {
    if (isWordPart(char)) {
      this.#keep(char);
    } else if (char === "(") {
      this.#flush("groupWord");
      this.#state = "text";
    } else {
      this.#flush("word");
      if (char === "{") {
        this.#options();
      } else if (char === "%") {
        this.#percent();
      } else if (char === ")") {
        this.#state = "close";
      } else {
        this.#state = "text";
        if (char === "\\") {
          this.#escape("%()");
        } else {
          this.#keep(char);
        }
      }
    }
  }

  /** As in Logback, the character behind a closing parenthesis is never special, unless it is a brace or closes another group. */
  #close(char: string): void {
    this.#push("close", ")", this.#index - 2);
    if (char === "{") {
      this.#options();
    } else if (char !== ")") {
      this.#state = "text";
      if (char === "\\") {
        this.#escape("%{}");
      } else {
        this.#keep(char);
        if (char === "%" || char === "(") {
          const message = `As in Logback, "${char}" right behind ")" is printed as it is. Write {} between them for a conversion.`;
          this.#problems.push({ level: "WARN", message, column: this.#index });
        }
      }
    }
  }

  #options(): void {
    const start = this.#index;
    const read = readOptions(this.#pattern, start);
    if (read === undefined) {
      throw new PatternSyntaxError('The options are not closed: "}" or a quote is missing.', start);
    }
    this.#tokens.push({
      kind: "options",
      text: this.#pattern.slice(start, read.end - 1),
      options: read.options,
      optionColumns: read.starts.map((index) => index + 1),
      column: start,
    });
    this.#index = read.end;
    this.#state = "text";
  }

  #escape(special: string): void {
    const char = this.#pattern.charAt(this.#index++);
    if (char === "" || char === "_") {
      return;
    }
    const escaped = special.includes(char) || char === "\\" ? char : CONTROL_ESCAPES.get(char);
    if (escaped === undefined) {
      const known = `\\_${special}tnr`.replace(/./g, " \\$&");
      throw new PatternSyntaxError(`"\\${char}" is no escape; there are${known}.`, this.#index - 1);
    }
    this.#keep(escaped, 2);
  }

  #percent(): void {
    this.#push("percent", "%", this.#index - 1);
    this.#state = "modifier";
  }

  #keep(char: string, width = 1): void {
    if (this.#buffer === "") {
      this.#bufferStart = this.#index - width;
    }
    this.#buffer += char;
  }

  #flush(kind: Token["kind"]): void {
    if (this.#buffer !== "") {
      this.#push(kind, this.#buffer, this.#bufferStart);
      this.#buffer = "";
    }
  }

  #push(kind: Token["kind"], text: string, index: number): void {
    this.#tokens.push({ kind, text, column: index + 1 });
  }

  #lastPercent(): number {
    return this.#tokens.at(-1)?.column ?? 1;
  }
}

const CONTROL_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["t", "\t"],
  ["r", "\r"],
  ["n", "\n"],
]);

function isWordStart(char: string): boolean {
  return (char <= "\x7f" ? ASCII_WORD_START : WORD_START).test(char);
}

function isWordPart(char: string): boolean {
  return (char <= "\x7f" ? ASCII_WORD_PART : WORD_PART).test(char);
}
