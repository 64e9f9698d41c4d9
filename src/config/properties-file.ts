/** A properties file that Java would refuse. */
export class PropertiesError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PropertiesError";
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["t", "\t"],
  ["n", "\n"],
  ["r", "\r"],
  ["f", "\f"],
]);

/** What editors put before a text in UTF-8, read as ISO 8859-1. */
const BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

/**
 * Reads a Java properties file: comments, continued lines, the three separators and the escapes.
 *
 * Source: Java, `java.util.Properties.load`, which takes a byte order mark for the beginning of the first key.
 *
 * @param text - Its bytes, read as ISO 8859-1.
 * @throws PropertiesError for a malformed `\uxxxx`.
 */
export function parseProperties(text: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const line of logicalLines(text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text)) {
    const [, key = "", value = ""] = /^((?:\\[^]|[^\\=: \t\f])*)(?:[ \t\f]*[=:]|[ \t\f])?[ \t\f]*([^]*)$/.exec(line) ?? [];
    properties.set(unescape(key), unescape(value));
  }
  return properties;
}

function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let continued: string | undefined;
  for (const natural of text.split(/\r\n|\r|\n/)) {
    const line = natural.replace(/^[ \t\f]+/, "");
    if (continued === undefined && (line === "" || line.startsWith("#") || line.startsWith("!"))) {
      continue;
    }
    const backslashes = /\\*$/.exec(line)?.[0].length ?? 0;
    if (backslashes % 2 === 1) {
      continued = (continued ?? "") + line.slice(0, -1);
    } else {
      lines.push((continued ?? "") + line);
      continued = undefined;
    }
  }
  return continued === undefined || continued === "" ? lines : [...lines, continued];
}

function unescape(text: string): string {
  return text.replace(/\\(u[^]{0,4}|[^])/g, (_, code: string) => {
    if (!code.startsWith("u")) {
      return ESCAPES.get(code) ?? code;
    }
    if (!/^u[0-9a-fA-F]{4}$/.test(code)) {
      throw new PropertiesError("Expected four hexadecimal digits behind \\u.");
    }
    return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  });
}
