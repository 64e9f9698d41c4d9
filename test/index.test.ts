import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../src", import.meta.url));

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(source, file), "utf8"), ts.ScriptTarget.Latest, true);
}

/** Names that `index.ts` exports, as the file they come from has them. */
function exportedNames(): string[] {
  return parse("index.ts").statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
      : [],
  );
}

/** Names of what carries the tag. */
function publicNames(file: string): string[] {
  return parse(file).statements.flatMap((statement) => {
    if (!ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === "public")) {
      return [];
    }
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement as ts.DeclarationStatement];
    return declared.flatMap(({ name }) => (name === undefined ? [] : [name.getText()]));
  });
}

test("index.ts exports what is tagged @public, and nothing else", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const tagged = new Set(files.flatMap((file) => publicNames(file)));

  expect([...tagged].toSorted()).toEqual([...new Set(exportedNames())].toSorted());
});
