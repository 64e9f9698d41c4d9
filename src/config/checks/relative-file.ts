import path from "node:path";
import type { Check } from "./check.js";
import { textsNamed } from "./search.js";

/** A file whose place depends on the folder in which the program is started. */
export const relativeFile: Check = {
  name: "relative-file",
  find: (configuration) =>
    textsNamed(configuration, "file", "fileNamePattern")
      .filter(({ text, element, draft }) => text !== "" && !path.isAbsolute(text) && !(element.name.toLowerCase() === "filenamepattern" && hasFile(draft.element)))
      .map(({ element, at, text }) => ({
        element,
        at,
        level: "INFO",
        message: `"${text}" starts in the working directory of the process; from here it is ${configuration.reading.resolvePath(text)}. An absolute path is the same wherever the program is started.`,
      })),
};

function hasFile({ children }: { readonly children: readonly { readonly name: string }[] }): boolean {
  return children.some(({ name }) => name.toLowerCase() === "file");
}
