/**
 * What kind of trouble an error is.
 *
 * Source: Open-Xchange, `com.openexchange.exception.Category`.
 *
 * @public
 */
export type Category =
  | "ERROR"
  | "USER_INPUT"
  | "CONFIGURATION"
  | "PERMISSION_DENIED"
  | "TRY_AGAIN"
  | "CONNECTIVITY"
  | "SERVICE_DOWN"
  | "TRUNCATED"
  | "CONFLICT"
  | "CAPACITY"
  | "WARNING";

/** All of them, in the order in which they are listed to operators. */
export const CATEGORIES: readonly Category[] = [
  "ERROR",
  "USER_INPUT",
  "CONFIGURATION",
  "PERMISSION_DENIED",
  "TRY_AGAIN",
  "CONNECTIVITY",
  "SERVICE_DOWN",
  "TRUNCATED",
  "CONFLICT",
  "CAPACITY",
  "WARNING",
];

/** Those of which an error is logged at DEBUG; the others weigh more. */
const LIGHT: ReadonlySet<Category> = new Set<Category>(["USER_INPUT", "TRY_AGAIN", "TRUNCATED"]);

/** The gravest first, equals in their order: the first is the one that counts. */
export function byWeight(categories: readonly Category[]): readonly Category[] {
  return categories.length < 2 ? categories : [...categories].sort((a, b) => Number(LIGHT.has(a)) - Number(LIGHT.has(b)));
}
