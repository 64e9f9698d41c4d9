import fc from "fast-check";
import { expect, test } from "vitest";
import { LineReader } from "../../src/control/line-reader.js";
import { ProtocolError } from "../../src/control/protocol.js";

test("lines come out as they went in, in whatever pieces they arrive", () => {
  const text = fc.string({ unit: "grapheme" }).map((one) => one.replaceAll(/[\r\n]/g, " ").trimEnd());
  fc.assert(
    fc.property(fc.array(text), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (lines, sizes) => {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
      const reader = new LineReader(10_000);
      const read: string[] = [];
      for (let start = 0, index = 0; start < bytes.length; index++) {
        const end = start + (sizes[index % sizes.length] ?? 1);
        read.push(...reader.read(bytes.subarray(start, end)));
        start = end;
      }

      expect(read).toEqual(lines);
    }),
  );
});

test("a line of just the length that is allowed is read", () => {
  expect(new LineReader(5).read(Buffer.from("1234\n1234\n"))).toEqual(["1234", "1234"]);
});

for (const pieces of [["12345\n"], ["123", "456"], ["1\n", "123456"]]) {
  test(`a line longer than 5 bytes is refused: ${JSON.stringify(pieces)}`, () => {
    const reader = new LineReader(5);

    expect(() => pieces.flatMap((piece) => reader.read(Buffer.from(piece)))).toThrow(new ProtocolError("A line is longer than 5 bytes."));
  });
}

test("what is no UTF-8 is refused", () => {
  expect(() => new LineReader(5).read(Uint8Array.of(0xff, 10))).toThrow(new ProtocolError("A line is no UTF-8."));
});
