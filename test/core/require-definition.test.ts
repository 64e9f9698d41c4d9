import { expect, test } from "vitest";
import { requireDefinition } from "../../src/core/require-definition.js";

const RIGHT = { kind: "filter", classNames: ["x.Y"], properties: {}, create: () => undefined };

const wrong: readonly (readonly [given: unknown, message: string])[] = [
  [undefined, "expected a definition, as defineComponent makes it, got undefined."],
  [() => undefined, "expected a definition, as defineComponent makes it, got function."],
  [{}, '"kind" must be a kind, such as "appender", got undefined.'],
  [{ ...RIGHT, classNames: "x.Y" }, '"classNames" must be an array of class names, got "x.Y".'],
  [{ ...RIGHT, classNames: [] }, '"classNames" must be an array of class names, got Array.'],
  [{ ...RIGHT, properties: undefined }, '"properties" must be an object with the properties, got undefined.'],
  [{ ...RIGHT, create: {} }, '"create" must be a function that makes the component, got Object.'],
];

for (const [given, message] of wrong) {
  test(`it is said in words that ${message}`, () => {
    expect(() => {
      requireDefinition("registerComponent", given);
    }).toThrow(new TypeError(`registerComponent: ${message}`));
  });
}

test("a definition with all its parts passes", () => {
  requireDefinition("registerComponent", RIGHT);
});
