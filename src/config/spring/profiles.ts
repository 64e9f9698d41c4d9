import type { OuterProperties } from "../property-scope.js";

/** Active where no other profile is, as in Spring. */
const DEFAULT_PROFILE = "default";
/** Deeper than anybody writes, and shallow enough for the stack. */
const MAX_DEPTH = 100;

/** A profile expression that cannot be read. */
export class ProfileError extends Error {
  constructor(expression: string, expected: string, position: number) {
    super(`Malformed profile expression [${expression}]: expected ${expected} at position ${position}.`);
    this.name = "ProfileError";
  }
}

/** Profiles by the program property `spring.profiles.active`, else `SPRING_PROFILES_ACTIVE`, else `NODE_ENV`; names apart by commas. */
export function profilesOf({ program, environment }: Pick<OuterProperties, "program" | "environment">): readonly string[] {
  const text = [program.get("spring.profiles.active"), environment["SPRING_PROFILES_ACTIVE"], environment["NODE_ENV"]].find((candidate) => candidate !== undefined && candidate.trim() !== "");
  return (text ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/**
 * Whether one of the expressions holds: `prod`, `!prod`, `prod & eu`, `dev | test`, `prod & (eu | us)`. As in Spring, `&` and `|`
 * are mixed only with parentheses.
 *
 * Source: Spring Framework, `org.springframework.core.env.Profiles`.
 *
 * @throws ProfileError
 */
export function acceptsProfiles(expressions: readonly string[], active: readonly string[]): boolean {
  const names = new Set(active.length === 0 ? [DEFAULT_PROFILE] : active);
  // All are read, so that a mistake in the last is found in any case.
  return expressions.map((expression) => new ProfileExpression(expression, names).evaluate()).includes(true);
}

class ProfileExpression {
  readonly #text: string;
  readonly #active: ReadonlySet<string>;
  #at = 0;
  #depth = 0;

  constructor(text: string, active: ReadonlySet<string>) {
    this.#text = text;
    this.#active = active;
  }

  evaluate(): boolean {
    const whole = this.#operands();
    if (this.#at < this.#text.length) {
      throw this.#expected('"&", "|" or the end');
    }
    return whole;
  }

  /** One operand, or several with the same operator between them. */
  #operands(): boolean {
    const values = [this.#operand()];
    let operator: string | undefined;
    for (let next = this.#next(); next === "&" || next === "|"; next = this.#next()) {
      if (operator !== undefined && operator !== next) {
        throw this.#expected('parentheses, since "&" and "|" are mixed,');
      }
      operator = next;
      this.#at++;
      values.push(this.#operand());
    }
    return operator === "|" ? values.includes(true) : !values.includes(false);
  }

  #operand(): boolean {
    if (++this.#depth > MAX_DEPTH) {
      throw this.#expected(`at most ${MAX_DEPTH} levels`);
    }
    const value = this.#value();
    this.#depth--;
    return value;
  }

  #value(): boolean {
    switch (this.#next()) {
      case "!":
        this.#at++;
        return !this.#operand();
      case "(": {
        this.#at++;
        const inner = this.#operands();
        if (this.#next() !== ")") {
          throw this.#expected('")"');
        }
        this.#at++;
        return inner;
      }
      default: {
        const name = /^[^!&|()]+/.exec(this.#text.slice(this.#at))?.[0] ?? "";
        if (name.trim() === "") {
          throw this.#expected("the name of a profile");
        }
        this.#at += name.length;
        return this.#active.has(name.trim());
      }
    }
  }

  /** The next character that is not blank. */
  #next(): string {
    while (/\s/.test(this.#text.charAt(this.#at))) {
      this.#at++;
    }
    return this.#text.charAt(this.#at);
  }

  #expected(what: string): ProfileError {
    return new ProfileError(this.#text, what, this.#at);
  }
}
