import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import type { ElementHandler } from "../element-handler.js";
import { includedElements } from "../included-file.js";
import type { ConfigurationReading } from "../reading.js";
import { findAttribute } from "../reading.js";
import type { XmlElement } from "../xml.js";

const MAX_BYTES = 1024 * 1024;
const MAX_FILES = 256;
const MAX_DEPTH = 16;

/**
 * `<include file="common.xml"/>`, `<include resource="common.xml" optional="true"/>`
 *
 * The file's root is `<included>`; its elements count as if they stood here. `optional` says nothing of a missing file.
 * `url` is refused: a configuration fetches nothing from a network. At most 16 deep and 256 files, regular ones, none twice
 * within itself.
 *
 * Source: Logback manual, "Configuration", file inclusion.
 */
export const includeElement: ElementHandler = {
  names: ["include"],
  attributes: ["file", "resource", "url", "optional"],
  read: (element, reading, origin) => {
    const report = reading.report(origin, element.position);
    const given = ["file", "resource", "url"].filter((name) => findAttribute(element, name) !== undefined);
    if (given.length !== 1) {
      report.error(`Element [include] should have exactly one of [file, url, resource] as an attribute; it is ignored.`);
      return;
    }
    if (given[0] === "url") {
      report.error(`<include url> is refused: a configuration fetches nothing from a network. Use "file" or "resource".`);
      return;
    }
    const isOptional = reading.attribute(element, "optional", origin)?.trim().toLowerCase() === "true";
    const path = pathOf(element, reading, origin);
    const text = path === undefined ? undefined : read(path, reading, origin, element);
    if (path === undefined || text === undefined) {
      if (!isOptional) {
        report.warn(`Could not find the file or resource [${reading.attribute(element, given[0] ?? "", origin) ?? ""}] to include.`);
      }
      return;
    }
    const elements = includedElements(text, path, reading, origin);
    const real = realpathSync(path);
    reading.including.push(real);
    reading.readChildren(elements, origin);
    reading.including.pop();
  },
};

function pathOf(element: XmlElement, reading: ConfigurationReading, origin: string): string | undefined {
  const file = reading.attribute(element, "file", origin);
  return file === undefined ? reading.findResource(reading.attribute(element, "resource", origin) ?? "") : reading.resolvePath(file);
}

/** The file's bytes; `undefined` when there is none or when a limit forbids it, which is reported. */
function read(path: string, reading: ConfigurationReading, origin: string, element: XmlElement): Uint8Array | undefined {
  const report = reading.report(origin, element.position);
  reading.files.push(path);
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(fd);
    const real = realpathSync(path);
    const refusal = !stats.isFile()
      ? "it is no regular file"
      : stats.size > MAX_BYTES
        ? `it has more than ${MAX_BYTES} bytes`
        : reading.including.includes(real)
          ? "it is being read already: it includes itself, directly or through others"
          : reading.including.length >= MAX_DEPTH
            ? `includes are more than ${MAX_DEPTH} deep`
            : reading.files.length > MAX_FILES
              ? `there are more than ${MAX_FILES} included files`
              : undefined;
    if (refusal !== undefined) {
      report.error(`The file [${path}] is not included: ${refusal}.`);
      return new Uint8Array();
    }
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}
