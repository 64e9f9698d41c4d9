import { expect, test } from "vitest";
import { textOf } from "../../support/patterns.js";

test("%contextName is the name of the context", () => {
  expect(textOf("%cn %5contextName", { context: { name: "shop" } })).toBe("shop  shop");
});

test("%contextName of a context without a name is null, or spaces when it is padded", () => {
  expect(textOf("%cn|%6cn|", { context: { name: "" } })).toBe("null|      |");
});
