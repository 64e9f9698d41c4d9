import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";

const TROUBLES: readonly { readonly pattern: RegExp; readonly message: (name: string) => string }[] = [
  { pattern: /[*?]/, message: (name) => `A logger's name has no wildcards; "${name.replace(/\.?[*?].*$/, "") || "root"}" is enough, all loggers below it inherit.` },
  { pattern: /^\s|\s$/, message: () => "White space around the name is a part of it, so no logger of the program has this name." },
  { pattern: /^\.|\.\./, message: () => "The name has an empty part, so no logger of the program has this name." },
  { pattern: /\.$/, message: (name) => `The name ends with a dot. "${name.slice(0, -1)}" is enough, all loggers below it inherit.` },
  { pattern: /\.(?:java|ts|js|class)$/, message: (name) => `The name is that of a file; a logger's is "${name.replace(/\.\w+$/, "")}".` },
];

/** Names of loggers that no logger of a program has. */
export const loggerName: Check = {
  name: "logger-name",
  find: ({ elements, reading }) =>
    elements.flatMap((element) => {
      const attribute = element.name.toLowerCase() === "logger" ? findAttribute(element, "name") : undefined;
      const name = reading.substituteSilently(attribute?.value ?? "");
      const trouble = TROUBLES.find(({ pattern }) => pattern.test(name));
      return trouble === undefined ? [] : [{ element, at: attribute?.position, message: `Logger "${name}": ${trouble.message(name)}` }];
    }),
};
