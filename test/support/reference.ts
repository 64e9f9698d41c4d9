import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import type { ComponentDefinition, ComponentKind } from "../../src/core/component.js";

/** A component, and what the comments at its class and at its definition say. */
export interface Described {
  readonly definition: ComponentDefinition<unknown>;
  /** What it is for: the first paragraph at its class. */
  readonly summary: string;
  /** Its properties and statuses. */
  readonly text: string;
}

/** A comment of the source, without its frame and its tags, and the name of what it stands at. */
interface Comment {
  readonly name: string;
  readonly text: string;
}

const CHAPTERS: readonly (readonly [title: string, kinds: readonly ComponentKind[]])[] = [
  ["Appenders", ["appender"]],
  ["Rolling policies", ["rollingPolicy", "triggeringPolicy"]],
  ["Encoders", ["encoder"]],
  ["Layouts", ["layout"]],
  ["Filters", ["filter"]],
  ["Turbo filters", ["turboFilter"]],
  ["Evaluators", ["evaluator"]],
  ["Discriminators", ["discriminator"]],
  ["Conditions", ["condition"]],
  ["Property definers", ["propertyDefiner"]],
  ["Sequence numbers", ["sequenceNumberGenerator"]],
  ["Context listeners", ["contextListener"]],
  ["Status listeners", ["statusListener"]],
  ["Converters", ["converter"]],
  ["Parts of these", ["value"]],
];

const INTRODUCTION = `# Properties of every class

What each class that \`logback.xml\` may name is told there, and what a status says when it is told something else. The parts of
\`<providers>\` are in [json.md](json.md), conversion words in the [README](../README.md#patterns).

Letter case of a property's first letter does not matter. "Accepted" means that old files may have it, and that it has no effect.
`;

/** The components with what their definitions say, read from the source. */
export async function describedComponents(): Promise<readonly Described[]> {
  const folder = fileURLToPath(new URL("../../src", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ file: path.join(folder, name), comments: commentsIn(path.join(folder, name)) }));
  const groups = new Map(files.flatMap(({ comments }) => comments).filter(({ name }) => name.endsWith("_PROPERTIES")).map(({ name, text }) => [name, text]));
  const described = await Promise.all(files.map(async ({ file, comments }) => await describedIn(file, comments)));
  return described.flat().map((component) => ({ ...component, text: component.text.replace(/\{@link (\w+_PROPERTIES)\}/g, (_link, name: string) => groups.get(name) ?? name) }));
}

/** The page of reference, as Markdown. */
export function referencePage(components: readonly Described[]): string {
  const chapters = CHAPTERS.map(([title, kinds]) => {
    const entries = components.filter(({ definition }) => kinds.includes(definition.kind)).toSorted((one, other) => titleOf(one).localeCompare(titleOf(other)));
    return [`## ${title}`, ...entries.map(entryOf)].join("\n\n");
  });
  return `${INTRODUCTION}\n${chapters.join("\n\n")}\n`;
}

function entryOf(described: Described): string {
  const names = described.definition.classNames.map((name) => `\`${name}\``).join(", ");
  return [`### ${titleOf(described)}`, names, described.summary, described.text].filter((part) => part !== "").join("\n\n");
}

function titleOf({ definition: { classNames } }: Described): string {
  const [name = ""] = classNames;
  return `${name.slice(name.lastIndexOf(".") + 1)}${name.startsWith("com.openexchange.logback.") ? " of Open-Xchange" : ""}`;
}

async function describedIn(file: string, comments: readonly Comment[]): Promise<readonly Described[]> {
  if (!/^export const \w+: ComponentDefinition</m.test(readFileSync(file, "utf8"))) {
    return [];
  }
  const exported = (await import(pathToFileURL(file).href)) as Record<string, Partial<ComponentDefinition<unknown>>>;
  return comments.flatMap(({ name, text }) => {
    const definition = exported[name];
    if (definition?.classNames === undefined) {
      return [];
    }
    const itsClass = comments.find((comment) => comment.name.toLowerCase() === name.toLowerCase() && comment.name !== name);
    return [{ definition: definition as ComponentDefinition<unknown>, summary: itsClass?.text.split("\n\n")[0] ?? "", text }];
  });
}

/** The comments at the constants and classes of a file. */
function commentsIn(file: string): readonly Comment[] {
  const code = readFileSync(file, "utf8");
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  return tree.statements.flatMap((statement) => {
    const name = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.name : ts.isClassDeclaration(statement) ? statement.name : undefined;
    const comment = ts.getLeadingCommentRanges(code, statement.pos)?.at(-1);
    return name === undefined || comment === undefined ? [] : [{ name: name.getText(tree), text: plain(code.slice(comment.pos, comment.end)) }];
  });
}

function plain(comment: string): string {
  return comment
    .replace(/^\/\*\*\s?|\s*\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^ *\* ?/, ""))
    .filter((line) => !/^(@\w+|Source: )/.test(line))
    .join("\n")
    .replace(/\{@link (\w+[a-z]\w*)\}/g, "`$1`")
    .trim();
}
