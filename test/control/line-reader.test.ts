import fc from "fast-check";
import { expect, test } from "vitest";
import { LineReader } from "../../src/control/line-reader.js";
import { ProtocolError } from "../../src/control/protocol.js";

/** All lines that a piece ends. */
function linesOf(reader: LineReader, piece: Uint8Array): string[] {
  reader.add(piece);
  const lines: string[] = [];
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    lines.push(line);
  }
  return lines;
}

test("lines come out as they went in, in whatever pieces they arrive", () => {
  const text = fc.string({ unit: "grapheme" }).map((one) => one.replaceAll(/[\r\n]/g, " ").trimEnd());
  fc.assert(
    fc.property(fc.array(text), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (lines, sizes) => {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
      const reader = new LineReader(10_000);
      const read: string[] = [];
      for (let start = 0, index = 0; start < bytes.length; index++) {
        const end = start + (sizes[index % sizes.length] ?? 1);
        read.push(...linesOf(reader, bytes.subarray(start, end)));
        start = end;
      }

      expect(read).toEqual(lines);
    }),
  );
});

test("a line of just the length that is allowed is read", () => {
  expect(linesOf(new LineReader(5), Buffer.from("1234\n1234\n"))).toEqual(["1234", "1234"]);
});

for (const pieces of [["12345\n"], ["123", "456"], ["1\n", "123456"]]) {
  test(`T11 a line longer than 5 bytes is refused: ${JSON.stringify(pieces)}`, () => {
    const reader = new LineReader(5);

    expect(() => pieces.flatMap((piece) => linesOf(reader, Buffer.from(piece)))).toThrow(new ProtocolError("A line is longer than 5 bytes."));
  });
}

test("what is no UTF-8 is refused", () => {
  expect(() => linesOf(new LineReader(5), Uint8Array.of(0xff, 10))).toThrow(new ProtocolError("A line is no UTF-8."));
});

test("pieces that come before the lines of the last were asked for are read behind them", () => {
  const reader = new LineReader(100);
  reader.add(Buffer.from("a\nb"));
  reader.add(Buffer.from("c\n"));

  expect([reader.next(), reader.next(), reader.next()]).toEqual(["a", "bc", undefined]);
});

test("no line is looked at before it is asked for", () => {
  const reader = new LineReader(100);
  reader.add(Uint8Array.of(0x61, 10, 0xff, 10));

  expect(reader.next()).toBe("a");
  expect(() => reader.next()).toThrow(ProtocolError);
});
