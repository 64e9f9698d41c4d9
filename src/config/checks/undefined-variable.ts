import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";
import type { Check, Finding } from "./check.js";
import { withUnconditional } from "./search.js";

const UNDEFINED = /([^\s/\\]{1,100}?)_IS_UNDEFINED/g;

/** A variable that nobody defines and that has no default: its place shows the name and `_IS_UNDEFINED`. Once a variable. */
export const undefinedVariable: Check = {
  name: "undefined-variable",
  find: (configuration) => {
    const found = new Map<string, Finding>();
    for (const element of configuration.elements.flatMap(withUnconditional)) {
      for (const { name, finding } of findingsIn(element, configuration)) {
        if (!found.has(name)) {
          found.set(name, finding);
        }
      }
    }
    return [...found.values(), ...usedTooEarly(configuration)];
  },
};

/** Properties whose value was put together before a variable in it was defined: the order of the file counts. */
function usedTooEarly({ properties }: SurveyedConfiguration): Finding[] {
  return [...properties].flatMap(([name, { value, element }]) =>
    [...value.matchAll(UNDEFINED)]
      .map((match) => match[1] ?? "")
      .filter((variable) => properties.has(variable))
      .map((variable) => ({ element, message: `\${${variable}} is defined only further down, so "${name}" is "${value}". Define it above.` })),
  );
}

function findingsIn(element: XmlElement, { reading }: SurveyedConfiguration): { readonly name: string; readonly finding: Finding }[] {
  const texts = [...element.attributes.map(({ value, position }) => ({ text: value, at: position })), { text: element.text, at: element.textPosition ?? element.position }];
  return texts.flatMap(({ text, at }) => {
    const names = new Set([...text.matchAll(/\$\{([^${}]+)\}/g)].map((match) => match[1] ?? "").filter((name) => !name.includes(":-")));
    const becomes = reading.substituteSilently(text).trim();
    return [...names]
      // Not one whose value holds the mark of another, and not a default that is not needed.
      .filter((name) => reading.substituteSilently(`\${${name}}`) === `${name}_IS_UNDEFINED` && becomes.includes(`${name}_IS_UNDEFINED`))
      .map((name) => ({
        name,
        finding: { element, at, message: `Nobody defines \${${name}}; the text becomes "${becomes}". ${adviceFor(name)}` },
      }));
  });
}

/** A shell has `:=` and `:?` for its defaults, Spring a colon alone. */
function adviceFor(name: string): string {
  const [, before = "", fallback = ""] = /^([^:]+):[=?+]?(.*)$/s.exec(name) ?? [];
  return before === ""
    ? `Give it a default, \${${name}:-value}, or define it by <property>, in the environment or with --define.`
    : `A default is written with ":-", \${${before}:-${fallback}}.`;
}
