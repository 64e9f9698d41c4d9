/** An element that is to be printed, or a comment. */
export type XmlNode = XmlPart | XmlComment;

/** An element that is to be printed. */
export interface XmlPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text, or elements, each on a line of its own. */
  readonly content: string | readonly XmlNode[];
}

/** A comment that is to be printed. */
export interface XmlComment {
  readonly comment: string;
}

/** An element; attributes without a value are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, content: string | readonly XmlNode[] = []): XmlPart {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { name, attributes: Object.fromEntries(given), content };
}

/** Values of all attributes and all texts. */
export function textsIn(node: XmlNode): string[] {
  if ("comment" in node) {
    return [];
  }
  return [...Object.values(node.attributes), ...(typeof node.content === "string" ? [node.content] : node.content.flatMap(textsIn))];
}

/** A document of UTF-8, two spaces a level, with a line break at its end. Characters that XML cannot hold become U+FFFD. */
export function printXml(root: XmlPart): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printed(root, "")}`;
}

const BLOCKS = new Set(["appender", "root"]);

function printed(node: XmlNode, indent: string): string {
  if ("comment" in node) {
    return `${indent}<!-- ${readable(node.comment).replaceAll("--", "- -")} -->\n`;
  }
  const { name, attributes, content } = node;
  const tag = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapedAttribute(value)}"`)].join(" ");
  if (content.length === 0) {
    return `${indent}<${tag}/>\n`;
  }
  if (typeof content === "string") {
    return `${indent}<${tag}>${escapedText(content)}</${name}>\n`;
  }
  const children = content.map((child, index) => `${index > 0 && isApart(child, content[index - 1]) ? "\n" : ""}${printed(child, `${indent}  `)}`);
  return `${indent}<${tag}>\n${children.join("")}${indent}</${name}>\n`;
}

/** Whether an empty line stands between the two. */
function isApart(node: XmlNode, before: XmlNode | undefined): boolean {
  if (before === undefined || "comment" in before) {
    return false;
  }
  return "comment" in node || BLOCKS.has(node.name) || BLOCKS.has(before.name) || (before.name !== node.name && node.name === "logger");
}

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

function escapedText(text: string): string {
  return readable(text).replace(/[&<>\r]/g, reference);
}

/** As it stands between double quotes. */
export function escapedAttribute(text: string): string {
  return readable(text).replace(/[&<>"\r\n\t]/g, reference);
}

function reference(character: string): string {
  return REFERENCES.get(character) ?? `&#${character.charCodeAt(0)};`;
}

function readable(text: string): string {
  return text.toWellFormed().replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}
