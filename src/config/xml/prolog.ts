import { quoted, shortened } from "../quoted-name.js";
import type { XmlCursor } from "./cursor.js";

const DECLARATION =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"([^"<&]*)"|'([^'<&]*)')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/y;

/** Steps over `<?xml ...?>`, if the document begins with it. Version 1.1 is read by the rules of 1.0. */
export function takeDeclaration(cursor: XmlCursor): void {
  if (!/^<\?xml(?![-.:\w\u{80}-\u{10FFFF}])/u.test(cursor.text)) {
    return;
  }
  DECLARATION.lastIndex = 0;
  const match = DECLARATION.exec(cursor.text);
  if (match === null) {
    cursor.fail(0, 'expected an XML declaration like <?xml version="1.0" encoding="UTF-8"?>, got a malformed one');
  }
  const version = match[1] ?? match[2];
  if (version !== "1.0" && version !== "1.1") {
    cursor.fail(0, "expected XML version 1.0, got another");
  }
  cursor.offset = DECLARATION.lastIndex;
}

/** Steps over a comment or a processing instruction, if one is next; says whether there was one. */
export function takeCommentOrInstruction(cursor: XmlCursor): boolean {
  const start = cursor.offset;
  if (cursor.take("<!--")) {
    cursor.takeUntil("--", "comment", start);
    if (!cursor.take(">")) {
      cursor.fail(cursor.offset - 2, `expected no "--" inside the comment opened at ${cursor.source.place(start)}`);
    }
    return true;
  }
  if (!cursor.take("<?")) {
    return false;
  }
  const target = cursor.takeName() ?? cursor.expected('a name after "<?"');
  if (target.toLowerCase() === "xml") {
    cursor.fail(start, "expected the XML declaration at the very beginning of the file, got one here");
  }
  if (cursor.take("?>")) {
    return true;
  }
  if (!cursor.takeSpace()) {
    cursor.expected(`a space or "?>" after the name ${quoted(target)}`);
  }
  cursor.takeUntil("?>", "processing instruction", start);
  return true;
}

/**
 * Steps over `<!DOCTYPE name>`, if it is next; says whether it was.
 *
 * Only the bare form is tolerated, which files carry for the sake of editors. An internal subset or an external
 * identifier is an error, where Logback expands the first and reads the second as blank: entity bombs and requests to
 * other hosts begin there.
 */
export function takeDoctype(cursor: XmlCursor): boolean {
  const start = cursor.offset;
  if (!cursor.take("<!DOCTYPE")) {
    return false;
  }
  if (!cursor.takeSpace()) {
    cursor.expected("a space after <!DOCTYPE");
  }
  const { name } = cursor.qualifiedName("the name of the root element");
  const spaced = cursor.takeSpace();
  if (cursor.take(">")) {
    return true;
  }
  if (cursor.at("[")) {
    refuse(cursor, start, name, "declarations in brackets");
  }
  if (spaced && (cursor.at("SYSTEM") || cursor.at("PUBLIC"))) {
    refuse(cursor, start, name, "a reference to an external DTD");
  }
  cursor.expected('">" after the name in <!DOCTYPE>');
}

function refuse(cursor: XmlCursor, start: number, name: string, what: string): never {
  cursor.fail(start, `expected no DTD or just <!DOCTYPE ${shortened(name)}>, got ${what}`);
}
