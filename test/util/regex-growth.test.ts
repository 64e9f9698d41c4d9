import fc from "fast-check";
import { expect, test } from "vitest";
import { translateJavaRegex, type JavaRegex } from "../../src/util/java-regex/java-regex.js";
import { growsAtMostQuadratically } from "../../src/util/regex-growth.js";
import { probeRegex } from "../../src/util/regex-probe.js";

const grows = (pattern: string): boolean => growsAtMostQuadratically(translateJavaRegex(pattern).parsed);

test.each([
  "\\s+$",
  "\".*\"",
  '"password"\\s*:\\s*"[^"]*"',
  '"password":"[\\w\\s\\S]+?"',
  "(\\w+)=(\\S+)",
  "<[^>]+>",
  "([A-Za-z0-9._%+-]+)@([A-Za-z0-9.-]+\\.[A-Za-z]{2,})",
  "\\b(?:\\d[ -]*?){13,16}\\b",
  "(?:a|b)*c",
  "(a+b)*",
  "a++b*+c",
  "(?:[^,]*,){3}x",
  ".*a[^a]*b",
])("T9 %j is shown to be harmless", (pattern) => {
  expect(grows(pattern)).toBe(true);
});

test.each([
  "(a+)+$",
  "(\\w+\\s?)*$",
  "(a|a)*b",
  "(a|ab)*c",
  "(.*)(.*)x",
  ".*a.*b",
  "(a{1,15}){1,15}$",
  "(?:a*)*b",
  "(\\w)\\1",
  "(?=a+)b",
  "[α-ω]*[κλ]*x",
  "\\p{IsCyrillic}*\\p{L}*\\p{L}*x",
  "(?:[^,]*,?){3}[^,]*x",
])("T9 %j is not", (pattern) => {
  expect(grows(pattern)).toBe(false);
});

function translatable(pattern: string): JavaRegex | undefined {
  try {
    return translateJavaRegex(pattern);
  } catch {
    return undefined;
  }
}

test("T9 nothing that is shown to be harmless explodes when it is tried", () => {
  const atom = fc.constantFrom("a", "b", "ab", ".", "[ab]", "[^a]", "\\w", "\\d", " ", "$", "\\b", "(?:a|b)", "(?:a|ab)");
  const part: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3 },
      atom,
      fc.tuple(fc.array(tie("part"), { minLength: 1, maxLength: 3 }), fc.constantFrom("", "*", "+", "?", "+?", "++", "{2,3}")).map(([parts, quantifier]) => `(?:${parts.join("")})${quantifier}`),
      fc.tuple(tie("part"), tie("part")).map(([left, right]) => `(?:${left}|${right})`),
    ),
  })).part;

  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const regex = translatable(parts.join(""));
      fc.pre(regex !== undefined);

      // Quadratic time takes a few milliseconds at this length.
      expect(!growsAtMostQuadratically(regex.parsed) || probeRegex(regex, { timeoutMs: 1_000 }).verdict).not.toBe("explosive");
    }),
    { numRuns: 100, seed: 20_240_315 },
  );
});
