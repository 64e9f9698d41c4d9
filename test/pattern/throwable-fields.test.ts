import fc from "fast-check";
import { expect, test } from "vitest";
import { throwableInfoOf } from "../../src/core/throwable-info.js";
import { throwableFields } from "../../src/pattern/throwable-fields.js";

const rows = [
  { message: "duplicate key", fields: { code: "23505", table: "users" }, text: "[code=23505, table=users]" },
  { message: "connect ECONNREFUSED 127.0.0.1:5432", fields: { errno: -111, code: "ECONNREFUSED", syscall: "connect", address: "127.0.0.1", port: 5432 }, text: "" },
  { message: "no such file, open '/tmp/a'", fields: { code: "ENOENT", path: "/tmp/a", dest: "/tmp" }, text: "[code=ENOENT]" },
  { message: "status 404", fields: { status: 40 }, text: "[status=40]" },
  { message: "a44 44", fields: { status: 44 }, text: "" },
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
