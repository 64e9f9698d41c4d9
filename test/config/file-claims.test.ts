import { expect, test } from "vitest";
import { AppenderFiles, FileClaims } from "../../src/config/file-claims.js";

test("a file belongs to the one that asked first", () => {
  const claims = new FileClaims();

  expect([claims.claim("a.log", "A"), claims.claim("a.log", "B"), claims.claim("a.log", "A")]).toEqual([undefined, "A", undefined]);
  expect([claims.isFree("a.log", "A"), claims.isFree("a.log", "B"), claims.isFree("b.log", "B")]).toEqual([true, false, true]);
});

test("only its owner releases a file", () => {
  const claims = new FileClaims();
  claims.claim("a.log", "A");

  claims.release("a.log", "B");

  expect(claims.isFree("a.log", "B")).toBe(false);

  claims.release("a.log", "A");

  expect(claims.isFree("a.log", "B")).toBe(true);
});

test("the files of an appender and of those it makes move together, unless somebody has one of them", () => {
  const files = new AppenderFiles(new FileClaims());
  files.claim("sift.log", "SIFT");
  files.claim("joe.log", "SIFT[joe]");
  const [free, taken] = [new FileClaims(), new FileClaims()];
  taken.claim("joe.log", "OTHER");

  expect(files.claimAllIn(free)).toBe(true);
  expect(free.claim("joe.log", "OTHER")).toBe("SIFT[joe]");
  expect(files.claimAllIn(taken)).toBe(false);
  expect(taken.isFree("sift.log", "OTHER")).toBe(true);
});

test("files that one of them has released do not move", () => {
  const [first, second] = [new FileClaims(), new FileClaims()];
  const files = new AppenderFiles(first);
  files.claim("joe.log", "SIFT[joe]");

  files.release("SIFT[joe]");

  expect(first.isFree("joe.log", "OTHER")).toBe(true);
  expect(files.claimAllIn(second)).toBe(true);
  expect(second.isFree("joe.log", "OTHER")).toBe(true);
});

test("once it has moved, new files are taken in the new configuration", () => {
  const [first, second] = [new FileClaims(), new FileClaims()];
  second.claim("ann.log", "OTHER");
  const files = new AppenderFiles(first);

  files.moveTo(second);

  expect(files.claim("ann.log", "SIFT[ann]")).toBe("OTHER");
});
