import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import ts from "typescript";

/** One row of the layer order: folders end in a slash, files of the top level do not. */
interface Layer {
  readonly parts: readonly string[];
  /** Set where a layer is held tighter than "itself and everything above": the only parts it may import. */
  readonly onlyImports?: readonly string[];
}

/** The layers of `src/`, lowest first. A file imports from its own row and from the rows above it. */
export const LAYERS: readonly Layer[] = [
  { parts: ["util/"] },
  { parts: ["core/"] },
  { parts: ["evaluator/"] },
  { parts: ["sink/"] },
  { parts: ["pattern/"] },
  { parts: ["json/"] },
  { parts: ["encoder/"] },
  { parts: ["filter/"] },
  { parts: ["turbo/"] },
  { parts: ["rolling/"] },
  { parts: ["appender/"] },
  { parts: ["events/"] },
  { parts: ["audit/"] },
  { parts: ["config/"], onlyImports: ["config/", "core/", "util/"] },
  { parts: ["control/"], onlyImports: ["control/", "core/", "util/"] },
  { parts: ["builtins.ts"] },
  { parts: ["global.ts", "audit.ts", "mdc-middleware.ts", "ox-exception.ts", "tracing.ts"] },
  { parts: ["index.ts"] },
  { parts: ["testing.ts"] },
  { parts: ["cli/"] },
];

const PUBLIC_DOOR = "index.ts";
const MUTABLE_STATE = "global.ts";
const MOST_LINES = 400;

/** A module that a file asks for; `specifier` is undefined where it is computed and so cannot be checked. */
interface ModuleReference {
  readonly specifier: string | undefined;
  readonly line: number;
}

/**
 * Checks every file below a `src` folder against the layout.
 *
 * @param dependencies - The packages that may be imported beside those of Node.js.
 * @returns One sentence a violation, beginning with file and line, sorted by file; empty when all is well.
 */
export function architectureViolations(folder: string, dependencies: readonly string[]): string[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => posix.join(entry.parentPath.slice(folder.length).replaceAll("\\", "/"), entry.name).replace(/^\//, ""))
    .sort();
  return paths.flatMap((path) => fileViolations(path, readFileSync(join(folder, path), "utf8"), dependencies));
}

function fileViolations(path: string, text: string, dependencies: readonly string[]): string[] {
  if (!path.endsWith(".ts")) {
    return [`${path} is no TypeScript file`];
  }
  const source = parse(path, text);
  const found: string[] = [];
  if (layerIndex(path) === -1) {
    found.push(`${path} is in no layer: add ${partOf(path)} to the order or move it`);
  }
  if (posix.basename(path) === "index.ts" && path !== PUBLIC_DOOR) {
    found.push(`${path} is a folder door: import the exact file`);
  }
  const lines = text.trimEnd().split("\n").length;
  if (lines > MOST_LINES) {
    found.push(`${path} has ${lines} lines, ${MOST_LINES} are allowed`);
  }
  found.push(...starExports(source).map((line) => `${path}:${line} has an export *`));
  if (path !== MUTABLE_STATE) {
    found.push(...mutableState(source).map(({ name, line }) => `${path}:${line} keeps mutable state: ${name}`));
  }
  for (const reference of moduleReferences(source)) {
    const problem = importProblem(path, reference.specifier, dependencies);
    if (problem !== undefined) {
      found.push(`${path}:${reference.line} ${problem}`);
    }
  }
  return found;
}

function importProblem(path: string, specifier: string | undefined, dependencies: readonly string[]): string | undefined {
  if (specifier === undefined) {
    return "imports a computed name, which nothing can check";
  }
  if (!specifier.startsWith(".")) {
    const packageName = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    return isBuiltin(specifier) || dependencies.includes(packageName) ? undefined : `imports ${specifier}, which is no dependency`;
  }
  const target = posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\.js$/, ".ts");
  if (target.startsWith("..")) {
    return `imports ${specifier}, which lies outside`;
  }
  if (partOf(path) === partOf(target)) {
    return undefined;
  }
  const [from, to] = [layerIndex(path), layerIndex(target)];
  if (to === -1) {
    return `imports ${target}, which is in no layer`;
  }
  const allowed = LAYERS[from]?.onlyImports;
  if (allowed !== undefined && !allowed.includes(partOf(target))) {
    return `imports ${target}, but ${partOf(path)} imports only ${allowed.join(", ")}`;
  }
  return to > from ? `imports ${target}, which is above ${partOf(path)}` : undefined;
}

/** The part of the layout a file belongs to: its top folder with a slash, or the file itself at the top level. */
function partOf(path: string): string {
  const slash = path.indexOf("/");
  return slash === -1 ? path : path.slice(0, slash + 1);
}

function layerIndex(path: string): number {
  return LAYERS.findIndex(({ parts }) => parts.includes(partOf(path)));
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Every module a file refers to, in whatever form the language offers. */
export function moduleReferences(source: ts.SourceFile): ModuleReference[] {
  const found: ModuleReference[] = source.referencedFiles.map(({ fileName, pos }) => ({
    specifier: fileName.startsWith(".") ? fileName : `./${fileName}`,
    line: source.getLineAndCharacterOfPosition(pos).line + 1,
  }));
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      found.push({ specifier: ts.isStringLiteralLike(specifier) ? specifier.text : undefined, line: lineOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Parses text and returns what it imports; the shape that the tests of the parser want. */
export function specifiersIn(text: string): (string | undefined)[] {
  return moduleReferences(parse("example.ts", text)).map(({ specifier }) => specifier);
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isExternalModuleReference(node)) {
    return node.expression;
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  }
  // `declare module "./other.js"` depends on that file as an import does.
  if (ts.isModuleDeclaration(node)) {
    return ts.isStringLiteral(node.name) ? node.name : undefined;
  }
  if (ts.isCallExpression(node) && callsModuleLoader(node)) {
    return node.arguments[0] ?? node;
  }
  return undefined;
}

function callsModuleLoader({ expression }: ts.CallExpression): boolean {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) {
    return true;
  }
  const callee = ts.isPropertyAccessExpression(expression) && expression.name.text === "resolve" ? expression.expression : expression;
  return (ts.isIdentifier(callee) && callee.text === "require") || (callee !== expression && ts.isMetaProperty(callee));
}

function starExports(source: ts.SourceFile): number[] {
  return source.statements
    .filter((statement) => ts.isExportDeclaration(statement))
    .filter(({ exportClause }) => exportClause === undefined || ts.isNamespaceExport(exportClause))
    .map(lineOf);
}

/** Variables of the module that can be assigned anew: `let` at the top, `var` outside functions, static fields. */
function mutableState(source: ts.SourceFile): { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) {
      return;
    }
    if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) {
      return;
    }
    if (ts.isVariableDeclarationList(node) && (isVar(node) || (isLet(node) && ts.isSourceFile(node.parent.parent)))) {
      found.push(...node.declarations.map((declaration) => ({ name: declaration.name.getText(), line: lineOf(declaration) })));
    }
    if (ts.isPropertyDeclaration(node) && hasModifier(node, ts.SyntaxKind.StaticKeyword) && !hasModifier(node, ts.SyntaxKind.ReadonlyKeyword)) {
      found.push({ name: `static ${node.name.getText()}`, line: lineOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isVar({ flags }: ts.VariableDeclarationList): boolean {
  return (flags & ts.NodeFlags.BlockScoped) === 0;
}

function isLet({ flags }: ts.VariableDeclarationList): boolean {
  return (flags & ts.NodeFlags.Let) !== 0;
}

function hasModifier(node: ts.PropertyDeclaration, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}
