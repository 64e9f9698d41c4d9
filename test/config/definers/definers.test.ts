import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { canonicalHostNamePropertyDefiner } from "../../../src/config/definers/canonical-host-name-property-definer.js";
import { fileExistsPropertyDefiner } from "../../../src/config/definers/file-exists-property-definer.js";
import { resourceExistsPropertyDefiner } from "../../../src/config/definers/resource-exists-property-definer.js";
import { buildFrom } from "../../support/build.js";
import { tempDir } from "../../support/temp-dir.js";

test("CanonicalHostNamePropertyDefiner gives the name of the host", () => {
  expect(buildFrom(canonicalHostNamePropertyDefiner, {}).built?.getPropertyValue()).toBe(os.hostname());
});

const rows = [
  { definer: fileExistsPropertyDefiner, properties: { path: "there" }, value: "true" },
  { definer: fileExistsPropertyDefiner, properties: { path: "missing" }, value: "false" },
  { definer: fileExistsPropertyDefiner, properties: { path: "/" }, value: "true" },
  { definer: fileExistsPropertyDefiner, properties: { path: "a\0b" }, value: "false" },
  { definer: resourceExistsPropertyDefiner, properties: { resource: "there" }, value: "true" },
  { definer: resourceExistsPropertyDefiner, properties: { resource: "/there" }, value: "true" },
  { definer: resourceExistsPropertyDefiner, properties: { resource: "missing" }, value: "false" },
  { definer: resourceExistsPropertyDefiner, properties: { resource: "../outside" }, value: "false" },
] as const;

for (const { definer, properties, value } of rows) {
  test(`${definer.classNames[0]?.replace(/.*\./, "") ?? ""} with ${JSON.stringify(properties)} gives ${value}`, () => {
    const baseDir = tempDir();
    writeFileSync(path.join(baseDir, "there"), "");

    const { built, statuses } = buildFrom(definer, properties, { baseDir });

    expect(statuses).toEqual([]);
    expect(built?.getPropertyValue()).toBe(value);
  });
}

for (const [definer, name] of [[fileExistsPropertyDefiner, "path"], [resourceExistsPropertyDefiner, "resource"]] as const) {
  test(`${definer.classNames[0]?.replace(/.*\./, "") ?? ""} without <${name}> is left out`, () => {
    expect(buildFrom(definer, {})).toEqual({ built: undefined, statuses: [`ERROR <${name}> is required in [${definer.classNames[0] ?? ""}]; the propertyDefiner is left out.`] });
  });
}
