import { fileURLToPath, pathToFileURL } from "node:url";
import { kindOf } from "../core/safe-access.js";

const FILE_URL = /^file:/i;

/**
 * The path in a `file:` URL that stands where Java takes URLs as well as paths; `file:conf/logback.xml` starts in the folder.
 *
 * @returns The text itself where it is no such URL, or one of another machine.
 */
export function pathInUrl(text: string, folder: string): string {
  try {
    return FILE_URL.test(text) ? fileURLToPath(new URL(text, pathToFileURL(`${folder}/`))) : text;
  } catch {
    return text;
  }
}

/**
 * The path of a configuration file that a program names.
 *
 * @param folder - Where a `file:` URL starts that is not absolute.
 * @throws TypeError for what is neither a path nor the URL of a file.
 */
export function pathGiven(file: unknown, folder: string): string {
  if (typeof file === "string") {
    return pathInUrl(file, folder);
  }
  const url = urlTextOf(file);
  if (url === undefined || !FILE_URL.test(url)) {
    throw new TypeError(`configure: expected the path of a file, or its "file:" URL, got ${url === undefined ? kindOf(file) : `"${url}"`}.`);
  }
  return fileURLToPath(url);
}

/** Not `instanceof`: under Jest there is more than one class `URL`. */
function urlTextOf(value: unknown): string | undefined {
  const { href, protocol } = Object(value) as Readonly<Record<string, unknown>>;
  return typeof href === "string" && typeof protocol === "string" ? href : undefined;
}
