import { PropertiesError } from "../../config/properties-file.js";
import { decodeXml } from "../../config/xml/decode.js";
import { XmlError } from "../../config/xml/error.js";
import { parseXml } from "../../config/xml/parse.js";
import { readJavaUtilLogging } from "./java-util-logging.js";
import { readLog4jProperties } from "./log4j-properties.js";
import { readLog4jXml } from "./log4j-xml.js";
import { isJBossProperties, isLog4j2Properties, readLog4j2Properties, withoutKarafPrefix } from "./log4j2-properties.js";
import { readLog4j2Xml } from "./log4j2-xml.js";
import { MigrationError } from "./migration-error.js";
import type { OldConfiguration } from "./old-configuration.js";
import { propertiesWithLines } from "./properties-lines.js";
import type { Remarks } from "./remark.js";

/**
 * Reads a configuration of java.util.logging, Log4j 1 or Log4j 2. Which one it is, its content says.
 *
 * @throws MigrationError
 */
export function readOldConfiguration(bytes: Uint8Array, remarks: Remarks): OldConfiguration {
  try {
    const isXml = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*</.test(Buffer.from(bytes.subarray(0, 4_096)).toString("latin1")) || bytes[0] === 0xff || bytes[0] === 0xfe;
    return isXml ? readXml(bytes, remarks) : readProperties(Buffer.from(bytes).toString("latin1"), remarks);
  } catch (error) {
    if (error instanceof XmlError) {
      throw new MigrationError(`Not well-formed XML: ${error.message}.`, error.position);
    }
    throw error instanceof PropertiesError ? new MigrationError(error.message) : error;
  }
}

function readXml(bytes: Uint8Array, remarks: Remarks): OldConfiguration {
  const { text, defect } = decodeXml(bytes);
  if (defect !== undefined) {
    throw defect;
  }
  const root = parseXml(withoutPrefix(withoutExternalDtd(text)));
  if (/<log4j:configuration[\s/>]/.test(text)) {
    return readLog4jXml(root, remarks);
  }
  if (root.name.toLowerCase() === "configuration" && root.children.some(({ name }) => ["appenders", "loggers"].includes(name.toLowerCase()))) {
    return readLog4j2Xml(root, remarks);
  }
  const what = root.name === "configuration" ? "what looks like a logback.xml; \"logback check\" looks at that" : `<${root.name}>`;
  throw new MigrationError(`Expected <log4j:configuration> of Log4j 1 or <Configuration> of Log4j 2, got ${what}.`, root.position);
}

const BEFORE_THE_ROOT = /\s+|<\?[^]*?\?>|<!--[^]*?-->/y;
const EXTERNAL_DTD = /<!DOCTYPE\s+[^\s>[]+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[^"]*"|'[^']*')\s*>/y;

/** Blanks out `<!DOCTYPE log4j:configuration SYSTEM "log4j.dtd">`, which such files have and which is never followed. */
function withoutExternalDtd(text: string): string {
  let start = 0;
  for (BEFORE_THE_ROOT.lastIndex = 0; BEFORE_THE_ROOT.test(text); ) {
    start = BEFORE_THE_ROOT.lastIndex;
  }
  EXTERNAL_DTD.lastIndex = start;
  const end = EXTERNAL_DTD.test(text) ? EXTERNAL_DTD.lastIndex : start;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}

/** The prefix is declared in the DTD, so files may leave that out. */
function withoutPrefix(text: string): string {
  return text.replace(/<(\/?)log4j:configuration(?=[\s/>])/g, "<$1configuration      ");
}

const JSON_OR_YAML = /^\s*(?:\{|(?:---\s+)?(?:#[^\n]*\n\s*)*["']?Configuration["']?\s*:)/i;

function readProperties(text: string, remarks: Remarks): OldConfiguration {
  if (JSON_OR_YAML.test(text)) {
    throw new MigrationError("The JSON and the YAML of Log4j 2 are not read. Write the file as log4j2.xml and migrate that: each object becomes an element of its name, or of its \"type\", and each string in it an attribute.", { line: 1 });
  }
  const written = propertiesWithLines(text);
  const lines = [...written.keys()].some((key) => key.startsWith("log4j.")) ? written : withoutKarafPrefix(written);
  const keys = [...lines.keys()];
  if (keys.some((key) => key.startsWith("log4j."))) {
    return readLog4jProperties(lines, remarks);
  }
  if (isJBossProperties(keys)) {
    throw new MigrationError("The configuration of JBoss LogManager, in WildFly and Quarkus, is not read: its handlers and formatters are not those of java.util.logging. Write a logback.xml with its levels.");
  }
  if (isLog4j2Properties(keys)) {
    return readLog4j2Properties(lines, remarks);
  }
  if (keys.includes("handlers") || keys.some((key) => key.endsWith(".level"))) {
    return readJavaUtilLogging(lines, remarks);
  }
  throw new MigrationError("Expected a configuration of java.util.logging or Log4j, got a file without a key such as .level, handlers, log4j.rootLogger or rootLogger.level.");
}
