import { expect, test, vi } from "vitest";
import { translateJavaRegex } from "../../src/util/java-regex/java-regex.js";
import { probeRegex, worstCases } from "../../src/util/regex-probe.js";

test.each([
  "(a+)+$",
  "(\\w+\\s?)*$",
  "(a|a)*b",
  "(\\w|\\d)+$",
  "(.*)(.*)(.*)(.*)x",
  "^(([a-z])+.)+[A-Z]([a-z])+$",
  "(x+x+)+y",
  "(a{1,15}){1,15}$",
  "([\\s\\S]+)+x",
  ".*.*x",
])("T9 %j is found to be explosive, with a text that shows it", (pattern) => {
  const result = probeRegex(translateJavaRegex(pattern));

  expect(result).toMatchObject({ verdict: "explosive", input: expect.stringMatching(/./) });
});

test.each([
  "",
  "-exec-",
  "[\\r\\n]+",
  "(a+b)*",
  "(?>a+)+$",
  "(?i)order",
  '"password":"[^"]*"',
  '"password":"[\\w\\s\\S]+?"',
  "\\b(?:\\d[ -]*?){13,16}\\b",
  "(?<=a)b\\R",
  "^.*.*x",
])("T9 %j is found to be safe", (pattern) => {
  // Generous, so that a busy machine does not make it slow.
  expect(probeRegex(translateJavaRegex(pattern), { timeoutMs: 2_000 })).toEqual({ verdict: "safe" });
});

test("worst cases repeat what a loop matches, after what comes before it", () => {
  const inputs = worstCases(translateJavaRegex("key=(a+)+$").parsed.root, [40]);

  expect(inputs).toContain(`key=${"a".repeat(36)}\u0000`);
});

test("however long what comes before a loop, the loop goes round often enough to show exponential time", () => {
  const inputs = worstCases(translateJavaRegex("a quite long text that comes before(a+)+$").parsed.root, [40]);

  expect(inputs).toContain(`a quite long text that comes before${"a".repeat(30)}\u0000`);
});

test("without anything that interrupts a regex, none is tried", async () => {
  vi.resetModules();
  vi.doMock("node:vm", () => ({
    createContext: () => {
      throw new Error("not implemented");
    },
    Script: undefined,
  }));
  try {
    const { probeRegex: probeWithout } = await import("../../src/util/regex-probe.js");

    expect(probeWithout(translateJavaRegex("(a+)+$"))).toEqual({ verdict: "untried" });
  } finally {
    vi.doUnmock("node:vm");
    vi.resetModules();
  }
});
