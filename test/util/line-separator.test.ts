import { EOL } from "node:os";
import { expect, test } from "vitest";
import { lineSeparatorNamed } from "../../src/util/line-separator.js";

for (const [text, separator] of [["SYSTEM", EOL], ["unix", "\n"], ["Windows", "\r\n"], ["|", "|"], ["", ""]] as const) {
  test(`"${text}" stands for ${JSON.stringify(separator)}`, () => {
    expect(lineSeparatorNamed(text)).toBe(separator);
  });
}
