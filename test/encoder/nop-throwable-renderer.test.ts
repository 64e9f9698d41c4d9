import { expect, test } from "vitest";
import { NOPThrowableRenderer, nopThrowableRenderer } from "../../src/encoder/nop-throwable-renderer.js";
import { buildFrom } from "../support/build.js";

test("NOPThrowableRenderer shows nothing", () => {
  const { built, statuses } = buildFrom(nopThrowableRenderer, {});

  expect(new NOPThrowableRenderer().render()).toBe("");
  expect(built).toBeInstanceOf(NOPThrowableRenderer);
  expect(statuses).toEqual([]);
});
