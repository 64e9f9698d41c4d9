import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";

const IDLE: readonly (readonly [attribute: string, why: string])[] = [
  ["additivity", "there is no logger above the root"],
  ["name", "the root logger is called ROOT; for a logger of that name write <logger>"],
];

/** Attributes of `<logger>` on `<root>`, which Logback takes without a word. */
export const rootAttributes: Check = {
  name: "root-attributes",
  find: ({ elements }) =>
    elements
      .filter(({ name }) => name.toLowerCase() === "root")
      .flatMap((element) =>
        IDLE.flatMap(([name, why]) => {
          const attribute = findAttribute(element, name);
          return attribute === undefined || (name === "name" && attribute.value.toUpperCase() === "ROOT") ? [] : [{ element, at: attribute.position, message: `"${name}" has no effect on <root>: ${why}.` }];
        }),
      ),
};
