import { expect, test } from "vitest";
import { DefaultCssBuilder, defaultCssBuilder } from "../../src/encoder/default-css-builder.js";
import { buildFrom } from "../support/build.js";
import { runCase } from "../support/corpus.js";

test("DefaultCssBuilder writes the style that real Logback writes", () => {
  const [page] = Object.values(runCase("run/html-003").expected.files);
  const { built, statuses } = buildFrom(defaultCssBuilder, {});

  expect(page).toContain(new DefaultCssBuilder().css());
  expect(built).toBeInstanceOf(DefaultCssBuilder);
  expect(statuses).toEqual([]);
});
