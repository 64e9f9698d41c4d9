import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { throwableInfoOf } from "../../src/core/throwable-info.js";
import { throwableFields } from "../../src/pattern/throwable-fields.js";

const rows = [
  { message: "duplicate key", fields: { code: "23505", table: "users" }, text: "[code=23505, table=users]" },
  { message: "connect ECONNREFUSED 127.0.0.1:5432", fields: { errno: -111, code: "ECONNREFUSED", syscall: "connect", address: "127.0.0.1", port: 5432 }, text: "" },
  { message: "no such file, open '/tmp/a'", fields: { code: "ENOENT", path: "/tmp/a", dest: "/tmp" }, text: "[code=ENOENT]" },
  { message: "status 404, gave up: true", fields: { status: 404, code: 1, final: true, at: "up" }, text: "[status=404, code=1, final=true, at=up]" },
  { message: "a5432 of 5432", fields: { port: 5432 }, text: "" },
  { message: "a5432", fields: { port: 5432 }, text: "[port=5432]" },
  { message: `${"long ".repeat(120)}end`, fields: { sqlMessage: `${"long ".repeat(120)}end` }, text: "" },
  { message: "login failed", fields: { password: "geheim", accessToken: "abc", sql: "SELECT 1", cmd: "dump --password=x" }, text: "[password=(not shown), accessToken=(not shown), sql=(not shown), cmd=(not shown)]" },
  { message: "", fields: { code: "C" }, text: "[code=C]" },
  { message: "x", fields: { hint: "" }, text: "" },
  { message: "x", fields: {}, text: "" },
  { message: "x", fields: { detail: "one\ntwo\u001b[31m" }, text: "[detail=one\\ntwo\\x1b[31m]" },
  { message: "x", fields: { "a\nb": 1 }, text: "[a\\nb=1]" },
];

for (const { message, fields, text } of rows) {
  test(`${JSON.stringify(fields)} beside "${message}" ${text === "" ? "says nothing more" : `says ${text}`}`, () => {
    expect(throwableFields(throwableInfoOf(Object.assign(new Error(message), fields)))).toBe(text);
  });
}

test("T1 whatever fields hold, they are one line", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })), fc.string(), (fields, message) => {
      expect(throwableFields(throwableInfoOf(Object.assign(new Error("x"), fields, { message })))).not.toMatch(/[\u0000-\u0008\n-\u001f\u007f-\u009f\u2028\u2029]/);
    }),
  );
});

test("T9 a long message of one character costs no time, whatever its fields hold", () => {
  const message = "a".repeat(1 << 20);
  const fields = Object.fromEntries(Array.from({ length: 32 }, (_, index) => [`f${String(index)}`, "a".repeat(256 + index)]));
  const indexOf = vi.spyOn(String.prototype, "indexOf");
  onTestFinished(() => {
    indexOf.mockRestore();
  });

  throwableFields(throwableInfoOf(Object.assign(new Error(message), fields)));

  expect(indexOf.mock.calls.length).toBeLessThan(32 * 20);
  expect(indexOf.mock.contexts.every((text) => String(text).length <= 4_096)).toBe(true);
});
