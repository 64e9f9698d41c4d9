import { expect, test } from "vitest";
import { throwableInfoFrom, throwableInfoOf } from "../../src/core/throwable-info.js";
import { hasSource, stackHashes } from "../../src/pattern/stack-hash.js";

const INIT = { class: "java.lang.RuntimeException", message: "1", frames: ["com.acme.Shop.buy(Shop.java:12)"], cause: { class: "java.io.IOException", frames: ["com.acme.Db.read(Unknown Source)"] } };

test("hashes are those of Java", () => {
  // Counted by hand of String.hashCode: 31 * (31 * 0 + "java.io.IOException".hashCode()) and so on, in 32 bits.
  let hash = 0;
  const code = (text: string): number => [...Buffer.from(text)].reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 0);
  const add = (next: number): void => {
    hash = (Math.imul(hash, 31) + next) | 0;
  };
  const frame = (className: string, method: string, line: number): number => (Math.imul((Math.imul(code(className), 31) + code(method)) | 0, 31) + line) | 0;
  add(code("java.io.IOException"));
  add(frame("com.acme.Db", "read", -1));
  const inner = (hash >>> 0).toString(16).padStart(8, "0");
  add(code("java.lang.RuntimeException"));
  add(frame("com.acme.Shop", "buy", 12));

  expect(stackHashes(throwableInfoFrom(INIT), () => true)).toEqual([(hash >>> 0).toString(16).padStart(8, "0"), inner]);
});

test("messages do not count, places do", () => {
  const hashOf = (init: object): string | undefined => stackHashes(throwableInfoFrom({ ...INIT, ...init }), () => true)[0];

  expect(hashOf({ message: "2" })).toBe(hashOf({}));
  expect(hashOf({ frames: ["com.acme.Shop.buy(Shop.java:13)"] })).not.toBe(hashOf({}));
});

test("frames without source may be left out", () => {
  const [all] = stackHashes(throwableInfoFrom(INIT), () => true);

  expect(stackHashes(throwableInfoFrom(INIT), hasSource)[0]).not.toBe(all);
  expect(stackHashes(throwableInfoFrom({ ...INIT, cause: { ...INIT.cause, frames: [] } }), hasSource)[0]).toBe(stackHashes(throwableInfoFrom(INIT), hasSource)[0]);
});

test("two errors of JavaScript from one place have the same hash", () => {
  const make = (message: string): Error => new Error(message);
  const errors = ["a", "b"].map(make);

  expect(new Set(errors.map((error) => stackHashes(throwableInfoOf(error), hasSource)[0])).size).toBe(1);
});
