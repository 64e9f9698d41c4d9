import { expect, test } from "vitest";
import { appendProperty, putProperties } from "../../src/core/mdc-properties.js";
import { MdcStore } from "../../src/core/mdc.js";

test("pairs without a value are left out, and what is there under their keys stays", () => {
  const mdc = new MdcStore();
  mdc.run({ b: "kept" }, () => {
    putProperties(mdc, { a: 1, b: null, c: undefined });
    putProperties(mdc, [["d", false], ["e", null]]);

    expect([...mdc.current]).toEqual([["b", "kept"], ["a", "1"], ["d", "false"]]);
  });
});

test("a value is added behind those that are there", () => {
  const mdc = new MdcStore();
  mdc.run(() => {
    appendProperty(mdc, "accounts", 3);
    appendProperty(mdc, "accounts", "x");
    appendProperty(mdc, "accounts", null);
    appendProperty(mdc, "none", undefined);

    expect([...mdc.current]).toEqual([["accounts", "3,x"]]);
  });
});
