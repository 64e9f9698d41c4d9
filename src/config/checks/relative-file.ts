import path from "node:path";
import type { Check } from "./check.js";
import { textsNamed } from "./search.js";

const WINDOWS_DRIVE = /^[A-Za-z]:[\\/]/;

/** A file whose place depends on the folder in which the program is started. */
export const relativeFile: Check = {
  name: "relative-file",
  find: (configuration) =>
    textsNamed(configuration, "file", "fileNamePattern")
      .filter(({ text, element, draft }) => text !== "" && !path.isAbsolute(text) && !(element.name.toLowerCase() === "filenamepattern" && hasFile(draft.element)))
      .map(({ element, at, text }) => ({ element, at, level: "INFO", message: messageFor(text, configuration.reading.resolvePath(text)) })),
};

function messageFor(text: string, resolved: string): string {
  return WINDOWS_DRIVE.test(text)
    ? `"${text}" names a drive of Windows, which there is none of here: it is ${resolved}. A variable can name the folder of each system.`
    : `"${text}" starts in the working directory of the process; from here it is ${resolved}. An absolute path is the same wherever the program is started.`;
}

function hasFile({ children }: { readonly children: readonly { readonly name: string }[] }): boolean {
  return children.some(({ name }) => name.toLowerCase() === "file");
}
