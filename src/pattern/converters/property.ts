import type { Converter, ConverterEnvironment } from "../converter.js";

/**
 * `%property{key}`: a property of the logger context, or else of the program.
 *
 * Prints `Property_HAS_NO_KEY` without an option and `null` when there is no such property (spaces when it is padded), as Logback does.
 *
 * Source: Logback manual, "Layouts", conversion word `property`.
 */
export function property([key]: readonly string[], environment: ConverterEnvironment): Converter {
  if (key === undefined) {
    return { kind: "text", text: "Property_HAS_NO_KEY" };
  }
  const missing = environment.hasFormat ? "" : "null";
  return {
    kind: "event",
    convert: ({ context }) => context.properties.get(key) ?? environment.property(key) ?? missing,
    label: key,
  };
}
