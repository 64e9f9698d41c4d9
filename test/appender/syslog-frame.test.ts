import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLength, cutToBytes, cutToLength, onOneLine, syslogFrame, withoutLongData } from "../../src/appender/syslog-frame.js";
import { charsetNamed, UTF_8 } from "../../src/sink/charset.js";

const LATIN_1 = charsetNamed("ISO-8859-1");

test("octet counting puts the length in bytes before the message", () => {
  expect(syslogFrame("<14>Grüße\nan 😀", "octetCounting", UTF_8)).toBe("19 <14>Grüße\nan 😀");
  expect(syslogFrame("<14>Grüße\nan 😀", "octetCounting", LATIN_1)).toBe("14 <14>Grüße\nan 😀");
});

test("T13: with newlines, a message cannot begin another one", () => {
  expect(syslogFrame("a\n<0>b\r\nc\0d\r\n\n", "newline", UTF_8)).toBe("a\\n<0>b\\r\\nc\\x00d\n");
});

test("a text of nothing but line ends is empty", () => {
  expect(onOneLine("\n".repeat(100_000))).toBe("");
});

test("a text is cut between characters", () => {
  expect(cutToLength("a😀b", 2)).toBe("a");
  expect(cutToLength("a😀b", 3)).toBe("a😀");
  expect(cutToLength("a😀b", 4)).toBe("a😀b");
});

test("as many bytes as possible are kept, and no half of a character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat({ max: 200 }), fc.constantFrom(UTF_8, LATIN_1), (text, maxBytes, charset) => {
      const cut = cutToBytes(text, maxBytes, charset);
      const next = String.fromCodePoint(text.codePointAt(cut.length) ?? 0);

      expect(text.startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
      expect(byteLength(cut, charset)).toBeLessThanOrEqual(maxBytes);
      expect(cut === text || byteLength(cut + next, charset) > maxBytes).toBe(true);
    }),
  );
});

const HEADER = "<14>1 - host app 1 ID ";

test("structured data that is too long is left out as a whole", () => {
  expect(withoutLongData(`${HEADER}[a@1 x="\\"] y"][b@1 z="1"] text ] "more"`, 40)).toBe(`${HEADER}- text ] "more"`);
});

test("structured data that is short enough stays, and so does a message without", () => {
  const short = `${HEADER}[a@1 x="1"] text`;

  expect(withoutLongData(short, 33)).toBe(short);
  expect(withoutLongData(`${HEADER}- [text] "x" y`, 23)).toBe(`${HEADER}- [text] "x" y`);
});
