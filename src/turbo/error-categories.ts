import { byWeight, CATEGORIES, type Category } from "../core/category.js";
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
  if (given === undefined) {
    return undefined;
  }
  const names = typeof given === "string" ? given.split(",") : (readItems(given, MAX_CATEGORIES)?.items ?? iterated(given));
  const known = names.map((name) => categoryNamed(typeof name === "string" ? name.trim() : name));
  return byWeight(known.filter((category) => category !== undefined))[0];
}

/** What another iterable than an array has, such as a set. An iterator gives what it has only once, to the program that made it. */
function iterated(value: unknown): readonly unknown[] {
  const items: unknown[] = [];
  try {
    const iterable = Object(value) as Partial<Iterable<unknown>>;
    const iterator = iterable[Symbol.iterator]?.();
    if (iterator === undefined || iterator === iterable) {
      return items;
    }
    for (let next = iterator.next(); next.done !== true && items.length < MAX_CATEGORIES; next = iterator.next()) {
      items.push(next.value);
    }
  } catch {
    // What it gave until then counts.
  }
  return items;
}

/** A function of its own, because it is called for every error: the engine remembers where objects have what it reads. */
function categoriesOf(error: { readonly categories?: unknown }): unknown {
  try {
    return error.categories;
  } catch {
    return undefined;
  }
}
