import types from "node:util/types";
import { functionName } from "./safe-access.js";

/** Classes that one object inherits from; deeper ones are not looked at. */
const MAX_PROTOTYPES = 64;

/** Names of an object's class and of those above it. Calls nothing of the object; ends at a Proxy. */
export function classNamesOf(value: object): readonly string[] {
  const names: string[] = [];
  for (let steps = 0, holder: unknown = value; steps < MAX_PROTOTYPES && typeof holder === "object" && holder !== null && !types.isProxy(holder); steps++) {
    const constructor: unknown = Object.getOwnPropertyDescriptor(holder, "constructor")?.value;
    if (typeof constructor === "function") {
      names.push(functionName(constructor));
    }
    holder = Object.getPrototypeOf(holder);
  }
  return names;
}
