import type { Marker } from "../core/marker.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";

/** `"name": ["AUDIT","A [ B ]"]`: the markers as SLF4J prints them, with the blank that Logback writes; nothing without markers. */
export function markerList(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}": [`;
  return {
    write: ({ markers }) => (markers.length === 0 ? "" : `${start}${markers.map((marker) => `"${escape(marker.toString())}"`).join(",")}]`),
    isOptional: true,
  };
}

/** `"name":["AUDIT","A","B"]`: the names of the markers, each followed by those it refers to, no marker twice; nothing without markers. */
export function tags(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":[`;
  return {
    write: ({ markers }) => {
      if (markers.length === 0) {
        return "";
      }
      const found = new Set<Marker>();
      collect(markers, found);
      return `${start}${[...found].map((marker) => `"${escape(marker.name)}"`).join(",")}]`;
    },
    isOptional: true,
  };
}

function collect(markers: readonly Marker[], found: Set<Marker>): void {
  for (const marker of markers) {
    if (!found.has(marker)) {
      found.add(marker);
      collect(marker.references, found);
    }
  }
}

/** `"name":"AUDIT"`: the name of the first marker; nothing without markers. */
export function firstMarkerName(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}":"`;
  return { write: ({ markers: [marker] }) => (marker === undefined ? "" : `${start}${escape(marker.name)}"`), isOptional: true };
}
