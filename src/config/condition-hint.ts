const BOOLEX = "ch.qos.logback.core.boolex";

/** The few shapes that old files use: `property("X").equals("v")`, `p("X").contains("v")`, `isDefined("X")`, `isNull("X")`, negated or not. */
const PROPERTY_CALL = /^(!?)\s*(?:property|p)\(\s*"([^"]*)"\s*\)(?:\.(?:trim|toUpperCase|toLowerCase)\(\))*\.(equals|contains)\(\s*"([^"]*)"\s*\)$/;
const REVERSED_EQUALS = /^(!?)\s*"([^"]*)"\.equals\(\s*(?:property|p)\(\s*"([^"]*)"\s*\)\s*\)$/;
const DEFINED_CALL = /^(!?)\s*(isDefined|isNull)\(\s*"([^"]*)"\s*\)$/;

/** Advice for an expression in Java: the `<condition>` that means the same, where the shape is one of those that occur. */
export function conditionFor(expression: string): string {
  const text = translated(expression.trim());
  const hint = text === undefined ? `write a <condition class="${BOOLEX}.ExpressionPropertyCondition"> before the <if>, with an <expression> of isDefined("X"), isNull("X"), propertyEquals("X", "v") and propertyContains("X", "v")` : `write <condition class="${BOOLEX}.ExpressionPropertyCondition"><expression>${text}</expression></condition> before the <if>`;
  return `Instead, ${hint}.`;
}

function translated(expression: string): string | undefined {
  const call = PROPERTY_CALL.exec(expression);
  if (call !== null) {
    const [, not = "", key = "", method, value = ""] = call;
    return `${not}${method === "equals" ? "propertyEquals" : "propertyContains"}("${key}", "${value}")`;
  }
  const reversed = REVERSED_EQUALS.exec(expression);
  if (reversed !== null) {
    const [, not = "", value = "", key = ""] = reversed;
    return `${not}propertyEquals("${key}", "${value}")`;
  }
  return DEFINED_CALL.test(expression) ? expression : undefined;
}
