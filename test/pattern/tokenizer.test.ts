import { expect, test } from "vitest";
import { tokenizePattern } from "../../src/pattern/tokenizer.js";

/** As `java.lang.Character` answers `isJavaIdentifierStart` and `isJavaIdentifierPart` for U+0000 to U+00FF. */
const STARTS = /^[A-Za-z$_\u00a2-\u00a5\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]$/;
const PARTS = /^[\0-\x08\x0e-\x1b0-9A-Za-z$_\x7f-\u009f\u00a2-\u00a5\u00aa\u00ad\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]$/;

/** All but those that have a meaning of their own in a pattern. */
const characters = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter((char) => !/[%{(\\]/.test(char));

const wordIn = (pattern: string): string | undefined => tokenizePattern(pattern, [], () => true).find(({ kind }) => kind === "word")?.text;

test("a word goes on with every character of Latin-1 that Java lets an identifier go on with", () => {
  const joined = characters.filter((char) => wordIn(`%m${char}`) === `m${char}`);

  expect(joined).toEqual(characters.filter((char) => PARTS.test(char)));
});

test("a word begins with every character of Latin-1 that Java lets an identifier begin with", () => {
  const begun = characters.filter((char) => wordIn(`%${char} m`) === char);

  expect(begun).toEqual(characters.filter((char) => STARTS.test(char)));
});
