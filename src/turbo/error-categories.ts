import { byWeight, CATEGORIES, type Category } from "../core/frame-suppression.js";
import { readItems } from "../core/safe-access.js";

/** Categories of one error that are looked at. */
const MAX_CATEGORIES = 16;

/** A category by its name in capitals. */
export function categoryNamed(name: unknown): Category | undefined {
  return CATEGORIES.find((category) => category === name);
}

/**
 * The category that counts of those that an error says it has: the first of the gravest. `undefined` for none. Throws nothing.
 *
 * Source: Open-Xchange, `com.openexchange.exception.OXException.getCategory`.
 */
export function ownCategoryOf(error: object): Category | undefined {
  const given = categoriesOf(error);
  const names = typeof given === "string" ? given.split(",").map((name) => name.trim()) : readItems(given, MAX_CATEGORIES)?.items;
  if (names === undefined) {
    return undefined;
  }
  return byWeight(names.map(categoryNamed).filter((category) => category !== undefined))[0];
}

/** A function of its own, because it is called for every error: the engine remembers where objects have what it reads. */
function categoriesOf(error: { readonly categories?: unknown }): unknown {
  try {
    return error.categories;
  } catch {
    return undefined;
  }
}
