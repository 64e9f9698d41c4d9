import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { charsetNamed, encoded } from "../../src/sink/charset.js";
import { SINGLE_BYTE_NAMES, singleByteTable } from "../../src/sink/single-byte-table.js";

const [, ...rows] = readFileSync(path.join(import.meta.dirname, "../fixtures/single-byte-charsets.tsv"), "utf8").trim().split("\n");

const ofJava = rows.map((row) => {
  const [name = "", aliases = "", upper = ""] = row.split("\t");
  return { name, aliases: aliases.split(" "), upper: upper.split(" ").map((unit) => (unit === "-" ? undefined : Number.parseInt(unit, 16))) };
});

test("the charsets are those of which the characters in Java are known", () => {
  expect(SINGLE_BYTE_NAMES).toEqual(ofJava.map(({ name }) => name));
});

for (const { name, aliases, upper } of ofJava) {
  test(`${name} has the characters and the names that it has in Java`, () => {
    const bytes = new Map([...Array.from({ length: 128 }, (_, byte) => [byte, byte] as const), ...upper.flatMap((unit, index) => (unit === undefined ? [] : [[unit, 0x80 + index] as const]))]);
    const expected = Array.from({ length: 0x10000 }, (_, unit) => bytes.get(unit) ?? 0x3f);

    expect(Buffer.from(singleByteTable(name)?.byteOf ?? []).equals(Buffer.from(expected))).toBe(true);
    expect(aliases.map((alias) => singleByteTable(alias.toUpperCase())?.name)).toEqual(aliases.map(() => name));
  });
}

const texts = [
  { name: "windows-1252", text: "Grüße, 5 €\n", hex: "4772fcdf652c203520800a" },
  { name: "Cp1251", text: "Привет, 日😀!", hex: "cff0e8e2e5f22c203f3f21" },
  { name: "KOI8-R", text: "Привет", hex: "f0d2c9d7c5d4" },
  { name: "ISO-8859-15", text: "€ a\ud83d\ud83d\ude00b\ude00", hex: "a420613f3f623f" },
  { name: "ibm866", text: "plain ASCII", hex: Buffer.from("plain ASCII").toString("hex") },
];

for (const { name, text, hex } of texts) {
  test(`${name} encodes ${JSON.stringify(text)} as Java does, with one question mark for each character that it lacks`, () => {
    expect(encoded(charsetNamed(name), text).toString("hex")).toBe(hex);
  });
}

test("a charset of more bytes has no table", () => {
  for (const name of ["UTF-8", "GBK", "Shift_JIS", "constructor", ""]) {
    expect(singleByteTable(name)).toBe(undefined);
  }
});
