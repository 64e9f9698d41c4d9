import type { ComponentDefinition, ComponentKind } from "../core/component.js";
import type { ComponentRegistry } from "../core/registry.js";
import { closest } from "../util/did-you-mean.js";
import { lastPart } from "../util/last-part.js";

/** More classes than that are no help to who looks for the right one. */
const FEW = 2;

/** Kinds of which an element belongs in a part rather than in another class. */
const WITH_PARTS: ReadonlySet<ComponentKind> = new Set<ComponentKind>(["appender", "encoder"]);

/** The property an element sets: of the same name, a capital first letter or `appender-ref`'s hyphen aside. As in Java, `MDCKey` keeps its capitals. */
export function propertyNamed(name: string, definition: ComponentDefinition<unknown>): string | undefined {
  const key = /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
  const { properties } = definition;
  if (Object.hasOwn(properties, key)) {
    return key;
  }
  return name.toLowerCase() === "appender-ref" ? Object.keys(properties).find((candidate) => properties[candidate]?.shape === "reference") : undefined;
}

/** For an element that sets no property: the name that was probably meant, else the part or the class that has such a property. */
export function propertyHint(written: string, definition: ComponentDefinition<unknown>, registry: ComponentRegistry): string {
  const near = closest(written, Object.keys(definition.properties));
  if (near !== undefined) {
    return ` Did you mean "${near}"?`;
  }
  const name = written.toLowerCase() === "encoding" ? "charset" : written;
  const places = WITH_PARTS.has(definition.kind) ? placesFor(name, definition, registry) : [];
  if (places.length > 0) {
    return ` Write <${name}> in its ${places.map((place) => `<${place}>`).join(" or ")}.`;
  }
  const classes = [...new Set(ownersOf(name, definition.kind, registry).map(({ classNames }) => lastPart(classNames[0] ?? "")))];
  return classes.length === 0 || classes.length > FEW ? "" : ` It is a property of ${classes.join(" and ")}.`;
}

/** The elements in it that may hold a component with such a property. */
function placesFor(name: string, { properties }: ComponentDefinition<unknown>, registry: ComponentRegistry): string[] {
  return Object.keys(properties).filter((key) => {
    const property = properties[key];
    return property?.shape === "component" && ownersOf(name, property.kind, registry).length > 0;
  });
}

function ownersOf(name: string, kind: ComponentKind, registry: ComponentRegistry): ComponentDefinition<unknown>[] {
  const definitions = registry.namesOf(kind).flatMap((className) => registry.find(kind, className) ?? []);
  return [...new Set(definitions)].filter((definition) => propertyNamed(name, definition) !== undefined);
}
