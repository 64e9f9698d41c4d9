import type { ElementHandler } from "../element-handler.js";
import { includedElements } from "../included-file.js";
import { readRegularFile } from "../read-regular-file.js";
import type { ConfigurationReading } from "../reading.js";
import { namedSource, SOURCE_ATTRIBUTES } from "../resource-attributes.js";
import { bootFile } from "../spring/boot-files.js";
import type { XmlElement } from "../xml/parse.js";

const MAX_FILES = 256;
const MAX_DEPTH = 16;

/**
 * `<include file="common.xml"/>`, `<include resource="common.xml" optional="true"/>`
 *
 * The file's root is `<included>`, or `<configuration>`, whose attributes do not count; its elements count as if they stood here. `optional` says nothing of a missing file.
 * `url` is refused: a configuration fetches nothing from a network. At most 16 deep and 256 files, regular ones of up to
 * 1 MiB, none within itself. The resources that Spring Boot brings along are known.
 *
 * Source: Logback manual, "Configuration", file inclusion.
 */
export const includeElement: ElementHandler = {
  names: ["include"],
  isLeaf: true,
  attributes: SOURCE_ATTRIBUTES,
  read: (element, reading, origin) => {
    const source = namedSource(element, reading, origin);
    if (source === undefined) {
      return;
    }
    const { name, path, isResource, isOptional } = source;
    const report = reading.report(origin, element.position);
    const file = path === undefined ? undefined : readRegularFile(path);
    if (file !== undefined && "refusal" in file) {
      report.error(`The file [${name}] is not included: ${file.refusal}.`);
      return;
    }
    if (path !== undefined) {
      reading.addFile(path, file?.content);
    }
    const builtIn = isResource && file === undefined ? bootFile(name, reading) : undefined;
    if (file !== undefined && path !== undefined) {
      readIncluded(file.content, path, file.realPath, element, reading, origin);
    } else if (builtIn !== undefined) {
      readIncluded(builtIn, name, name, element, reading, origin);
    } else if (!isOptional) {
      report.warn(`Could not find the file or resource [${name}] to include.`);
    }
  },
};

/** @param identity - The same for the same file under every name. */
function readIncluded(content: Uint8Array, file: string, identity: string, element: XmlElement, reading: ConfigurationReading, origin: string): void {
  const refusal = reading.including.includes(identity)
    ? "it is being read already: it includes itself, directly or through others"
    : reading.including.length >= MAX_DEPTH
      ? `includes are more than ${MAX_DEPTH} deep`
      : ++reading.includedFiles > MAX_FILES
        ? `there are more than ${MAX_FILES} included files`
        : undefined;
  if (refusal !== undefined) {
    reading.report(origin, element.position).error(`The file [${file}] is not included: ${refusal}.`);
    return;
  }
  const elements = includedElements(content, file, reading, origin);
  reading.including.push(identity);
  reading.readChildren(elements, origin);
  reading.including.pop();
}
