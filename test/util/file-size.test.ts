import { expect, test } from "vitest";
import { formatFileSize, parseFileSize } from "../../src/util/file-size.js";

const sizes = [
  ["0", 0],
  ["512", 512],
  ["512s", 512],
  ["16KB", 16_384],
  ["10 MB", 10_485_760],
  ["10mb", 10_485_760],
  ["10MBs", 10_485_760],
  ["1Gb", 1_073_741_824],
  ["1 \t gb", 1_073_741_824],
  ["0001 kb", 1_024],
  ["5 ", 5],
] as const;

for (const [text, bytes] of sizes) {
  test(`${JSON.stringify(text)} is ${bytes} bytes`, () => {
    expect(parseFileSize(text)).toEqual({ bytes });
  });
}

test("a size beyond 64 bits is what Logback is left with, and says so", () => {
  expect(parseFileSize("99999999999999GB")).toEqual({ bytes: -4314853064373698600, overflow: true });
  expect(parseFileSize("9223372036854775807")).toEqual({ bytes: Number(2n ** 63n - 1n) });
});

const noSizes = ["", "ten", "lots", "MB", "1.5MB", "10M", "10K", "10 bytes", "10 B", "1TB", "-1MB", "+1", " 1", "1MB ", "1 MB x", "9223372036854775808", "1".repeat(1_000), "1\u00a0MB", "1\u212aB"];

for (const text of noSizes) {
  test(`${JSON.stringify(text.slice(0, 40))} is no file size`, () => {
    expect(parseFileSize(text)).toBe(undefined);
  });
}

const printed = [
  [0, "0 Bytes"],
  [1_023, "1023 Bytes"],
  [1_024, "1 KB"],
  [2_097_151, "1 MB"],
  [5_368_709_120, "5 GB"],
] as const;

for (const [bytes, text] of printed) {
  test(`${bytes} bytes print as "${text}"`, () => {
    expect(formatFileSize(bytes)).toBe(text);
  });
}
