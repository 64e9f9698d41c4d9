import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CHECKS } from "../../src/config/checks.js";

const text = readFileSync(new URL("../../docs/check.md", import.meta.url), "utf8");

test("docs/check.md names every check, in the order of the alphabet", () => {
  const names = [...text.matchAll(/^\| `([a-z][a-z0-9-]+)` \| /gm)].map(([, name]) => name);

  expect(names).toEqual(CHECKS.map(({ name }) => name).sort());
});
