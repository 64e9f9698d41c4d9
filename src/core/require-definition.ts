import type { ComponentDefinition } from "./component.js";
import { kindOf } from "./safe-access.js";

const EXPECTED: readonly { readonly key: keyof ComponentDefinition<unknown>; readonly what: string; readonly fits: (value: unknown) => boolean }[] = [
  { key: "kind", what: 'a kind, such as "appender"', fits: (value) => typeof value === "string" && value !== "" },
  { key: "classNames", what: "an array of class names", fits: (value) => Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string" && name !== "") },
  { key: "properties", what: "an object with the properties", fits: (value) => typeof value === "object" && value !== null },
  { key: "create", what: "a function that makes the component", fits: (value) => typeof value === "function" },
];

/** @throws TypeError for what is no definition of a component; `caller` begins its message. */
export function requireDefinition(caller: string, definition: unknown): void {
  if (typeof definition !== "object" || definition === null) {
    throw new TypeError(`${caller}: expected a definition, as defineComponent makes it, got ${kindOf(definition)}.`);
  }
  for (const { key, what, fits } of EXPECTED) {
    const value = (definition as Readonly<Record<string, unknown>>)[key];
    if (!fits(value)) {
      throw new TypeError(`${caller}: "${key}" must be ${what}, got ${typeof value === "string" ? `"${value}"` : kindOf(value)}.`);
    }
  }
}
