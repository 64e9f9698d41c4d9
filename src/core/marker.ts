import { safeGet } from "./safe-access.js";

/**
 * A name attached to events, which filters and layouts can look for. A marker may refer to others:
 * an event marked `PAYMENT`, where `PAYMENT` refers to `AUDIT`, also counts as marked `AUDIT`.
 *
 * Source: SLF4J, `org.slf4j.Marker`.
 *
 * @public
 */
export class Marker {
  readonly name: string;
  /** By this a marker is known, also one of another copy of this library. */
  readonly isMarker = true as const;
  readonly #references: Marker[] = [];

  /** @param name - Not empty. Programs usually call `MarkerFactory.getMarker`, which gives one marker a name. */
  constructor(name: string) {
    if (typeof name !== "string" || name === "") {
      throw new TypeError(`Marker name: expected a string that is not empty, got ${typeof name === "string" ? '""' : typeof name}.`);
    }
    this.name = name;
  }

  /** Markers this one refers to, in the order they were added. */
  get references(): readonly Marker[] {
    return this.#references;
  }

  /** Adds a reference. One that is there already, or that would close a circle, is left out, as SLF4J does. */
  add(reference: Marker): this {
    if (!this.contains(reference) && !reference.contains(this)) {
      this.#references.push(reference);
    }
    return this;
  }

  /**
   * Removes the reference of that name.
   *
   * @returns Whether there was one.
   */
  remove(reference: Marker): boolean {
    const index = this.#references.findIndex((marker) => marker.name === reference.name);
    if (index < 0) {
      return false;
    }
    this.#references.splice(index, 1);
    return true;
  }

  /** Whether this marker is the other one, by name, or refers to it, directly or not. */
  contains(other: Marker | string): boolean {
    const name = typeof other === "string" ? other : other.name;
    return this.name === name || this.#references.some((marker) => marker.contains(name));
  }

  /** `NAME`, or `NAME [ REFERENCE, REFERENCE ]`, as SLF4J prints it. */
  toString(): string {
    return this.#references.length === 0 ? this.name : `${this.name} [ ${this.#references.map(({ name }) => name).join(", ")} ]`;
  }
}

/** Whether a value is a marker, also one of another copy of this library; parsed JSON never is. Never throws. */
export function isMarker(value: unknown): value is Marker {
  return typeof value === "object" && value !== null && safeGet(value, "isMarker") === true && typeof safeGet(value, "contains") === "function" && typeof safeGet(value, "name") === "string";
}

/**
 * Gives out markers, one a name.
 *
 * @public
 */
export interface MarkerFactory {
  /** The marker with that name, made at the first call. */
  getMarker(name: string): Marker;
  /** A new marker that {@link MarkerFactory.getMarker} does not know: its references stay its own. */
  getDetachedMarker(name: string): Marker;
  /** Whether {@link MarkerFactory.getMarker} was called with that name. */
  exists(name: string): boolean;
}

/** A factory with no markers yet. */
export function createMarkerFactory(): MarkerFactory {
  const markers = new Map<string, Marker>();
  return {
    getMarker: (name) => {
      const known = markers.get(name);
      if (known !== undefined) {
        return known;
      }
      const marker = new Marker(name);
      markers.set(name, marker);
      return marker;
    },
    getDetachedMarker: (name) => new Marker(name),
    exists: (name) => markers.has(name),
  };
}
