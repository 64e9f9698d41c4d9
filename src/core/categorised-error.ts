import { CATEGORIES, type Category } from "./category.js";
import { classNameOf } from "./safe-access.js";

/**
 * What a {@link CategorisedError} is made of.
 *
 * @public
 */
export interface CategorisedErrorOptions {
  /** One or several; `ERROR` unless given. */
  readonly categories?: Category | readonly Category[];
  /** Tells errors of one kind apart, such as `MSG-1013`. */
  readonly code?: string;
  readonly cause?: unknown;
}

/**
 * An error that says what kind of trouble it is, so that a log can leave out the stack traces of what users did wrong.
 * A class that extends it is logged under its own name.
 *
 * Any other error with a property `categories` is treated in the same way.
 *
 * @public
 */
export class CategorisedError extends Error {
  // A text for this class itself, because minifiers rename it.
  override name: string = Object.getPrototypeOf(this) === CategorisedError.prototype ? "CategorisedError" : (classNameOf(this) ?? "CategorisedError");
  readonly categories: readonly Category[];
  readonly code: string | undefined;

  /** @throws TypeError for a category that is none. */
  constructor(message: string, { categories = "ERROR", code, cause }: CategorisedErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.categories = requireCategories("CategorisedError", categories);
    this.code = code;
  }
}

/**
 * Categories as they were given, as a list; `ERROR` where none is in it.
 *
 * @param call - What the message of the error begins with.
 * @throws TypeError for a category that is none.
 */
export function requireCategories(call: string, categories: Category | readonly Category[]): readonly Category[] {
  const given: readonly unknown[] = Array.isArray(categories) ? categories : [categories];
  const wrong = given.find((category) => !(CATEGORIES as readonly unknown[]).includes(category));
  if (wrong !== undefined) {
    throw new TypeError(`${call}: expected categories of ${CATEGORIES.join(", ")}, got ${typeof wrong === "string" ? `"${wrong}"` : typeof wrong}.`);
  }
  return given.length === 0 ? ["ERROR"] : (given as readonly Category[]);
}
