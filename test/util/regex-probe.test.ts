import { expect, test } from "vitest";
import { translateJavaRegex } from "../../src/util/java-regex.js";
import { probeRegex, worstCases } from "../../src/util/regex-probe.js";

test.each(["(a+)+$", "(\\w+\\s?)*$", "(a|a)*b", "(\\w|\\d)+$", "(.*)(.*)(.*)(.*)x", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y"])(
  "%j is found to be explosive, with a text that shows it",
  (pattern) => {
    const result = probeRegex(translateJavaRegex(pattern));

    expect(result).toMatchObject({ verdict: "explosive", input: expect.stringMatching(/./) });
  },
);

test.each(["", "-exec-", "[\\r\\n]+", "(a+b)*", "(?>a+)+$", "(?i)order", '"password":"[^"]*"', "\\b(?:\\d[ -]*?){13,16}\\b", "(?<=a)b\\R"])(
  "%j is found to be safe",
  (pattern) => {
    // Generous, so that a busy machine does not make it slow.
    expect(probeRegex(translateJavaRegex(pattern), { timeoutMs: 2_000 })).toEqual({ verdict: "safe" });
  },
);

test("worst cases repeat what a loop matches, after what comes before it", () => {
  const inputs = worstCases(translateJavaRegex("key=(a+)+$").parsed.root, 20);

  expect(inputs).toContain(`key=${"a".repeat(16)}!`);
});
