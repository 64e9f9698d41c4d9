import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { architectureViolations, specifiersIn } from "./support/architecture.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: Record<string, string> };
const dependencies = Object.keys(manifest.dependencies);

test("src keeps to the layout", () => {
  expect(architectureViolations(join(root, "src"), dependencies)).toEqual([]);
});

/** Small `src` folders in test/fixtures/architecture, each with what the check must say about it. */
const fixtures: Readonly<Record<string, readonly string[]>> = {
  "all-well": [],
  "import-from-above": [
    "core/dynamic.ts:2 imports filter/filter.ts, which is above core/",
    "core/export-from.ts:1 imports filter/filter.ts, which is above core/",
    "core/import-type.ts:1 imports filter/filter.ts, which is above core/",
    "core/require.ts:4 imports filter/filter.ts, which is above core/",
    "core/side-effect.ts:1 imports filter/filter.ts, which is above core/",
    "core/static.ts:1 imports filter/filter.ts, which is above core/",
    "core/type-only.ts:1 imports filter/filter.ts, which is above core/",
    "core/type-query.ts:1 imports filter/filter.ts, which is above core/",
    "global.ts:1 imports index.ts, which is above global.ts",
  ],
  "config-and-control-held-tighter": [
    "config/configure.ts:1 imports appender/console-appender.ts, but config/ imports only config/, core/, util/",
    "control/server.ts:1 imports config/configure.ts, but control/ imports only control/, core/, util/",
  ],
  "computed-import": [
    "config/load.ts:4 imports a computed name, which nothing can check",
    "config/load.ts:7 imports a computed name, which nothing can check",
  ],
  "file-outside-the-order": ["utils.ts is in no layer: add utils.ts to the order or move it"],
  "folder-outside-the-order": [
    "core/event.ts:1 imports helpers/text.ts, which is in no layer",
    "helpers/text.ts is in no layer: add helpers/ to the order or move it",
  ],
  "folder-door": ["util/index.ts is a folder door: import the exact file"],
  "import-from-outside": [
    "util/outside.ts:1 imports ../../../../support/architecture.js, which lies outside",
    "util/tool.ts:1 imports typescript, which is no dependency",
  ],
  "mutable-state": [
    "core/counter.ts:1 keeps mutable state: calls",
    "core/counter.ts:4 keeps mutable state: hoisted",
    "core/counter.ts:8 keeps mutable state: static instances",
  ],
  "other-language": ["util/text.js is no TypeScript file"],
  "star-export": ["index.ts:1 has an export *", "index.ts:2 has an export *", "index.ts:3 has an export *"],
  "too-long": ["util/long.ts has 401 lines, 400 are allowed"],
};

for (const [name, violations] of Object.entries(fixtures)) {
  test(`the architecture check sees through the fixture ${name}`, () => {
    expect(architectureViolations(join(root, "test/fixtures/architecture", name), ["chokidar"])).toEqual(violations);
  });
}

const importForms: readonly string[] = [
  'import { a } from "./a.js";',
  'import a from "./a.js";',
  'import * as a from "./a.js";',
  'import "./a.js";',
  'import type { A } from "./a.js";',
  'import { type A } from "./a.js";',
  'import {} from "./a.js";',
  'import data from "./a.js" with { type: "json" };',
  'import a = require("./a.js");',
  'export { a } from "./a.js";',
  'export type { A } from "./a.js";',
  'export * from "./a.js";',
  'export * as a from "./a.js";',
  'const a = await import("./a.js");',
  "const a = await import(`./a.js`);",
  'function f() { return import("./a.js"); }',
  'const a = require("./a.js");',
  'const a = require.resolve("./a.js");',
  'const a = import.meta.resolve("./a.js");',
  'type A = import("./a.js").A;',
  'type A = typeof import("./a.js");',
  'declare module "./a.js" { interface A {} }',
  '/// <reference path="./a.js" />',
];

for (const text of importForms) {
  test(`the architecture check reads: ${text}`, () => {
    expect(specifiersIn(text)).toEqual(["./a.js"]);
  });
}
