import { accessSync, constants, statSync, type Stats } from "node:fs";
import path from "node:path";
import type { Check } from "./check.js";
import { textsNamed } from "./search.js";

/** A file that this user could not write on this machine, which need not be the one it is written on. Looks, and makes nothing. */
export const unusableFile: Check = {
  name: "unusable-file",
  find: (configuration) =>
    textsNamed(configuration, "file")
      .filter(({ element, draft }) => draft.element.children.includes(element))
      .flatMap(({ element, at, text }) => {
        const trouble = text === "" ? undefined : troubleWith(configuration.reading.resolvePath(text));
        return trouble === undefined ? [] : [{ element, at, level: "INFO", message: `"${text}" cannot be written here: ${trouble}.` }];
      }),
};

function troubleWith(file: string): string | undefined {
  const found = statsOf(file);
  if (found?.isDirectory() === true) {
    return "it is a folder";
  }
  if (found !== undefined) {
    return isWritable(file) ? undefined : "this user may not write to it";
  }
  let folder = path.dirname(file);
  while (statsOf(folder) === undefined && folder !== path.dirname(folder)) {
    folder = path.dirname(folder);
  }
  if (statsOf(folder)?.isDirectory() !== true) {
    return `${folder} is no folder`;
  }
  return isWritable(folder) ? undefined : `this user may not write in ${folder}`;
}

function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    // Not there, or below a file, or in a folder that this user may not enter: the folders above tell.
    return undefined;
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
