const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** A whole number as Java's `Long.valueOf` reads it, as JSON; `undefined` for any other text. */
export function javaLong(text: string): string | undefined {
  const number = /^[+-]?\d{1,19}$/.test(text) ? BigInt(text.replace(/^\+/, "")) : undefined;
  return number !== undefined && number >= LONG_MIN && number <= LONG_MAX ? String(number) : undefined;
}

/** A finite decimal number as Java's `Double.valueOf` reads it, as JSON; `undefined` for any other text, and with white space around it. */
export function javaDouble(text: string): string | undefined {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[fd]?$/i.test(text) ? Number(text.replace(/[fd]$/i, "")) : Number.NaN;
  return Number.isFinite(number) ? String(number) : undefined;
}
