/** A whole number as Java's `Integer.parseInt` reads it: a sign is allowed, white space is not. */
export function parseJavaInt(text: string): number | undefined {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= -2147483648 && value <= 2147483647 ? value + 0 : undefined;
}
