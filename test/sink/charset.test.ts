import { expect, test } from "vitest";
import { charsetNamed, encoded, UTF_8 } from "../../src/sink/charset.js";

const TEXT = "ü€日😀\n";

// The bytes are those of Java's String.getBytes.
const encodings = [
  { name: "UTF-8", hex: "c3bce282ace697a5f09f98800a" },
  { name: "ISO-8859-1", hex: "fc3f3f3f0a" },
  { name: "US-ASCII", hex: "3f3f3f3f0a" },
  { name: "UTF-16BE", hex: "00fc20ac65e5d83dde00000a" },
  { name: "UTF-16LE", hex: "fc00ac20e5653dd800de0a00" },
] as const;

for (const { name, hex } of encodings) {
  test(`${name} encodes as Java does`, () => {
    expect(encoded(charsetNamed(name), TEXT).toString("hex")).toBe(hex);
  });
}

test("UTF-16 is big endian, with a byte order mark before every event as Logback writes it", () => {
  const charset = charsetNamed("UTF-16");

  expect(encoded(charset, charset.prefix + "a").toString("hex")).toBe("feff0061");
});

const lone = [
  { name: "UTF-8", hex: "61efbfbd62" },
  { name: "ISO-8859-1", hex: "613f62" },
  { name: "UTF-16BE", hex: "0061fffd0062" },
] as const;

for (const { name, hex } of lone) {
  test(`${name} encodes half a surrogate pair without losing its neighbours`, () => {
    expect(encoded(charsetNamed(name), "a\ud83db").toString("hex")).toBe(hex);
  });
}

const aliases = [
  ["utf8", "UTF-8"],
  ["Utf-8", "UTF-8"],
  ["latin1", "ISO-8859-1"],
  ["ISO8859_1", "ISO-8859-1"],
  ["ascii", "US-ASCII"],
  [" UTF-16le ", "UTF-16LE"],
  ["UnicodeBig", "UTF-16"],
] as const;

for (const [alias, name] of aliases) {
  test(`"${alias}" means ${name}`, () => {
    expect(charsetNamed(alias).name).toBe(name);
  });
}

test("an unknown charset is refused with the names there are", () => {
  expect(() => charsetNamed("bogus-8")).toThrow(/^"bogus-8" is no charset that is offered; there are UTF-8, ISO-8859-1, US-ASCII, UTF-16, UTF-16BE, UTF-16LE, ISO-8859-2, .*, KOI8-R, .*, windows-1252, .*\.$/);
});

test("the bounds of bytes a code unit hold for the widest and the narrowest text", () => {
  for (const name of ["UTF-8", "ISO-8859-1", "US-ASCII", "UTF-16BE", "UTF-16LE", "windows-1252"]) {
    const charset = charsetNamed(name);
    for (const text of ["a", "ü", "€", "😀", "\ud83d"]) {
      const bytes = encoded(charset, text).length;

      expect(bytes).toBeLessThanOrEqual(text.length * charset.maxBytesPerUnit);
      expect(bytes).toBeGreaterThanOrEqual(text.length * charset.minBytesPerUnit);
    }
  }
  expect(UTF_8.maxBytesPerUnit).toBe(3);
});
