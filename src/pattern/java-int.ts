const DIGIT = /\p{Nd}/u;

/** A whole number as Java's `Integer.parseInt` reads it: a sign and the digits of any script are allowed, white space is not. */
export function parseJavaInt(text: string): number | undefined {
  const ascii = text.replace(/[^\0-\x7f]/g, asciiDigit);
  const value = /^[+-]?\d+$/.test(ascii) ? Number(ascii) : Number.NaN;
  return value >= -2147483648 && value <= 2147483647 ? value + 0 : undefined;
}

/** The digits of a script follow one another, zero first. */
function asciiDigit(unit: string): string {
  let value = -1;
  for (let code = unit.charCodeAt(0); DIGIT.test(String.fromCharCode(code)); code--) {
    value++;
  }
  return value < 0 ? unit : String(value % 10);
}
