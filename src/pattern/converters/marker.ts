import type { Marker } from "../../core/marker.js";
import type { Converter } from "../converter.js";

/**
 * `%marker`: the markers, each with the names of those it refers to, apart by spaces.
 *
 * Source: Logback manual, "Layouts", conversion word `marker`; SLF4J, `BasicMarker.toString`.
 */
export function marker(): Converter {
  return { kind: "event", convert: ({ markers }) => (markers.length === 0 ? "" : markers.map(printed).join(" ")), label: "marker" };
}

/** What the references refer to themselves is not printed. */
function printed({ name, references }: Marker): string {
  return references.length === 0 ? name : `${name} [ ${references.map((reference) => reference.name).join(", ")} ]`;
}
