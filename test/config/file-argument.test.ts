import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { pathGiven, pathInUrl } from "../../src/config/file-argument.js";

const FOLDER = path.resolve("/srv/shop");
const FILE = path.join(FOLDER, "conf dir", "logback.xml");

test("a URL and its text name the file they stand for", () => {
  expect(pathGiven(pathToFileURL(FILE), "/")).toBe(FILE);
  expect(pathGiven(pathToFileURL(FILE).href, "/")).toBe(FILE);
});

test("a file: URL without a slash starts in the folder, as in Java", () => {
  expect(pathInUrl("file:conf%20dir/logback.xml", FOLDER)).toBe(FILE);
});

test("a path stays as it is, and so does the URL of another kind", () => {
  expect(pathInUrl("conf/logback.xml", FOLDER)).toBe("conf/logback.xml");
  expect(pathInUrl("https://example.com/logback.xml", FOLDER)).toBe("https://example.com/logback.xml");
});

for (const [given, came] of [
  [7, "number"],
  [null, "null"],
  [Buffer.from("logback.xml"), "Buffer"],
  [new URL("https://example.com/logback.xml"), '"https://example.com/logback.xml"'],
] as const) {
  test(`${came} names no configuration file`, () => {
    expect(() => pathGiven(given, FOLDER)).toThrow(new TypeError(`configure: expected the path of a file, or its "file:" URL, got ${came}.`));
  });
}
