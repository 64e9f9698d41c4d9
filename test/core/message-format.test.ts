import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTemplate, parseTemplate, TemplateCache } from "../../src/core/message-format.js";
import { DEFAULT_PRINT_LIMITS } from "../../src/core/printable.js";

function format(message: string, args: readonly unknown[]): string {
  return formatTemplate(parseTemplate(message), args);
}

const cyclic: unknown[] = ["a"];
cyclic.push(cyclic);

const cases: readonly { readonly message: string; readonly args: readonly unknown[]; readonly text: string }[] = [
  { message: "", args: [1], text: "" },
  { message: "no placeholder", args: [1], text: "no placeholder" },
  { message: "{}", args: [], text: "{}" },
  { message: "{} {}", args: ["a"], text: "a {}" },
  { message: "{}", args: ["a", "b"], text: "a" },
  { message: "{}{}", args: ["a", "b"], text: "ab" },
  { message: "{{}}", args: ["a"], text: "{a}" },
  { message: "{ } {0} {a}", args: ["a"], text: "{ } {0} {a}" },
  { message: "%s %d {}", args: ["a"], text: "%s %d a" },
  { message: "\\{} {}", args: ["a"], text: "{} a" },
  { message: "\\\\{}", args: ["a"], text: "\\a" },
  { message: "\\\\\\{}", args: ["a"], text: "\\\\a" },
  { message: "{} \\{}", args: ["a"], text: "a \\{}" },
  { message: "\\{} \\{} {}", args: ["a"], text: "{} {} a" },
  { message: "a\\b {}", args: ["c"], text: "a\\b c" },
  { message: "{}\\", args: ["a"], text: "a\\" },
  { message: "<>", args: ["a"], text: "a" },
  { message: "<> of <>", args: [1], text: "1 of <>" },
  { message: "\\<> <>", args: ["a"], text: "<> a" },
  { message: "\\\\<>", args: ["a"], text: "\\a" },
  { message: "<> {}", args: ["a", "b"], text: "<> a" },
  { message: "\\{} <>", args: ["a"], text: "{} <>" },
  { message: "<a> < >", args: ["b"], text: "<a> < >" },
  { message: "{}", args: [null], text: "null" },
  { message: "{}", args: [undefined], text: "undefined" },
  { message: "{} {} {}", args: [1.5, -0, 10n], text: "1.5 0 10" },
  { message: "{}", args: [[1, "a", null, [true]]], text: "[1, a, null, [true]]" },
  { message: "{}", args: [cyclic], text: "[a, [...]]" },
  { message: "{}", args: [{ toString: () => "{} printed" }], text: "{} printed" },
  { message: "{} {}", args: ["{}", "b"], text: "{} b" },
  { message: "\\{} {}", args: ["{}"], text: "{} {}" },
  { message: "{}", args: ["$& $1 \\"], text: "$& $1 \\" },
  { message: "{}", args: [new TypeError("boom")], text: "TypeError: boom" },
];

for (const { message, args, text } of cases) {
  test(`"${message}" with ${String(args.length)} arguments is "${text}"`, () => {
    expect(format(message, args)).toBe(text);
  });
}

describe("T6 and T7: arguments", () => {
  for (const { message, text } of [{ message: "{}|{}", text: "12345…[cut: 1 more characters]|12345" }, { message: "\\{}|{}|{}", text: "{}|12345…[cut: 1 more characters]|12345" }]) {
    test(`are cut one by one in "${message}" where they are longer than a string may be`, () => {
      const limits = { ...DEFAULT_PRINT_LIMITS, maxStringLength: 5 };

      expect(formatTemplate(parseTemplate(message), ["123456", "12345"], limits)).toBe(text);
    });
  }

  test("fill only the first of 10,000 placeholders when there is one", () => {
    expect(format("{}".repeat(10_000), ["a"])).toBe(`a${"{}".repeat(9_999)}`);
  });
});

describe("for any message and any arguments", () => {
  const message = fc.array(fc.oneof(fc.constantFrom("{}", "<>", "\\", "{", "}", "<", ">", "a b"), fc.string()), { maxLength: 12 }).map((parts) => parts.join(""));
  const args = fc.array(fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSet: true, withSparseArray: true, withTypedArray: true }), message), { maxLength: 6 });

  test("formatting never throws and gives text", () => {
    fc.assert(fc.property(message, args, (of, with_) => typeof format(of, with_) === "string"));
  });

  test("arguments are never looked through for placeholders", () => {
    // Whatever the arguments hold, they stand in the result where markers of their own stand.
    fc.assert(fc.property(message, fc.array(message, { maxLength: 6 }), (of, texts) => {
      const marked = texts.map((_, index) => `\u0001${String(index)}\u0002`);
      fc.pre(!of.includes("\u0001"));
      const expected = format(of, marked).replace(/\u0001(\d+)\u0002/g, (_, index) => texts[Number(index)] ?? "");

      expect(format(of, texts)).toBe(expected);
    }));
  });

  test("SLF4J's own way through the message gives the same", () => {
    fc.assert(fc.property(message, fc.array(fc.string(), { maxLength: 6 }), (of, texts) => {
      fc.pre(of.includes("{}"));

      expect(format(of, texts)).toBe(slf4jFormat(of, texts));
    }), { numRuns: 1_000 });
  });

  test("a template from the cache is the one that parsing gives", () => {
    const cache = new TemplateCache();
    fc.assert(fc.property(fc.array(message, { maxLength: 20 }), (messages) => {
      for (const each of [...messages, ...messages]) {
        expect(cache.get(each)).toEqual(parseTemplate(each));
      }
    }));
  });
});

describe("TemplateCache", () => {
  test("parses a message once", () => {
    const cache = new TemplateCache();

    expect(cache.get("a {}")).toBe(cache.get("a {}"));
  });

  test("does not grow with messages that are made anew at every call", () => {
    const cache = new TemplateCache();
    const first = cache.get("message 0");
    for (let index = 0; index < 10_000; index++) {
      cache.get(`message ${String(index)}`);
    }

    expect(cache.get("message 0")).not.toBe(first);
    expect(cache.get("message 0")).toEqual(first);
  });

  test("does not keep long messages", () => {
    const cache = new TemplateCache();
    const long = "a {}".repeat(1_000);

    expect(cache.get(long)).not.toBe(cache.get(long));
    expect(cache.get(long)).toEqual(cache.get(long));
  });

  for (const message of ["__proto__", "constructor", "toString"]) {
    test(`T8: takes "${message}" for a message like any other`, () => {
      expect(new TemplateCache().get(message)).toEqual(parseTemplate(message));
    });
  }
});

/** `MessageFormatter.arrayFormat` as SLF4J 2.0 writes it, by indexes. */
function slf4jFormat(message: string, args: readonly string[]): string {
  let text = "";
  let from = 0;
  for (let used = 0; used < args.length; used++) {
    const at = message.indexOf("{}", from);
    if (at < 0) {
      break;
    }
    if (at > 0 && message[at - 1] === "\\") {
      if (at > 1 && message[at - 2] === "\\") {
        text += message.slice(from, at - 1) + (args[used] ?? "");
        from = at + 2;
      } else {
        text += `${message.slice(from, at - 1)}{`;
        from = at + 1;
        used--;
      }
    } else {
      text += message.slice(from, at) + (args[used] ?? "");
      from = at + 2;
    }
  }
  return text + message.slice(from);
}
