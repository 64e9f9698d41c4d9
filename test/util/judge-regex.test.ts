import { expect, test, vi } from "vitest";
import { translateJavaRegex } from "../../src/util/java-regex/java-regex.js";
import { judgeRegex } from "../../src/util/judge-regex.js";

const judged = (pattern: string): ReturnType<typeof judgeRegex> => judgeRegex(translateJavaRegex(pattern));

test("T9 what takes time in proportion to the text is used for texts of any length", () => {
  expect(judged("[\\r\\n]+")).toEqual({ isLinear: true, risks: [], refusal: undefined });
});

test("T9 what is shown to be harmless has no risks", () => {
  expect(judged("\\s+$")).toEqual({ isLinear: false, risks: [], refusal: undefined });
});

test("T9 what looks slow and passes the trial is used, and what looks slow is named", () => {
  expect(judged("^.*.*x")).toEqual({
    isLinear: false,
    risks: [{ column: 5, message: "Wildcards side by side can take quadratic time or worse" }],
    refusal: undefined,
  });
});

test("T9 what takes too long is refused", () => {
  expect(judged("^(a+)+$")).toEqual({
    isLinear: false,
    risks: [{ column: 4, message: "Nested quantifiers can take exponential time" }],
    refusal: "it takes too long on a text of 31 characters",
  });
});

test("T9 what takes too long is refused where nothing looked slow", () => {
  expect(judged("(a{1,15}){1,15}$")).toMatchObject({ risks: [], refusal: expect.stringMatching(/^it takes too long/) });
});

test("T9 where nothing can be tried, what looks slow is refused and the rest is used", async () => {
  vi.resetModules();
  vi.doMock("node:vm", () => ({}));
  try {
    const { judgeRegex: judgeUntried } = await import("../../src/util/judge-regex.js");

    expect(judgeUntried(translateJavaRegex("^(a+)+$")).refusal).toBe("it may take too long, and there is no way to try it here");
    expect(judgeUntried(translateJavaRegex("(\\w)\\1")).refusal).toBe(undefined);
  } finally {
    vi.doUnmock("node:vm");
    vi.resetModules();
  }
});
