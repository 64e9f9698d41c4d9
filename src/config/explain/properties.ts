import type { SourcePosition } from "../../core/status.js";
import { withUnconditional } from "../checks/search.js";
import { isSecret } from "../../util/secret-name.js";
import type { SurveyedConfiguration } from "../survey.js";

/** A property that the configuration defines, or that it uses and finds elsewhere. */
export interface ExplainedProperty {
  readonly name: string;
  /** Variables replaced; `undefined` for what looks like a secret by its name, and for what nobody defines. */
  readonly value: string | undefined;
  /** Of one that the configuration defines: `local`, `context` or `system`. Of another where it was found: `program`, `environment`, or `nowhere`. */
  readonly scope: "local" | "context" | "system" | "program" | "environment" | "nowhere";
  readonly position: SourcePosition | undefined;
}

/** Properties that the configuration defines, then the variables that it takes from outside. */
export function explainProperties(configuration: SurveyedConfiguration): ExplainedProperty[] {
  return [...definedProperties(configuration), ...outerProperties(configuration)];
}

function definedProperties({ properties, reading }: SurveyedConfiguration): ExplainedProperty[] {
  return [...properties].map(([name, { value, target, element }]) => ({ name, value: isSecret(name) ? undefined : value, scope: target, position: reading.placeOf(element.position) }));
}

/** Variables that the configuration uses and does not define. */
function outerProperties({ elements, properties, reading }: SurveyedConfiguration): ExplainedProperty[] {
  const { program, environment } = reading.scope.outer;
  const texts = elements.flatMap(withUnconditional).flatMap(({ attributes, text }) => [text, ...attributes.map(({ value }) => value)]);
  const names = new Set(texts.flatMap((text) => [...text.matchAll(/\$\{([^${}:]+)/g)].map((match) => match[1] ?? "")));
  return [...names]
    .filter((name) => !properties.has(name))
    .map((name) => {
      const value = reading.scope.get(name);
      const scope = value === undefined ? "nowhere" : program.has(name) ? "program" : environment[name] === value ? "environment" : "context";
      return { name, value: isSecret(name) ? undefined : value, scope, position: undefined };
    });
}
