import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { components } from "../../src/builtins.js";
import { describedComponents, referencePage } from "../support/reference.js";

const file = fileURLToPath(new URL("../../docs/reference.md", import.meta.url));
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** Of a JSON provider docs/json.md tells. */
const described = (await describedComponents()).filter(({ definition }) => definition.kind !== "jsonProvider");

// UPDATE_REFERENCE=1 writes the page in place of comparing it.
test("docs/reference.md says what the comments in the source say", () => {
  const page = referencePage(described);
  if (process.env["UPDATE_REFERENCE"] === "1") {
    writeFileSync(file, page);
  }

  expect(readFileSync(file, "utf8")).toBe(page);
});

test("docs/reference.md names every property of every class", () => {
  // A name is an attribute, or has no effect; <appender-ref> is read as appenderRef.
  const missing = described.flatMap(({ definition, text }) =>
    Object.keys(definition.properties)
      .filter((name) => name !== "name" && !new RegExp(`[<\`]${name.replace("appenderRef", "appender-ref")}\\b|${name}=`, "i").test(text))
      .map((name) => `<${name}> of ${String(definition.classNames[0])}`),
  );

  expect(missing).toEqual([]);
});

test("the README names every class of a kind that stands in its table", () => {
  const kinds = ["appender", "encoder", "layout", "filter", "turboFilter", "evaluator", "discriminator", "condition", "propertyDefiner", "rollingPolicy", "triggeringPolicy", "contextListener", "statusListener"];
  const known = components.filter(({ kind, classNames }) => kinds.includes(kind) && !classNames.some((name) => new RegExp(`\`${name.slice(name.lastIndexOf(".") + 1)}\``).test(readme)));

  expect(known.map(({ classNames }) => classNames[0])).toEqual([]);
});
