import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf, NO_CONTENT } from "../../src/config/digest.js";

test("the same content has the same digest", () => {
  fc.assert(fc.property(fc.uint8Array(), (content) => digestOf(content) === digestOf(Buffer.from(content))));
});

test("contents that differ have other digests", () => {
  fc.assert(fc.property(fc.uint8Array({ size: "medium" }), fc.uint8Array({ size: "medium" }), (left, right) => (digestOf(left) === digestOf(right)) === (Buffer.compare(left, right) === 0)));
});

test("one bit, two bytes that changed places, and a byte more at the end each make another digest", () => {
  const change = (content: Uint8Array, at: number): readonly Uint8Array[] => {
    const flipped = Uint8Array.from(content, (byte, index) => (index === at ? byte ^ 0x80 : byte));
    const exchanged = Uint8Array.from(content, (_, index) => content[index === at ? at + 1 : index === at + 1 ? at : index] ?? 0);
    return [flipped, Buffer.concat([content, Buffer.from([0])]), ...(content[at] === content[at + 1] ? [] : [exchanged])];
  };

  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, size: "medium" }), fc.nat(), (content, place) => !change(content, place % (content.length - 1)).some((changed) => digestOf(changed) === digestOf(content))),
  );
});

test("no file has the digest of one that is missing, not even an empty one", () => {
  expect(digestOf(new Uint8Array())).not.toBe(NO_CONTENT);
});
