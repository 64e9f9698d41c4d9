import type { Converter, ConverterEnvironment } from "../converter.js";

/**
 * Spring Boot's `%esb(...)`: its parts as `[text] `, and nothing when they print nothing.
 *
 * Option: a property of the logger context, or else of the program, in place of empty parts, as in `%esb(){APPLICATION_NAME}`.
 *
 * Source: Spring Boot, `org.springframework.boot.logging.logback.EnclosedInSquareBracketsConverter`.
 */
export function enclosedInSquareBrackets([key]: readonly string[], environment: ConverterEnvironment): Converter {
  return {
    kind: "group",
    transform: (text, { context }) => {
      const inside = text === "" && key !== undefined ? environment.neutralise(context.properties.get(key) ?? environment.property(key) ?? "") : text;
      return inside === "" ? "" : `[${inside}] `;
    },
    dependsOn: ["context"],
  };
}
