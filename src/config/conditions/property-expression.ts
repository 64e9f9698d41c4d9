/** Looks a property up. */
export type PropertyLookup = (key: string) => string | undefined;

/** An expression that cannot be read: what was expected, and where. */
export class ExpressionError extends Error {
  /** @param position - Characters before the mistake. */
  constructor(expression: string, expected: string, position: number) {
    super(`Malformed expression: In [${expression}] expecting ${expected} at position ${position}.`);
    this.name = "ExpressionError";
  }
}

type Evaluate = (property: PropertyLookup) => boolean;

/** The functions of the language; the second argument of the last two is required. */
const FUNCTIONS: ReadonlyMap<string, { readonly arity: number; readonly test: (value: string | undefined, operand: string) => boolean }> = new Map([
  ["isDefined", { arity: 1, test: (value) => value !== undefined }],
  ["isNull", { arity: 1, test: (value) => value === undefined }],
  ["propertyEquals", { arity: 2, test: (value, operand) => value === operand }],
  ["propertyContains", { arity: 2, test: (value, operand) => value?.includes(operand) ?? false }],
]);

/** Deeper than anybody writes, and shallow enough for the stack. */
const MAX_DEPTH = 100;

/**
 * Reads an expression of `isDefined("X")`, `isNull("X")`, `propertyEquals("X", "v")`, `propertyContains("X", "v")`,
 * `true`, `false`, `!`, `&&`, `||` and parentheses; `&&` binds tighter than `||`.
 *
 * Source: Logback manual, "Configuration", ExpressionPropertyCondition.
 *
 * @throws ExpressionError
 */
export function parsePropertyExpression(expression: string): Evaluate {
  return new Parser(expression).parse();
}

class Parser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Evaluate {
    const whole = this.#or();
    if (this.#at < this.#text.length) {
      throw this.#expected("the end");
    }
    return whole;
  }

  #or(): Evaluate {
    let left = this.#and();
    while (this.#take("||")) {
      const [first, second] = [left, this.#and()];
      left = (property) => first(property) || second(property);
    }
    return left;
  }

  #and(): Evaluate {
    let left = this.#not();
    while (this.#take("&&")) {
      const [first, second] = [left, this.#not()];
      left = (property) => first(property) && second(property);
    }
    return left;
  }

  #not(): Evaluate {
    if (++this.#depth > MAX_DEPTH) {
      throw this.#expected(`at most ${MAX_DEPTH} levels`);
    }
    try {
      if (this.#take("!")) {
        const inner = this.#not();
        return (property) => !inner(property);
      }
      if (this.#take("(")) {
        const inner = this.#or();
        this.#require(")");
        return inner;
      }
      return this.#call();
    } finally {
      this.#depth--;
    }
  }

  #call(): Evaluate {
    this.#skipBlanks();
    const name = /^[A-Za-z_]\w*/.exec(this.#text.slice(this.#at))?.[0] ?? "";
    if (name === "") {
      throw this.#expected("a function, true, false, ! or (");
    }
    const start = this.#at;
    this.#at += name.length;
    if (name === "true" || name === "false") {
      this.#skipBlanks();
      return () => name === "true";
    }
    this.#require("(");
    const known = FUNCTIONS.get(name);
    if (known === undefined) {
      this.#at = start;
      throw this.#expected([...FUNCTIONS.keys()].join(", "));
    }
    const key = this.#string();
    let operand = "";
    if (known.arity === 2) {
      this.#require(",");
      operand = this.#string();
    }
    this.#require(")");
    return (property) => known.test(property(key), operand);
  }

  #string(): string {
    this.#require('"');
    const end = this.#text.indexOf('"', this.#at);
    if (end < 0) {
      this.#at = this.#text.length;
      throw this.#expected("'\"'");
    }
    const text = this.#text.slice(this.#at, end);
    this.#at = end + 1;
    return text;
  }

  #require(token: string): void {
    this.#skipBlanks();
    if (!this.#text.startsWith(token, this.#at)) {
      throw this.#expected(`'${token}'`);
    }
    this.#at += token.length;
    if (token !== '"') {
      this.#skipBlanks();
    }
  }

  #take(token: string): boolean {
    this.#skipBlanks();
    const isThere = this.#text.startsWith(token, this.#at);
    if (isThere) {
      this.#at += token.length;
    }
    this.#skipBlanks();
    return isThere;
  }

  #skipBlanks(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text.charAt(this.#at))) {
      this.#at++;
    }
  }

  #expected(what: string): ExpressionError {
    return new ExpressionError(this.#text, what, this.#at);
  }
}
