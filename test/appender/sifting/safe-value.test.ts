import fc from "fast-check";
import { expect, test } from "vitest";
import { safeValue } from "../../../src/appender/sifting/safe-value.js";

for (const value of ["joe", "ann.smith@example.org", "a_b-c", "0", "..a", ".profile", "a--0123456789abcde", "console", "COM", "x".repeat(100)]) {
  test(`"${value.slice(0, 30)}" is safe as it is`, () => {
    expect(safeValue(value)).toBe(value);
  });
}

const unsafe = [
  { value: "../../etc/cron.d/x", name: ".._.._etc_cron.d_x" },
  { value: "..", name: "__" },
  { value: ".", name: "_" },
  { value: "...", name: "___" },
  { value: "", name: "_" },
  { value: "/", name: "_" },
  { value: "\\", name: "_" },
  { value: "/etc/passwd", name: "_etc_passwd" },
  { value: "C:\\x", name: "C__x" },
  { value: "CON", name: "_CON" },
  { value: "nul.txt", name: "_nul.txt" },
  { value: "Com1", name: "_Com1" },
  { value: "a\0b", name: "a_b" },
  { value: "a\nb", name: "a_b" },
  { value: "a.", name: "a_" },
  { value: "a ", name: "a_" },
  { value: "a b", name: "a_b" },
  { value: "%d{yyyy}", name: "_d_yyyy_" },
  { value: "%i", name: "_i" },
  { value: "$(touch x).log", name: "__touch_x_.log" },
  { value: "${user}", name: "__user_" },
  { value: "a:-b", name: "a_-b" },
  { value: "jürgen", name: "j_rgen" },
  { value: "\u202Egnp.exe", name: "_gnp.exe" },
  { value: "x".repeat(101), name: "x".repeat(82) },
  { value: "x".repeat(300), name: "x".repeat(82) },
  { value: "a_b--0123456789abcdef", name: "a_b--0123456789abcdef" },
] as const;

for (const { value, name } of unsafe) {
  test(`${JSON.stringify(value.slice(0, 30))} becomes "${name.slice(0, 30)}" and a hash`, () => {
    expect(safeValue(value).replace(/--[0-9a-f]{16}$/, "")).toBe(name);
    expect(safeValue(value)).toMatch(/--[0-9a-f]{16}$/);
  });
}

test("values that differ only in what was replaced keep apart", () => {
  const values = ["a/b", "a\\b", "a b", "a_b", "a\0b", "\ud800", "\ud801", "Joe", "joe", "x".repeat(300), "x".repeat(301)];

  expect(new Set(values.map(safeValue)).size).toBe(values.length);
});

test("a value cannot pass for another's safe name", () => {
  const name = safeValue("x/y");

  expect(safeValue(name)).not.toBe(name);
});

const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: fc.constantFrom(".", "/", "\\", "-", "a", "F", "0", "~", "CON", "..", "%", "$"), maxLength: 60 }));

test("every value becomes a name of up to 100 harmless characters that names a file in its folder", () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const name = safeValue(value);

      return /^[A-Za-z0-9._@-]{1,100}$/.test(name) && !name.endsWith(".") && !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);
    }),
  );
});

test("two values never share a name", () => {
  fc.assert(fc.property(anyText, anyText, (one, other) => one === other || safeValue(one) !== safeValue(other)));
});
