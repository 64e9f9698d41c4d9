/** A piece of a text with variables. `offset` is where it begins. */
export interface SubstitutionToken {
  readonly type: "literal" | "${" | ":-" | "{" | "}";
  readonly text: string;
  readonly offset: number;
}

/**
 * Cuts a text into literals and the four signs that mean something: `${`, `:-`, `{` and `}`.
 *
 * There is no escape character. A `$` that opens no variable takes the next character with it into the literal, whatever
 * it is, and so does a `:` that begins no default: the `}` of `$}` and of `:}` closes nothing, and the `-` of `::-` gives
 * no default. Only `:$` and `:{` leave their second character to be read by itself.
 *
 * Source: Logback 1.6, `ch.qos.logback.core.subst.Tokenizer`.
 */
export function tokenizeSubstitution(text: string): readonly SubstitutionToken[] {
  const tokens: SubstitutionToken[] = [];
  let literalFrom = 0;
  let offset = 0;
  const sign = (type: SubstitutionToken["type"]): void => {
    if (offset > literalFrom) {
      tokens.push({ type: "literal", text: text.slice(literalFrom, offset), offset: literalFrom });
    }
    if (type !== "literal") {
      tokens.push({ type, text: type, offset });
    }
    offset += type.length;
    literalFrom = offset;
  };
  while (offset < text.length) {
    const character = text[offset];
    const next = text[offset + 1];
    if (character === "$" && next === "{") {
      sign("${");
    }
    else if (character === ":" && next === "-") {
      sign(":-");
    }
    else if (character === "{" || character === "}") {
      sign(character);
    }
    else if (character === "$" || (character === ":" && next !== "$" && next !== "{")) {
      offset += 2;
    }
    else {
      offset += 1;
    }
  }
  offset = text.length;
  sign("literal");
  return tokens;
}
