import { kindOf } from "../core/safe-access.js";
import { moduleName } from "./module-name.js";

/**
 * A class, or any other function with a name.
 *
 * @public
 */
export type NamedClass = abstract new (...args: never[]) => unknown;

/**
 * What `import.meta` is in a module.
 *
 * @public
 */
export interface ImportMetaLike {
  readonly url: string;
}

/**
 * The name of the logger for a name, a class or a module.
 *
 * @throws TypeError for a class without a name and for anything else.
 */
export function loggerName(of: string | NamedClass | ImportMetaLike): string {
  if (typeof of === "string") {
    return of;
  }
  if (typeof of === "function") {
    if (of.name === "") {
      throw new TypeError("getLogger: expected a class with a name, got an anonymous one.");
    }
    return of.name;
  }
  // JavaScript callers pass anything.
  const { url }: { readonly url?: unknown } = Object(of) as object;
  if (typeof url !== "string") {
    throw new TypeError(`getLogger: expected a name, a class or import.meta, got ${kindOf(of)}.`);
  }
  return moduleName(url);
}
