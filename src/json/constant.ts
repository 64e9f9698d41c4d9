import { DEFAULT_PRINT_LIMITS, type PrintLimits } from "../core/printable.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely } from "./json-text.js";
import { jsonValue } from "./json-value.js";

/** What an operator wrote is not shortened; only nesting has an end. */
const LIMITS: PrintLimits = {
  ...DEFAULT_PRINT_LIMITS,
  maxDepth: 64,
  maxKeys: Number.POSITIVE_INFINITY,
  maxItems: Number.POSITIVE_INFINITY,
  maxLength: Number.POSITIVE_INFINITY,
  maxStringLength: Number.POSITIVE_INFINITY,
};

/** `"name":value`, the same for every event. */
export function constant(name: string, value: unknown): JsonField {
  const text = `"${escapeSafely(name)}":${jsonValue(value, LIMITS, escapeSafely)}`;
  return { write: () => text, dependsOn: [] };
}
