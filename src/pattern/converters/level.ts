import type { Converter } from "../converter.js";

/** `%p`, `%le`, `%level`: the level's name. Source: Logback manual, "Layouts", conversion word `level`. */
export function level(): Converter {
  return { kind: "event", convert: (event) => event.level.name, dependsOn: ["level"], label: "level", isNeutral: true };
}
