import { decodeXml } from "../../config/xml/decode.js";
import { XmlError } from "../../config/xml/error.js";
import { parseXml } from "../../config/xml/parse.js";
import { MigrationError } from "./migration-error.js";

const BYTE_ORDER_MARK = "\ufeff";

/**
 * The text of a `logback.xml` that is to be edited, a byte order mark included; written as UTF-8 it is the same bytes again.
 *
 * @throws MigrationError where it is not well-formed, or in an encoding that UTF-8 would change.
 */
export function readTarget(bytes: Uint8Array): string {
  if (bytes.length === 0) {
    throw new MigrationError("Expected a logback.xml, got an empty file. Where the output is redirected into that very file, the shell empties it first: write to another one and rename that.", { line: 1, column: 1 });
  }
  try {
    parseXml(bytes);
  } catch (error) {
    throw error instanceof XmlError ? new MigrationError(`Not well-formed XML: ${error.message}.`, error.position) : error;
  }
  const { text } = decodeXml(bytes);
  const found = [text, BYTE_ORDER_MARK + text].find((candidate) => Buffer.from(candidate).equals(bytes));
  if (found === undefined) {
    throw new MigrationError("Expected UTF-8, got another encoding with characters that would change; convert the file and its XML declaration first, such as with iconv.", { line: 1, column: 1 });
  }
  return found;
}
