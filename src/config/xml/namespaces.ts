import { quoted } from "../quoted-name.js";

const XML_URI = "http://www.w3.org/XML/1998/namespace";
const XMLNS_URI = "http://www.w3.org/2000/xmlns/";

/** A name as it stands in a tag. */
export interface QualifiedName {
  readonly prefix: string;
  readonly local: string;
}

/** What one element declares, and what was declared around it. */
export interface NamespaceScope {
  readonly uris: ReadonlyMap<string, string>;
  readonly outer: NamespaceScope | undefined;
}

/** Whether an attribute declares a namespace (`xmlns`, `xmlns:x`), and so is none for the program. */
export function isNamespaceDeclaration({ prefix, local }: QualifiedName): boolean {
  return prefix === "xmlns" || (prefix === "" && local === "xmlns");
}

/** Says what is wrong with declaring this prefix (empty: the default namespace), or gives undefined. */
export function declarationProblem(prefix: string, uri: string): string | undefined {
  if (prefix === "xmlns") {
    return 'the prefix "xmlns" cannot be declared';
  }
  if ((prefix === "xml") !== (uri === XML_URI)) {
    return 'the prefix "xml" and its namespace belong together';
  }
  if (uri === XMLNS_URI) {
    return "the namespace of xmlns cannot be declared";
  }
  if (prefix !== "" && uri === "") {
    return `the prefix ${quoted(prefix)} needs a namespace that is not empty`;
  }
  return undefined;
}

/** The namespace of a prefix; undefined when it was not declared. */
export function namespaceOf(prefix: string, scope: NamespaceScope | undefined): string | undefined {
  if (prefix === "xml") {
    return XML_URI;
  }
  if (prefix === "xmlns") {
    return undefined;
  }
  for (let at = scope; at !== undefined; at = at.outer) {
    const uri = at.uris.get(prefix);
    if (uri !== undefined) {
      return uri;
    }
  }
  return prefix === "" ? "" : undefined;
}
