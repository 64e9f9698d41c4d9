import type { StatusManager } from "../core/status.js";
import type { ConfigurationSource } from "./configurator.js";
import { parseXml, type XmlElement } from "./xml/parse.js";
import { XmlError } from "./xml/error.js";

/** The tree of a source; `undefined` with a status ERROR when it cannot be read or is no XML. */
export function parseSource({ content, file }: Pick<ConfigurationSource, "content" | "file">, statusManager: StatusManager): XmlElement | undefined {
  if (typeof content === "object") {
    return content;
  }
  try {
    return parseXml(typeof content === "string" ? content : content());
  } catch (cause) {
    if (cause instanceof XmlError) {
      const { line, column } = cause.position;
      statusManager.error(`Not well-formed XML: ${cause.message}. Nothing of this file is used.`, { origin: "configuration", position: { file, line, column } });
    } else {
      statusManager.error(`Could not read the configuration file [${file}]. Nothing of it is used.`, { origin: "configuration", cause });
    }
    return undefined;
  }
}
